import { InternalError, UserError } from '@fairway/runtime';
import { annotationsOf } from '../assemble/config.ts';
import { looksLikeIndex, readDocument } from '../document.ts';
import { inspectIn } from '../inspect.ts';
import { createLayout, openLayout } from '../layout.ts';
import { parsePlatform, samePlatform, showPlatform } from '../platform.ts';
import {
  type Descriptor,
  type ImageManifest,
  type ImageStore,
  MEDIA_TYPES,
  type Platform,
  type WrittenBlob,
} from '../types.ts';
import { ociLayerType } from '../unpack/layer-entries.ts';
import { readBlob } from '../verify.ts';
import { needlesOf, refuseLeaks } from './leaks.ts';
import { type FoundImage, ownLayers, withOwnTimes } from './own-times.ts';
import type { BuilderPorts, BuildRequest, BuiltImage, BuiltLayer } from './types.ts';

interface Imported {
  readonly descriptor: Descriptor & { readonly platform: Platform };
  readonly existed: boolean;
  readonly layers: readonly BuiltLayer[];
}

/**
 * Takes what a builder left in an OCI layout of its own into the store of the request: layers, configs,
 * manifests, index, tag. Layers and configs keep their bytes; the manifests are written anew with the
 * annotations of the image, so that every builder's image says the same about itself. Entries that are no
 * image (a builder's own attestations) stay behind. UserError when a platform is missing, or when a
 * secret of the build is in the image.
 *
 * With the `instructions` of the Dockerfile, the files of the layers they made get no time after the commit's.
 */
export async function importImage(
  folder: string,
  request: BuildRequest,
  { log, signal }: Pick<BuilderPorts, 'log' | 'signal'>,
  instructions?: readonly string[],
): Promise<BuiltImage> {
  const from = await createLayout(folder);
  const [top, ...others] = await from.list();
  if (!top || others.length) throw new InternalError(`the builder left ${others.length} images too many`);
  const manifests = await imagesOf(from, top);
  const own = async (image: FoundImage): Promise<FoundImage> => {
    const layers = instructions && ownLayers(image, instructions);
    if (instructions && !layers)
      log.info("Which layers are the base's is not known: file times stay as they are.");
    return layers ? await withOwnTimes(from, image, layers, request.identity.created, signal) : image;
  };
  const found: FoundImage[] = [];
  for (const manifest of manifests) found.push(await own(await readImage(from, manifest)));
  const needles = needlesOf(request, log);
  // All of them before the first is kept.
  for (const { manifest, config } of found) await refuseLeaks(from, manifest, config, needles, signal);
  const images: Imported[] = [];
  for (const image of found) images.push(await importManifest(from, image, request));
  const ordered = inOrder(images, request.build.platforms.map(parsePlatform));
  const [first] = ordered;
  const whole = ordered.length === 1 && first ? first : await writeIndex(ordered, request);
  return await finish(whole, ordered, request);
}

async function finish(
  { descriptor, existed }: Pick<Imported, 'existed'> & { readonly descriptor: Descriptor },
  images: readonly Imported[],
  { identity, store }: BuildRequest,
): Promise<BuiltImage> {
  const before = await store.tag(identity.version, descriptor);
  const layers = new Map(images.flatMap((image) => image.layers).map((layer) => [layer.digest, layer]));
  return {
    reference: store.reference(descriptor.digest),
    digest: descriptor.digest,
    size: [...layers.values()].reduce((sum, { size }) => sum + size, 0),
    layers: [...layers.values()],
    platforms: images.map(({ descriptor }) => ({
      platform: showPlatform(descriptor.platform),
      digest: descriptor.digest,
    })),
    existed,
    replaced: before === descriptor.digest ? undefined : before,
  };
}

async function imagesOf(from: ImageStore, entry: Descriptor): Promise<Descriptor[]> {
  const bytes = await readBlob(from, entry);
  const where = from.reference(entry.digest);
  if (!looksLikeIndex(bytes, where)) return [entry];
  const { manifests } = readDocument('index', bytes, where);
  return manifests.filter(({ platform }) => platform?.os !== 'unknown');
}

