import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { extract, type Header } from 'tar-stream';
import { expect, test } from 'vitest';
import { folder, write } from '../testing.ts';
import type { Entry } from './entries.ts';
import { tarOf } from './tar.ts';

async function read(entries: readonly Entry[]) {
  const tar = extract();
  Readable.from(tarOf(entries, 1_700_000_000)).pipe(tar as unknown as NodeJS.WritableStream);
  const found: { header: Header; text: string }[] = [];
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
    found.push({ header: entry.header, text: Buffer.concat(chunks).toString() });
  }
  return found;
}

test('another reader finds every name and link again, however long and in any script', async () => {
  const name = fc
    .array(
      fc.stringMatching(/^[a-zäß日.~ ]{1,60}$/).filter((part) => !/^\.{1,2}$/.test(part)),
      { minLength: 1, maxLength: 5 },
    )
    .map((parts) => parts.join('/'));
  await fc.assert(
    fc.asyncProperty(name, name, async (one, other) => {
      const [first, second] = await read([
        { type: 'folder', name: one },
        { type: 'link', name: other, target: one },
      ]);
      expect(first?.header).toMatchObject({ name: `${one}/`, type: 'directory', mode: 0o755 });
      expect(second?.header).toMatchObject({
        name: other,
        linkname: one,
        type: 'symlink',
        uid: 0,
        gid: 0,
        uname: '',
      });
      expect(second?.header.mtime).toEqual(new Date(1_700_000_000_000));
    }),
    { numRuns: 60 },
  );
});

test('file contents of every size around a block come out again', async () => {
  const sizes = [0, 1, 511, 512, 513, 70_000];
  const root = write(folder(), Object.fromEntries(sizes.map((size) => [`f${size}`, 'x'.repeat(size)])));
  const found = await read(
    sizes.map((size) => ({
      type: 'file',
      name: `f${size}`,
      source: join(root, `f${size}`),
      size,
      executable: size === 0,
    })),
  );
  expect(found.map(({ text }) => text.length)).toEqual(sizes);
  expect(found.map(({ header }) => header.mode)).toEqual([0o755, 0o644, 0o644, 0o644, 0o644, 0o644]);
});

test.each([4, 6])(
  'a file that is not as long as it was (%i for 5 bytes) is an error, not a broken tar',
  async (size) => {
    const root = write(folder(), { f: '12345' });
    const entry: Entry = { type: 'file', name: 'f', source: join(root, 'f'), size, executable: false };
    await expect(buffer(tarOf([entry], 0))).rejects.toThrow('changed while it was read');
  },
);

/** The bytes are the digest of every image: a change here is a new builder version, not a detail. */
test('the bytes are pinned', async () => {
  const root = write(folder(), { f: 'content' });
  const hash = createHash('sha256');
  const entries: Entry[] = [
    { type: 'folder', name: 'app' },
    { type: 'file', name: 'app/f', source: join(root, 'f'), size: 7, executable: true },
    { type: 'link', name: `app/${'l'.repeat(120)}`, target: 'ä' },
  ];
  for await (const chunk of tarOf(entries, 1_700_000_000)) hash.update(chunk);
  expect(readFileSync(join(root, 'f'), 'utf8')).toBe('content');
  expect(hash.digest('hex')).toMatchInlineSnapshot(
    `"03d775bccd0a4b703b2a22338e962dc1a3fc55e5ce2fa613f22f4d00c6a3a3db"`,
  );
});
