import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { assembleImage } from '../assemble/index.ts';
import { inspectImage } from '../inspect.ts';
import { createLayout } from '../layout.ts';
import { parseReference } from '../reference.ts';
import { folder, IDENTITY, imageOf, section, sha256, type TarEntry, tarBytes, write } from '../testing.ts';
import { unpackImage } from './index.ts';

const file = (name: string, content = name): TarEntry => ({ name, content, type: 'file' });

function blobPath(reference: string, digest: string): string {
  const parsed = parseReference(reference);
  if (parsed.kind !== 'layout') throw new Error('not a layout');
  return join(parsed.folder, 'blobs/sha256', digest.slice(7));
}

/** Nothing may be left: neither the folder nor a temporary one beside it. */
async function expectRefused(reference: string, message: RegExp | string) {
  const target = join(folder(), 'app');
  await expect(unpackImage(reference, target)).rejects.toThrow(message);
  expect(readdirSync(dirname(target))).toEqual([]);
}

test('what was assembled comes out again, with the config', async () => {
  const app = write(folder(), {
    'src/main.js': 'hello',
    'src/lib/long.js': 'x'.repeat(100_000),
    'run.sh': '#!',
  });
  const store = await createLayout(join(folder(), 'images'));
  const build = section({
    files: ['src', { from: 'run.sh', to: '/bin/' }],
    entrypoint: ['node', 'src/main.js'],
  });
  const image = await assembleImage(app, build, IDENTITY, store);
  const target = join(folder(), 'out');
  const config = await unpackImage(image.reference, target);
  expect(config.config).toMatchObject({ Entrypoint: ['node', 'src/main.js'], WorkingDir: '/app' });
  expect(readFileSync(join(target, 'app/src/lib/long.js'), 'utf8')).toBe('x'.repeat(100_000));
  expect(readFileSync(join(target, 'bin/run.sh'), 'utf8')).toBe('#!');
});

test('a layer hides files and folders of lower layers, and only those', async () => {
  const image = await imageOf([
    [file('a/old'), file('a/kept'), file('gone/deep/x'), file('swap')],
    [file('a/.wh.old', ''), file('.wh.gone', ''), { name: 'swap/', type: 'directory' }, file('swap/inner')],
    [file('b/.wh..wh..opq', ''), file('b/new'), file('a/kept', 'second')],
  ]);
  const target = join(folder(), 'out');
  await unpackImage(image, target);
  expect(readdirSync(target).sort()).toEqual(['a', 'b', 'swap']);
  expect(readdirSync(join(target, 'a'))).toEqual(['kept']);
  expect(readFileSync(join(target, 'a/kept'), 'utf8')).toBe('second');
  expect(readdirSync(join(target, 'swap'))).toEqual(['inner']);
});

test('an opaque folder loses what lower layers put there, wherever the mark stands in the layer', async () => {
  const image = await imageOf([
    [file('d/low'), file('d/sub/low')],
    [file('d/sub/high'), file('d/high'), file('d/.wh..wh..opq', '')],
  ]);
  const target = join(folder(), 'out');
  await unpackImage(image, target);
  expect(readdirSync(join(target, 'd')).sort()).toEqual(['high', 'sub']);
  expect(readdirSync(join(target, 'd/sub'))).toEqual(['high']);
});

test.each([
  ['an absolute path', [file('/etc/passwd')], 'absolute path'],
  ['..', [file('a/../../evil')], '".."'],
  ['a link to an absolute path', [{ name: 'l', type: 'symlink', linkname: '/etc' }], 'outside of the image'],
  ['a link that leaves', [{ name: 'a/l', type: 'symlink', linkname: '../../x' }], 'outside of the image'],
  ['a hard link that leaves', [{ name: 'l', type: 'link', linkname: '../x' }], '".."'],
  ['a hard link to nothing', [{ name: 'l', type: 'link', linkname: 'x' }], 'not a file of the image'],
  ['a device', [{ name: 'd', type: 'character-device', devmajor: 1, devminor: 3 }], 'not allowed'],
  ['a pipe', [{ name: 'd', type: 'fifo' }], 'not allowed'],
  [
    'a path behind a link',
    [{ name: 'l', type: 'symlink', linkname: 'd' }, file('l/x')],
    'lies behind the link',
  ],
  ['a path twice', [file('x'), file('x')], 'twice'],
  ['a whiteout of ..', [file('a/.wh...', '')], 'hides nothing'],
] as [string, TarEntry[], string][])(
  'an image with %s is refused and leaves nothing',
  async (_, entries, message) => {
    await expectRefused(await imageOf([[file('fine'), ...entries]]), message);
  },
);