async function readImage(from: ImageStore, entry: Descriptor): Promise<FoundImage> {
  const where = from.reference(entry.digest);
  const manifest = readDocument('manifest', await readBlob(from, entry), where);
  const bytes = await readBlob(from, manifest.config);
  return { manifest, config: { bytes, document: readDocument('config', bytes, where) } };
}

async function importManifest(
  from: ImageStore,
  { manifest, config }: FoundImage,
  { store, identity }: BuildRequest,
): Promise<Imported> {
  const made = (config.document.history ?? []).filter((step) => !step.empty_layer);
  const layers: BuiltLayer[] = [];
  for (const [i, layer] of manifest.layers.entries()) {
    const { existed } = await copy(from, store, layer);
    const what = String(made[i]?.created_by ?? 'layer').replace(/\s+/g, ' ');
    layers.push({ what: what.slice(0, 100), digest: layer.digest, size: layer.size, existed });
  }
  await write(store, config.bytes);
  const written = await write(store, json(ownManifest(manifest, annotationsOf(identity))));
  const { os, architecture, variant } = config.document;
  const platform = { architecture, os, ...(variant ? { variant } : {}) };
  const descriptor = {
    mediaType: MEDIA_TYPES.manifest,
    digest: written.digest,
    size: written.size,
    platform,
  };
  return { descriptor, existed: written.existed, layers };
}

function ownManifest(
  { config, layers }: ImageManifest,
  annotations: Readonly<Record<string, string>>,
): ImageManifest {
  return {
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    config: { mediaType: MEDIA_TYPES.config, digest: config.digest, size: config.size },
    layers: layers.map(({ mediaType, digest, size }) => ({
      mediaType: ociLayerType(mediaType),
      digest,
      size,
    })),
    annotations,
  };
}

/** The platforms of the request that a builder's layout lacks. */
export async function missingPlatforms(folder: string, { build }: BuildRequest): Promise<readonly string[]> {
  const from = await openLayout(folder);
  const made: Platform[] = [];
  for (const entry of await from.list()) {
    for (const image of await imagesOf(from, entry)) made.push((await inspectIn(from, image.digest)).config);
  }
  return build.platforms.filter(
    (text) => !made.some((platform) => samePlatform(platform, parsePlatform(text))),
  );
}

function inOrder(images: readonly Imported[], wanted: readonly Platform[]): readonly Imported[] {
  return wanted.map((platform) => {
    const found = images.find(({ descriptor }) => samePlatform(descriptor.platform, platform));
    if (found) return found;
    throw new UserError(`the builder made no image for ${showPlatform(platform)}`, {
      where: 'image.build.platforms',
      mend: `it made: ${images.map(({ descriptor }) => showPlatform(descriptor.platform)).join(', ') || 'none'}`,
    });
  });
}

async function writeIndex(images: readonly Imported[], { store, identity }: BuildRequest) {
  const index = {
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.index,
    manifests: images.map(({ descriptor }) => descriptor),
    annotations: annotationsOf(identity),
  };
  const { digest, size, existed } = await write(store, json(index));
  return { descriptor: { mediaType: MEDIA_TYPES.index, digest, size }, existed };
}

async function copy(from: ImageStore, to: ImageStore, blob: Descriptor): Promise<{ existed: boolean }> {
  // Written even when a blob of this name and size is there: the store mends a damaged one.
  const written = await to.write(await from.read(blob.digest));
  if (written.digest === blob.digest) return written;
  throw new InternalError(`the builder's blob ${blob.digest} has the digest ${written.digest}`);
}

const json = (document: object): Buffer => Buffer.from(JSON.stringify(document));

const write = (store: ImageStore, bytes: Uint8Array): Promise<WrittenBlob> =>
  store.write(
    (async function* () {
      yield bytes;
    })(),
  );
