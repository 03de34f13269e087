import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { UserError } from '@fairway/runtime';
import type { Descriptor, ImageStore } from './types.ts';

/** JSON documents of an image are small; a larger one is not read into memory. */
const DOCUMENT_LIMIT = 8 * 1024 * 1024;

/** Counts and hashes what flows through. */
export class DigestTap extends Transform {
  readonly #hash = createHash('sha256');
  size = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  /** Call once, after the end. */
  digest(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }
}

type BlobSource = Pick<ImageStore, 'location' | 'read'>;
type Wanted = Pick<Descriptor, 'digest'> & Partial<Pick<Descriptor, 'size'>>;

/** The bytes of a blob; fails at their end with both digests when digest or size differ. UserError. */
export async function* verifiedBytes(store: BlobSource, blob: Wanted): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of await store.read(blob.digest)) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  const actual = `sha256:${hash.digest('hex')}`;
  if (actual === blob.digest && (blob.size === undefined || blob.size === size)) return;
  const expected = blob.size === undefined ? blob.digest : `${blob.digest} (${blob.size} bytes)`;
  throw new UserError(
    `blob ${blob.digest} of ${store.location} does not match: expected ${expected}, found ${actual} (${size} bytes)`,
    { mend: 'the image is damaged or was changed: delete this blob and build or pull the image again' },
  );
}

/** Reads a blob to its end and compares digest and size. UserError with both when they differ. */
export async function verifyBlob(
  store: BlobSource,
  blob: Wanted,
  keep: (chunk: Buffer) => void = () => undefined,
): Promise<void> {
  for await (const chunk of verifiedBytes(store, blob)) keep(chunk);
}

/** The verified bytes of a small blob: manifest, index or config. */
export async function readBlob(store: BlobSource, blob: Wanted): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  await verifyBlob(store, blob, (chunk) => {
    size += chunk.length;
    if (size > DOCUMENT_LIMIT) {
      throw new UserError(`blob ${blob.digest} of ${store.location} is too large for an image document`);
    }
    chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}
