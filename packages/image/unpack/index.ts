import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { UserError } from '@fairway/runtime';
import { extract } from 'tar-stream';
import { inspectIn, type ReadOptions, storeOf } from '../inspect.ts';
import { parseReference } from '../reference.ts';
import { type Descriptor, type ImageConfig, type ImageStore, MEDIA_TYPES } from '../types.ts';
import { DigestTap, verifyBlob } from '../verify.ts';
import { LayerWriter } from './layer-writer.ts';

export interface UnpackOptions extends ReadOptions {
  readonly signal?: AbortSignal;
}

/**
 * Unpacks an image into a folder that must not exist yet (or be empty), whole or not at all: every digest
 * and size is verified first, then the layers are applied beside the folder and renamed into place.
 * Returns the config of the image. Throws UserError; nothing is left behind then.
 */
export async function unpackImage(
  reference: string,
  folder: string,
  options: UnpackOptions = {},
): Promise<ImageConfig> {
  const target = resolve(folder);
  await refuseContent(target);
  const store = await storeOf(reference);
  const { manifest, config } = await inspectIn(store, parseReference(reference).digest, options);
  // All of them before the first file is written: a damaged image is told by its blob, not by a strange tar.
  for (const layer of manifest.layers) await verifyBlob(store, layer);
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  await mkdir(temporary, { mode: 0o755 });
  try {
    for (const [i, layer] of manifest.layers.entries()) {
      await applyLayer(store, layer, config.rootfs.diff_ids[i] ?? '', temporary, options.signal);
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  return config;
}

async function refuseContent(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length) {
    throw new UserError(`${folder} is not empty`, {
      mend: 'unpack the image into a folder that is not there yet',
    });
  }
}

async function applyLayer(
  store: ImageStore,
  layer: Descriptor,
  diffId: string,
  root: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const tap = new DigestTap();
  const tar = extract();
  const stages = [await store.read(layer.digest), ...decompressor(layer), tap, tar];
  const reading = pipeline(stages, signal ? { signal } : {});
  const writer = new LayerWriter(root);
  const writing = (async () => {
    for await (const entry of tar) await writer.add(entry.header, entry);
  })();
  // What the writer refuses also ends the pipeline, whose own error then says less.
  const [written, read] = await Promise.allSettled([writing, reading]);
  if (signal?.aborted) throw signal.reason;
  if (written.status === 'rejected') throw asUserError(written.reason, layer);
  if (read.status === 'rejected') throw asUserError(read.reason, layer);
  const actual = tap.digest();
  if (actual !== diffId) {
    throw new UserError(
      `layer ${layer.digest} does not match its diff id: expected ${diffId}, found ${actual}`,
      { mend: 'the image was built wrongly: build it again' },
    );
  }
}

function decompressor({ mediaType, digest }: Descriptor) {
  switch (mediaType) {
    case MEDIA_TYPES.layer:
      return [];
    case MEDIA_TYPES.layerGzip:
    case 'application/vnd.docker.image.rootfs.diff.tar.gzip':
      return [createGunzip()];
    case MEDIA_TYPES.layerZstd:
      return [createZstdDecompress()];
    default:
      throw new UserError(`layer ${digest} has the unknown media type "${mediaType}"`, {
        mend: 'build the image with layers as tar, tar+gzip or tar+zstd',
      });
  }
}

/** Faults of the tar or its compression are the image's; those of the system keep their code. */
function asUserError(error: unknown, { digest }: Descriptor): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || (code !== undefined && !/^(Z_|ZSTD_|ERR_)/.test(code))) return error;
  return new UserError(`layer ${digest} is not a valid archive: ${message}`, {
    mend: 'build the image again',
    cause: error,
  });
}
