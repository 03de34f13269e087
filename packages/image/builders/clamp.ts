import { Transform } from 'node:stream';

const BLOCK = 512;
/** Larger than any extended header that only names and times need. */
const PAX_LIMIT = 1024 * 1024;

/** The archive has something that is not understood well enough to change it. */
export class UnknownArchive extends Error {}

/**
 * Passes a tar on and sets times after `latest` (seconds since 1970) to it, in place: every other byte, names,
 * owners and extended attributes among them, stays as it is. Ends with UnknownArchive on what it does not know.
 */
export class TarClamp extends Transform {
  readonly #latest: number;
  #block: Buffer = Buffer.alloc(0);
  /** Bytes of content that pass unread. */
  #pass = 0;
  /** Size of the extended header whose content is collected. */
  #pax = 0;
  #nextSize: number | undefined;
  /** How many times were changed. */
  changed = 0;

  constructor(latest: number) {
    super();
    this.#latest = latest;
  }

  override _transform(chunk: Buffer, _: string, done: (error?: Error) => void): void {
    try {
      let rest = chunk;
      while (rest.length > 0) rest = this.#take(rest);
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: (error?: Error) => void): void {
    done(this.#pass || this.#block.length ? new UnknownArchive('the archive ends too early') : undefined);
  }

  /** Returns what is left of the chunk. */
  #take(chunk: Buffer): Buffer {
    if (this.#pass > 0) {
      const passed = chunk.subarray(0, this.#pass);
      this.#pass -= passed.length;
      this.push(passed);
      return chunk.subarray(passed.length);
    }
    const wanted = padded(this.#pax) || BLOCK;
    const taken = chunk.subarray(0, wanted - this.#block.length);
    this.#block = Buffer.concat([this.#block, taken]);
    if (this.#block.length === wanted) {
      const block = this.#block;
      this.#block = Buffer.alloc(0);
      if (this.#pax) this.#extended(block);
      else this.#header(block);
      this.push(block);
    }
    return chunk.subarray(taken.length);
  }

  #header(block: Buffer): void {
    if (block.every((byte) => byte === 0)) return;
    if (checksumOf(block) !== readNumber(block, 148, 8)) throw new UnknownArchive('a header is damaged');
    const type = String.fromCharCode(block[156] || 0x30);
    if (!'01234567xgLK'.includes(type)) throw new UnknownArchive(`entries of type ${type}`);
    const size = this.#nextSize ?? readNumber(block, 124, 12);
    if (type === 'x') {
      if (size === 0 || size > PAX_LIMIT) throw new UnknownArchive(`an extended header of ${size} bytes`);
      this.#pax = size;
      return;
    }
    // Links, devices and folders have no content, whatever their size says.
    this.#pass = '07gLK'.includes(type) ? padded(size) : 0;
    if ('gLK'.includes(type)) return;
    this.#nextSize = undefined;
    if (readNumber(block, 136, 12) <= this.#latest) return;
    this.changed++;
    writeOctal(block, this.#latest, 136, 11);
    writeOctal(block, checksumOf(block), 148, 6);
  }

  /** Records are `<length> <key>=<value>\n`; the length counts itself, so a new value is as long as the old. */
  #extended(content: Buffer): void {
    for (let at = 0; at < this.#pax; ) {
      const text = content.toString('latin1', at, this.#pax);
      const [head = '', digits = '', key = ''] = /^(\d+) ([^=]+)=/.exec(text) ?? [];
      const length = Number(digits);
      if (length <= head.length || at + length > this.#pax) throw new UnknownArchive('a damaged record');
      const value = text.slice(head.length, length - 1);
      if (key === 'size') this.#nextSize = Number(value);
      if (/^[mac]time$/.test(key) && Number(value) > this.#latest) {
        const whole = String(this.#latest);
        const clamped = whole.length === value.length ? whole : `${whole}.`.padEnd(value.length, '0');
        if (clamped.length !== value.length) throw new UnknownArchive(`the time ${value}`);
        content.write(clamped, at + head.length, 'latin1');
        this.changed++;
      }
      at += length;
    }
    this.#pax = 0;
  }
}

const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

/** The sum of a header's bytes, its own field taken as spaces. */
function checksumOf(block: Buffer): number {
  return block.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 0x20 : byte), 0);
}

/** Octal text, or a binary number with the highest bit set. */
function readNumber(block: Buffer, from: number, length: number): number {
  const first = block[from] ?? 0;
  if (first === 0x80) return Number(block.readBigUInt64BE(from + length - 8));
  const text = block
    .toString('latin1', from, from + length)
    .replace(/[\0 ]+$/, '')
    .trim();
  if (!/^[0-7]*$/.test(text)) throw new UnknownArchive(`the number "${text}"`);
  return text === '' ? 0 : Number.parseInt(text, 8);
}

function writeOctal(block: Buffer, value: number, at: number, digits: number): void {
  block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1');
}
