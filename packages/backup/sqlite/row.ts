import { hash } from 'node:crypto';

type Value = null | bigint | number | string | Uint8Array;

/**
 * A checksum of rows that does not depend on their order: the sum, modulo 2^256, of a keyed SHA-256 of each
 * row. Types count: 1, 1.0, '1' and x'31' differ. The key keeps a short table from being guessed.
 */
export class RowSum {
  rows = 0;
  readonly #sum = new Uint32Array(8);
  readonly #keyLength: number;
  #buffer: Buffer;
  #length = 0;

  constructor(key: Buffer) {
    this.#keyLength = key.length;
    this.#buffer = Buffer.alloc(4096);
    key.copy(this.#buffer);
  }

  add(row: readonly unknown[]): void {
    this.#length = this.#keyLength;
    for (const value of row as readonly Value[]) this.#encode(value);
    const digest = hash('sha256', this.#buffer.subarray(0, this.#length), 'buffer');
    let carry = 0;
    for (let word = 0; word < 8; word++) {
      const total = (this.#sum[word] ?? 0) + digest.readUInt32LE(word * 4) + carry;
      this.#sum[word] = total;
      carry = total > 0xffffffff ? 1 : 0;
    }
    this.rows++;
  }

  hex(): string {
    return [...this.#sum].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  #encode(value: Value): void {
    if (value === null) {
      this.#tagged('n', 0);
    } else if (typeof value === 'bigint') {
      const at = this.#tagged('i', 8);
      this.#buffer.writeBigInt64LE(value, at);
    } else if (typeof value === 'number') {
      const at = this.#tagged('f', 8);
      this.#buffer.writeDoubleLE(value, at);
    } else if (typeof value === 'string') {
      const at = this.#tagged('t', Buffer.byteLength(value));
      this.#buffer.write(value, at, 'utf8');
    } else {
      const at = this.#tagged('b', value.byteLength);
      this.#buffer.set(value, at);
    }
  }

  /** Writes tag and length, makes room, and returns where the bytes go. */
  #tagged(tag: string, bytes: number): number {
    const start = this.#length;
    const end = start + 9 + bytes;
    if (end > this.#buffer.length) {
      const larger = Buffer.alloc(2 ** Math.ceil(Math.log2(end)));
      this.#buffer.copy(larger, 0, 0, start);
      this.#buffer = larger;
    }
    this.#buffer[start] = tag.charCodeAt(0);
    this.#buffer.writeDoubleLE(bytes, start + 1);
    this.#length = end;
    return start + 9;
  }
}
