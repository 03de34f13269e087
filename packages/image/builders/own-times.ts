import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import {
  type Descriptor,
  type ImageConfig,
  type ImageManifest,
  type ImageStore,
  MEDIA_TYPES,
} from '../types.ts';
import { ociLayerType } from '../unpack/layer-entries.ts';
import { DigestTap } from '../verify.ts';
import { TarClamp, UnknownArchive } from './clamp.ts';

export interface FoundImage {
  readonly manifest: ImageManifest;
  readonly config: { readonly bytes: Buffer; readonly document: ImageConfig };
}

/**
 * The indexes of the layers that these instructions of a Dockerfile have made, told by the history: its last
 * entries are those of the instructions, one by one. undefined when they are not: then nothing is known.
 */
export function ownLayers(
  { config }: FoundImage,
  instructions: readonly string[],
): readonly number[] | undefined {
  const { history = [], rootfs } = config.document;
  const from = history.length - instructions.length;
  const made = history.flatMap((step, i) => (step.empty_layer ? [] : [i]));
  const matches = instructions.every((word, i) =>
    String(history[from + i]?.created_by ?? '').startsWith(`${word} `),
  );
  if (from < 0 || !matches || made.length !== rootfs.diff_ids.length) return undefined;
  return made.flatMap((step, layer) => (step >= from ? [layer] : []));
}

/**
 * The image with no file time after `latest` in its own layers; the layers of its base stay as they are. A
 * layer in which nothing is later stays too, and one that is not understood.
 */
export async function withOwnTimes(
  store: ImageStore,
  image: FoundImage,
  own: readonly number[],
  latest: number,
  signal: AbortSignal,
): Promise<FoundImage> {
  const layers = [...image.manifest.layers];
  const diffIds = [...image.config.document.rootfs.diff_ids];
  for (const i of own) {
    const layer = layers[i];
    const clamped = layer && (await clampLayer(store, layer, latest, signal));
    if (!clamped) continue;
    layers[i] = clamped.layer;
    diffIds[i] = clamped.diffId;
  }
  const document: ImageConfig = { ...image.config.document, rootfs: { type: 'layers', diff_ids: diffIds } };
  const bytes = Buffer.from(JSON.stringify(document));
  const { digest, size } = await store.write(once(bytes));
  const config = { mediaType: MEDIA_TYPES.config, digest, size };
  return { manifest: { ...image.manifest, config, layers }, config: { bytes, document } };
}

async function clampLayer(
  store: ImageStore,
  { digest, mediaType }: Descriptor,
  latest: number,
  signal: AbortSignal,
): Promise<{ readonly layer: Descriptor; readonly diffId: string } | undefined> {
  const type = ociLayerType(mediaType);
  if (type !== MEDIA_TYPES.layerGzip && type !== MEDIA_TYPES.layer) return undefined;
  const clamp = new TarClamp(latest);
  const tap = new DigestTap();
  const zipped = createGzip({ level: 6 });
  const unzip = type === MEDIA_TYPES.layerGzip ? [createGunzip()] : [];
  const flow = pipeline([await store.read(digest), ...unzip, clamp, tap, zipped], { signal });
  const [written, flown] = await Promise.allSettled([store.write(zipped), flow]);
  if (signal.aborted) throw signal.reason;
  if (flown.status === 'rejected') {
    if (flown.reason instanceof UnknownArchive) return undefined;
    throw flown.reason;
  }
  if (written.status === 'rejected') throw written.reason;
  if (clamp.changed === 0) return undefined;
  const layer = { mediaType: MEDIA_TYPES.layerGzip, digest: written.value.digest, size: written.value.size };
  return { layer, diffId: tap.digest() };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
