import { createHash } from 'node:crypto';
import { UserError } from '@fairway/runtime';
import { once } from './tokens.ts';

/** Bytes to push whose digest is known. */
export interface BlobSource {
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  /** Opens the bytes from this offset on; called again when an upload is resumed. */
  open(offset: number): Promise<AsyncIterable<Uint8Array>>;
}

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

export const bytesSource = (bytes: Uint8Array): BlobSource => ({
  digest: digestOf(bytes),
  size: bytes.length,
  open: async (offset) => once(bytes.subarray(offset)),
});

/** Hands a source out in parts. As long as they follow each other it is opened once. */
export class Cursor {
  readonly #source: BlobSource;
  #chunks: AsyncIterator<Uint8Array> | undefined;
  #rest: Uint8Array = new Uint8Array();
  #position = 0;

  constructor(source: BlobSource) {
    this.#source = source;
  }

  /** `length` bytes from `offset` on. Throws UserError when the source has fewer. */
  async *take(offset: number, length: number): AsyncIterable<Uint8Array> {
    const chunks = await this.#at(offset);
    let left = length;
    while (left > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#next(chunks);
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      this.#position += part.length;
      left -= part.length;
      yield part;
    }
  }

  async close(): Promise<void> {
    const chunks = this.#chunks;
    this.#chunks = undefined;
    // A source that failed has thrown already.
    await chunks?.return?.().catch(() => undefined);
  }

  async #at(offset: number): Promise<AsyncIterator<Uint8Array>> {
    if (this.#chunks && this.#position === offset) return this.#chunks;
    await this.close();
    this.#rest = new Uint8Array();
    this.#position = offset;
    const opened = await this.#source.open(offset);
    this.#chunks = opened[Symbol.asyncIterator]();
    return this.#chunks;
  }

  async #next(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
    for (;;) {
      const { done, value } = await chunks.next();
      if (done) {
        throw new UserError(
          `blob ${this.#source.digest} ends after ${this.#position} bytes, not ${this.#source.size}`,
          { mend: 'the image is damaged: build it again' },
        );
      }
      if (value.length > 0) return value;
    }
  }
}