test('a link of a lower layer is not followed by a higher one', async () => {
  const image = await imageOf([
    [file('real/x'), { name: 'l', type: 'symlink', linkname: 'real' }],
    [file('l/x')],
  ]);
  await expectRefused(image, 'lies behind the link');
});

test('links inside of the image are kept, also hard ones', async () => {
  const image = await imageOf([
    [
      file('a/x', 'same'),
      { name: 'a/soft', type: 'symlink', linkname: '../a/x' },
      { name: 'hard', type: 'link', linkname: 'a/x' },
    ],
  ]);
  const target = join(folder(), 'out');
  await unpackImage(image, target);
  expect(readlinkSync(join(target, 'a/soft'))).toBe('../a/x');
  expect(lstatSync(join(target, 'hard')).ino).toBe(lstatSync(join(target, 'a/x')).ino);
});

test('setuid bits are dropped and folders stay removable', async () => {
  const image = await imageOf([
    [{ ...file('su'), mode: 0o4755 }, { name: 'locked/', type: 'directory', mode: 0o555 }, file('locked/x')],
  ]);
  const target = join(folder(), 'out');
  await unpackImage(image, target);
  expect(lstatSync(join(target, 'su')).mode & 0o7777).toBe(0o755);
  expect(lstatSync(join(target, 'locked')).mode & 0o777).toBe(0o755);
});

test('a damaged blob is named with both digests, whichever it is', async () => {
  const image = await imageOf([[file('x')]]);
  const { manifest, digest } = await inspectImage(image);
  const layer = manifest.layers[0]?.digest ?? '';
  for (const damaged of [layer, manifest.config.digest, digest]) {
    const path = blobPath(image, damaged);
    const before = readFileSync(path);
    const after = Buffer.from(before);
    after[20] = (after[20] ?? 0) ^ 1;
    writeFileSync(path, after);
    await expectRefused(image, new RegExp(`blob ${damaged} .*expected ${damaged}.*found ${sha256(after)}`));
    writeFileSync(path, before);
  }
  truncateSync(blobPath(image, layer), 10);
  await expectRefused(image, /found sha256:[0-9a-f]{64} \(10 bytes\)/);
});

test('a blob that is not there, a wrong diff id, and a layer that is no archive', async () => {
  const missing = await imageOf([[file('x')]]);
  await expectRefused(`${missing.slice(0, -64)}${'0'.repeat(64)}`, 'has no blob sha256:000');
  const wrong = sha256(Buffer.from('other'));
  await expectRefused(
    await imageOf([[file('x')]], [wrong]),
    `expected ${wrong}, found ${sha256(await tarBytes([file('x')]))}`,
  );
  await expectRefused(await imageOf([[file('x')]], []), '1 layers and 0 diff ids');
  await expectRefused(await imageOf([Buffer.from('not gzip')]), 'is not a valid archive');
  await expectRefused(await imageOf([gzipSync(Buffer.alloc(1024, 'x'))]), 'is not a valid archive');
});

test('a folder with content is left alone', async () => {
  const target = write(folder(), { mine: 'precious' });
  await expect(unpackImage(await imageOf([[file('x')]]), target)).rejects.toThrow('is not empty');
  expect(readdirSync(target)).toEqual(['mine']);
});

test('an aborted unpack leaves nothing', async () => {
  const target = join(folder(), 'app');
  const reason = new Error('cancelled');
  const image = await imageOf([[file('x')]]);
  await expect(unpackImage(image, target, { signal: AbortSignal.abort(reason) })).rejects.toThrow();
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(dirname(target))).toEqual([]);
});

test.each([
  ['shop:1.0', 'not an image by digest'],
  ['oci:images@sha256:1234', 'not an image by digest'],
  [`oci:images@sha256:${'0'.repeat(64)}`, 'relative folder'],
  [`ghcr.io/acme/shop@sha256:${'0'.repeat(64)}`, 'cannot read yet'],
  [`oci:/nowhere/at/all@sha256:${'0'.repeat(64)}`, 'is not an OCI image layout'],
])('the reference %s is refused', async (reference, message) => {
  await expectRefused(reference, message);
});
