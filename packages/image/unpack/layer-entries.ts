import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { UserError } from '@fairway/runtime';
import { extract, type Header } from 'tar-stream';
import { type Descriptor, type ImageStore, MEDIA_TYPES } from '../types.ts';
import { DigestTap } from '../verify.ts';

/** The bytes of an entry; `resume()` drops them. */
export type Content = AsyncIterable<Buffer> & { resume(): unknown };

/**
 * Hands the entries of a layer out one by one. UserError when the archive is not valid, or when its
 * uncompressed bytes do not have this digest; that is known at the end only.
 */
export async function readLayer(
  store: Pick<ImageStore, 'read'>,
  layer: Descriptor,
  diffId: string,
  entry: (header: Header, content: Content) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<void> {
  const tap = new DigestTap();
  const tar = extract();
  const source: Readable = await store.read(layer.digest);
  const reading = pipeline([source, ...decompressor(layer), tap, tar], signal ? { signal } : {});
  const writing = (async () => {
    // Typed as an iterable of anything; what comes are buffers.
    for await (const each of tar) await entry(each.header, each as unknown as Content);
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
  switch (ociLayerType(mediaType)) {
    case MEDIA_TYPES.layer:
      return [];
    case MEDIA_TYPES.layerGzip:
      return [createGunzip()];
    case MEDIA_TYPES.layerZstd:
      return [createZstdDecompress()];
    default:
      throw new UserError(`layer ${digest} has the unknown media type "${mediaType}"`, {
        mend: 'build the image with layers as tar, tar+gzip or tar+zstd',
      });
  }
}

/** Docker's names of the same bytes, in OCI's words; others as they are. */
export function ociLayerType(mediaType: string): string {
  const docker = 'application/vnd.docker.image.rootfs.diff.tar';
  if (mediaType === docker) return MEDIA_TYPES.layer;
  if (mediaType === `${docker}.gzip`) return MEDIA_TYPES.layerGzip;
  return mediaType === `${docker}.zstd` ? MEDIA_TYPES.layerZstd : mediaType;
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
