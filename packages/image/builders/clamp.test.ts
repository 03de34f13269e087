import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { expect, test } from 'vitest';
import { folder, tarBytes } from '../testing.ts';
import { TarClamp, UnknownArchive } from './clamp.ts';

const LATEST = 1_600_000_000;
const OLD = 1_000_000_000;

/** Passes the bytes through in pieces of this size. */
async function clamped(bytes: Buffer, piece = 4_096): Promise<{ bytes: Buffer; changed: number }> {
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  };
  const clamp = new TarClamp(LATEST);
  const read = buffer(clamp);
  await Promise.all([pipeline(Readable.from(pieces()), clamp), read]);
  return { bytes: await read, changed: clamp.changed };
}

/** All that an extractor sees, times in seconds. */
async function entries(bytes: Buffer): Promise<readonly { header: Header; content: string }[]> {
  const found: { header: Header; content: string }[] = [];
  const tar = extract();
  const reading = pipeline(Readable.from([bytes]), tar);
  for await (const entry of tar) {
    const content = await buffer(entry as unknown as AsyncIterable<Uint8Array>);
    found.push({ header: entry.header, content: content.toString('latin1') });
  }
  await reading;
  return found;
}

/** A folder with what layers hold: long names, links, an empty file, a large one, old and new times. */
function tree(): string {
  const root = folder();
  const long = 'n'.repeat(120);
  mkdirSync(join(root, 'a', long, long), { recursive: true });
  writeFileSync(join(root, 'a', long, long, 'deep'), 'deep');
  writeFileSync(join(root, 'a/empty'), '');
  writeFileSync(join(root, 'a/large'), Buffer.alloc(100_003, 'large '));
  symlinkSync('large', join(root, 'a/link'));
  writeFileSync(join(root, 'a/old'), 'old');
  utimesSync(join(root, 'a/old'), OLD, OLD);
  return root;
}

test.each([
  ['gnu', []],
  ['ustar', ['--exclude=n*']],
  ['pax', []],
  ['pax', ['--pax-option=delete=atime,delete=ctime']],
])('an archive of GNU tar (%s %j) differs in later times alone', async (format, options) => {
  const args = ['-C', tree(), `--format=${format}`, '-cf', '-', '--xattrs', ...options, 'a'];
  const bytes = execFileSync('tar', args, { maxBuffer: 1e8 });
  const { bytes: after, changed } = await clamped(bytes);
  expect(changed).toBeGreaterThan(2);
  expect(after.length).toBe(bytes.length);
  const [was, is] = [await entries(bytes), await entries(after)];
  expect(is.map(({ content }) => content)).toEqual(was.map(({ content }) => content));
  for (const [i, { header }] of is.entries()) {
    const before = was[i]?.header;
    const { mtime, pax, ...rest } = header;
    const { mtime: mtimeBefore, pax: paxBefore, ...restBefore } = before as Header;
    expect(rest).toEqual(restBefore);
    expect(Object.keys(pax ?? {})).toEqual(Object.keys(paxBefore ?? {}));
    const seconds = (time: Date | undefined) => Math.floor((time?.getTime() ?? 0) / 1_000);
    expect(seconds(mtime), header.name).toBe(Math.min(seconds(mtimeBefore), LATEST));
    for (const key of ['mtime', 'atime', 'ctime']) {
      expect(
        Number((pax as Record<string, string> | undefined)?.[key] ?? 0),
        `${header.name} ${key}`,
      ).toBeLessThanOrEqual(LATEST);
    }
  }
  // GNU tar agrees that it is an archive, and does not see a second one to change.
  expect(execFileSync('tar', ['-tf', '-'], { input: after }).toString()).toContain('a/old');
  expect(await clamped(after)).toEqual({ bytes: after, changed: 0 });
});

test('the result does not depend on how the bytes come in', async () => {
  const bytes = execFileSync('tar', ['-C', tree(), '--format=pax', '-cf', '-', 'a'], { maxBuffer: 1e8 });
  const whole = await clamped(bytes, bytes.length);
  for (const piece of [1, 13, 511, 512, 513, 10_007]) expect(await clamped(bytes, piece)).toEqual(whole);
});

test('an archive without later times passes as it is', async () => {
  const bytes = await tarBytes([{ name: 'a', content: 'x', mtime: new Date(OLD * 1_000) }]);
  expect(await clamped(bytes)).toEqual({ bytes, changed: 0 });
});

test.each([
  ['a damaged header', (bytes: Buffer) => bytes.fill(0x41, 0, 10)],
  ['an archive that ends too early', (bytes: Buffer) => bytes.subarray(0, 700)],
  [
    'an unknown entry',
    (bytes: Buffer) => {
      bytes[156] = 'S'.charCodeAt(0);
      const sum = bytes.subarray(0, 512).reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0);
      bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
      return bytes;
    },
  ],
])('%s is not changed but refused', async (_, damage) => {
  const bytes = await tarBytes([{ name: 'a', content: 'x'.repeat(600) }]);
  await expect(clamped(damage(bytes))).rejects.toThrow(UnknownArchive);
});
