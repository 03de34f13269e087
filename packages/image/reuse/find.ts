import { type Log, UserError } from '@fairway/runtime';
import { CONTENT_KEY, keyTag } from '../content-key.ts';
import { looksLikeIndex, readDocument } from '../document.ts';
import { RegistryError, type RegistryStore, type StoredManifest } from '../registry/index.ts';
import type { Descriptor, ImageIndex, ImageManifest, ImageStore } from '../types.ts';
import { readBlob } from '../verify.ts';

const REVISION = 'org.opencontainers.image.revision';

/** An image that was built before from the same inputs. */
export interface FoundImage {
  readonly image: Descriptor;
  /** Bytes of the layers, compressed; undefined for an index in a registry, which does not tell. */
  readonly size: number | undefined;
  /** Of the image, or of the first one of an index in a layout. */
  readonly layers: readonly Descriptor[];
  /** Those of an index, with their platforms. */
  readonly images: readonly Descriptor[];
  /** Commit it was built from, when it says so. */
  readonly revision: string | undefined;
}

/**
 * The image that a layout lists for this key, when all its blobs are there; undefined when it is damaged:
 * then a build mends it.
 */
export async function findInLayout(store: ImageStore, key: string): Promise<FoundImage | undefined> {
  try {
    const listed = (await store.list()).find(({ annotations }) => annotations?.[CONTENT_KEY] === key);
    if (!listed || !(await store.has(listed))) return undefined;
    const image = { mediaType: listed.mediaType, digest: listed.digest, size: listed.size };
    const top = parse(await readBlob(store, image), store.reference(image.digest));
    const images = 'manifests' in top ? top.manifests : [];
    const manifests: ImageManifest[] = 'manifests' in top ? [] : [top];
    for (const entry of images) {
      manifests.push(readDocument('manifest', await readBlob(store, entry), store.reference(entry.digest)));
    }
    const layers = manifests.flatMap((manifest) => manifest.layers);
    const blobs = [...layers, ...manifests.map(({ config }) => config)];
    const there = await Promise.all(blobs.map((blob) => store.has(blob)));
    if (!there.every(Boolean)) return undefined;
    return {
      image,
      size: sizeOf(layers),
      layers: manifests[0]?.layers ?? [],
      images,
      revision: top.annotations?.[REVISION],
    };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/**
 * The image that a registry has for this key: one request. A repository that may not be read (or is not
 * there yet) has none; whether it may be written to, the push tells.
 */
export async function findInRegistry(
  registry: RegistryStore,
  key: string,
  log: Log,
): Promise<(FoundImage & { readonly bytes: Buffer }) | undefined> {
  const stored = await lookUp(registry, key, log);
  if (!stored) return undefined;
  const { bytes, mediaType, digest, size } = stored;
  const top = parse(bytes, registry.reference(digest));
  const said = top.annotations?.[CONTENT_KEY];
  if (said !== undefined && said !== key) {
    log.warning(`${registry.location}: the tag ${keyTag(key)} is on an image of other inputs. It is built.`);
    return undefined;
  }
  const index = 'manifests' in top;
  return {
    image: { mediaType, digest, size },
    bytes,
    size: index ? undefined : sizeOf(top.layers),
    layers: index ? [] : top.layers,
    images: index ? top.manifests : [],
    revision: top.annotations?.[REVISION],
  };
}

async function lookUp(registry: RegistryStore, key: string, log: Log): Promise<StoredManifest | undefined> {
  try {
    return await registry.pullManifest(keyTag(key));
  } catch (error) {
    const { cause } = error as Error;
    if (!(error instanceof UserError && cause instanceof RegistryError && cause.status === 403)) throw error;
    log.info(`Not looked for an earlier build: ${error.message}`);
    return undefined;
  }
}

const parse = (bytes: Buffer, where: string): ImageIndex | ImageManifest =>
  readDocument(looksLikeIndex(bytes, where) ? 'index' : 'manifest', bytes, where);

/** A layer that several platforms share is there once. */
const sizeOf = (layers: readonly Descriptor[]): number =>
  [...new Map(layers.map((layer) => [layer.digest, layer.size])).values()].reduce((sum, n) => sum + n, 0);
