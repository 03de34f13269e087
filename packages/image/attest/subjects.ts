import { looksLikeIndex, readDocument } from '../document.ts';
import type { Descriptor, ImageConfig, ImageManifest, ImageStore } from '../types.ts';
import { MEDIA_TYPES } from '../types.ts';
import { readBlob } from '../verify.ts';

/** One platform's image. */
export interface PlatformImage {
  readonly descriptor: Descriptor;
  /** `linux/arm64/v8`. */
  readonly platform: string;
  readonly manifest: ImageManifest;
  readonly config: ImageConfig;
}

export interface Subjects {
  /** What was asked for: an index, or the only image. */
  readonly top: Descriptor;
  readonly index: boolean;
  readonly images: readonly PlatformImage[];
}

/** The image or index of this digest and each platform's image in it, all verified. Throws UserError. */
export async function readSubjects(store: ImageStore, digest: string): Promise<Subjects> {
  const where = store.reference(digest);
  const bytes = await readBlob(store, { digest });
  if (!looksLikeIndex(bytes, where)) {
    const image = await readImage(store, { digest }, bytes);
    return { top: image.descriptor, index: false, images: [image] };
  }
  const index = readDocument('index', bytes, where);
  const top = { mediaType: index.mediaType || MEDIA_TYPES.index, digest, size: bytes.length };
  const images: PlatformImage[] = [];
  for (const entry of index.manifests) {
    // What a builder attached in the index itself is not an image.
    if (entry.platform?.os === 'unknown' || images.some((each) => each.descriptor.digest === entry.digest))
      continue;
    images.push(await readImage(store, entry, await readBlob(store, entry)));
  }
  return { top, index: true, images };
}

async function readImage(
  store: ImageStore,
  { digest }: Pick<Descriptor, 'digest'>,
  bytes: Buffer,
): Promise<PlatformImage> {
  const manifest = readDocument('manifest', bytes, store.reference(digest));
  const config = readDocument(
    'config',
    await readBlob(store, manifest.config),
    store.reference(manifest.config.digest),
  );
  const { os, architecture, variant } = config;
  return {
    descriptor: { mediaType: manifest.mediaType || MEDIA_TYPES.manifest, digest, size: bytes.length },
    platform: [os, architecture, ...(variant ? [variant] : [])].join('/'),
    manifest,
    config,
  };
}
