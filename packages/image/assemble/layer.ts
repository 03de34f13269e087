import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Descriptor, type ImageStore, MEDIA_TYPES, type WrittenBlob } from '../types.ts';
import { DigestTap } from '../verify.ts';
import type { LayerPlan } from './entries.ts';
import { tarOf } from './tar.ts';

export interface BuiltLayer extends LayerSummary {
  readonly descriptor: Descriptor;
}

export interface LayerSummary {
  readonly from: string;
  readonly to: string;
  readonly files: number;
  readonly digest: string;
  /** Digest of the uncompressed tar. */
  readonly diffId: string;
  /** Compressed bytes. */
  readonly size: number;
  /** The store had it already. */
  readonly existed: boolean;
}

/** Packs, hashes, compresses and stores a layer as one stream. `mtime` in seconds since 1970. */
export async function writeLayer(
  plan: LayerPlan,
  mtime: number,
  store: ImageStore,
  signal?: AbortSignal,
): Promise<BuiltLayer> {
  const tap = new DigestTap();
  const blob = await pipeline(
    () => tarOf(plan.entries, mtime),
    tap,
    createGzip({ level: LEVEL }),
    pinnedHeader(),
    (compressed: AsyncIterable<Uint8Array>): Promise<WrittenBlob> => store.write(compressed),
    signal ? { signal } : {},
  );
  const { digest, size, existed } = blob;
  return {
    from: plan.from,
    to: plan.to,
    files: plan.entries.filter(({ type }) => type !== 'folder').length,
    digest,
    size,
    existed,
    diffId: tap.digest(),
    descriptor: { mediaType: MEDIA_TYPES.layerGzip, digest, size },
  };
}

const LEVEL = 6;
const OS_BYTE = 9;
const OS_UNKNOWN = 255;

/** zlib writes the number of the operating system into byte 9: macOS and Linux would differ. */
function pinnedHeader(): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (seen <= OS_BYTE && seen + chunk.length > OS_BYTE) chunk[OS_BYTE - seen] = OS_UNKNOWN;
      seen += chunk.length;
      done(null, chunk);
    },
  });
}
