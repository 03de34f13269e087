import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserError } from '@fairway/runtime';
import fc from 'fast-check';
import { extract } from 'tar-stream';
import { expect, test } from 'vitest';
import { assembleImage } from '../assemble/index.ts';
import { inspectImage } from '../inspect.ts';
import { createLayout } from '../layout.ts';
import { parseReference } from '../reference.ts';
import { folder, IDENTITY, imageOf, section, sha256, type TarEntry, tarBytes, write } from '../testing.ts';
import { unpackImage } from './index.ts';
import type { Content } from './layer-entries.ts';
import { LayerWriter } from './layer-writer.ts';
import { LinkedTree } from './linked-tree.ts';

const file = (name: string, content = name): TarEntry => ({ name, content, type: 'file' });

const soft = (name: string, linkname: string): TarEntry => ({ name, type: 'symlink', linkname });
const hard = (name: string, linkname: string): TarEntry => ({ name, type: 'link', linkname });
const dir = (name: string): TarEntry => ({ name: `${name}/`, type: 'directory' });

/** Applies layers without an image around them: a few hundred times in a second. */
async function applyTo(root: string, layers: readonly TarEntry[][]): Promise<void> {
  mkdirSync(root);
  const tree = new LinkedTree(root);
  for (const layer of layers) {
    const writer = new LayerWriter(tree);
    const tar = extract();
    tar.end(await tarBytes(layer));
    for await (const entry of tar) await writer.add(entry.header, entry as unknown as Content);
  }
  await tree.tieLinks();
}

/** Paths of all links. Not by a recursive readdir: Node's follows links to folders, and some are loops. */
function linksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isSymbolicLink() ? [path] : entry.isDirectory() ? linksIn(path) : [];
  });
}

/** Follows a link step by step as the kernel does, and fails when a step is above the root. */
function lexical(path: string, root: string): string {
  let real = root;
  const ahead = path.slice(root.length).split('/').reverse();
  for (let links = 0; ahead.length > 0; ) {
    const part = ahead.pop() ?? '';
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (real === root) throw new Error(`${path} leaves ${root}`);
      real = dirname(real);
      continue;
    }
    const next = join(real, part);
    const inside = existsSync(real) && lstatSync(real).isDirectory();
    const found = inside ? lstatSync(next, { throwIfNoEntry: false }) : undefined;
    if (!found?.isSymbolicLink()) real = next;
    else if (++links > 40) return real;
    else {
      const to = readlinkSync(next);
      if (to.startsWith('/')) throw new Error(`${path} is absolute: ${to}`);
      ahead.push(...to.split('/').reverse());
    }
  }
  return real;
}

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
  ['a link that leaves', [{ name: 'a/l', type: 'symlink', linkname: '../../x' }], 'outside of the image'],
  ['a hard link that leaves', [{ name: 'l', type: 'link', linkname: '../x' }], '".."'],
  ['a hard link to nothing', [{ name: 'l', type: 'link', linkname: 'x' }], 'not a file of the image'],
  ['a device', [{ name: 'd', type: 'character-device', devmajor: 1, devminor: 3 }], 'not allowed'],
  ['a device behind a link', [soft('dev', 'd'), { name: 'dev/x', type: 'block-device' }], 'not allowed'],
  ['a pipe', [{ name: 'd', type: 'fifo' }], 'not allowed'],
  ['a path behind a loop of links', [soft('l', 'm'), soft('m', '/l'), file('l/x')], 'a loop of links'],
  ['a path twice by way of a link', [file('d/x'), soft('l', 'd'), file('l/x')], '"d/x" twice'],
  ['a hard link to a link that leaves', [soft('a/b/l', '../x'), hard('l', 'a/b/l')], 'outside of the image'],
  ['a path twice', [file('x'), file('x')], 'twice'],
  ['a whiteout of ..', [file('a/.wh...', '')], 'hides nothing'],
] as [string, TarEntry[], string][])(
  'an image with %s is refused and leaves nothing',
  async (_, entries, message) => {
    await expectRefused(await imageOf([[file('fine'), ...entries]]), message);
  },
);

/** Where a link leads when the kernel follows it. */
const followed = (path: string) => execFileSync('realpath', ['-m', path], { encoding: 'utf8' }).trim();

test('a distribution: absolute links and links of folders mean what they mean inside of the image', async () => {
  const image = await imageOf([
    [
      file('usr/bin/busybox', 'busybox'),
      soft('bin', 'usr/bin'),
      soft('usr/bin/sh', '/bin/busybox'),
      file('etc/ssl/cert.pem', 'cert'),
      soft('usr/lib/ssl/cert.pem', '/etc/ssl/cert.pem'),
      soft('etc/mtab', '/proc/mounts'),
      soft('var/run', '/run'),
      { name: 'dev/null', type: 'character-device', devmajor: 1, devminor: 3 },
    ],
    [file('bin/tool', 'tool'), hard('bin/tool2', 'bin/tool'), hard('bin/ash', 'usr/bin/sh')],
    [file('bin/.wh.tool', ''), file('var/run/app/pid', '1')],
  ]);
  const target = join(folder(), 'out');
  await unpackImage(image, target);
  expect(readlinkSync(join(target, 'bin'))).toBe('usr/bin');
  expect(readdirSync(join(target, 'usr/bin')).sort()).toEqual(['ash', 'busybox', 'sh', 'tool2']);
  for (const name of ['bin/sh', 'bin/ash', 'usr/bin/busybox']) {
    expect(readFileSync(join(target, name), 'utf8')).toBe('busybox');
  }
  expect(readFileSync(join(target, 'usr/lib/ssl/cert.pem'), 'utf8')).toBe('cert');
  expect(readlinkSync(join(target, 'etc/mtab'))).toBe('../proc/mounts');
  expect(readFileSync(join(target, 'run/app/pid'), 'utf8')).toBe('1');
  expect(readdirSync(join(target, 'dev'))).toEqual([]);
});

test.each<[string, TarEntry[][]]>([
  ['an absolute link and a file through it', [[soft('l', 'OUTSIDE'), file('l/x')]]],
  ['the same over two layers', [[soft('l', 'OUTSIDE')], [file('l/x'), file('l/deep/y')]]],
  ['a chain of links', [[soft('a', 'OUTSIDE'), soft('b', 'a'), soft('c', '/b')], [file('c/x')]]],
  [
    'a link to the root, and .. behind it',
    [[soft('a/b/r', '/'), soft('l', 'a/b/r/../OUTSIDE'), file('l/x')]],
  ],
  [
    '.. behind a link that looks deep',
    [[dir('p/q'), soft('d', 'p'), soft('p/l', '../d/../OUTSIDE')], [file('p/l/x')]],
  ],
  ['a folder that becomes a link later', [[dir('d'), file('d/x')], [soft('d', 'OUTSIDE')], [file('d/x')]]],
  [
    'a link that a whiteout goes through',
    [[soft('l', 'OUTSIDE')], [file('l/.wh.precious', ''), file('l/.wh..wh..opq', '')]],
  ],
  ['a hard link through a link', [[soft('l', 'OUTSIDE'), file('x'), hard('l/precious', 'x')]]],
  ['a folder entry over a link', [[soft('l', 'OUTSIDE'), dir('l')], [file('l/x')]]],
  ['a link replaced by itself', [[soft('l', 'OUTSIDE')], [soft('l', 'OUTSIDE/../OUTSIDE'), file('l/x')]]],
])('hostile: %s touches nothing outside, and no link leads there', async (_, layers) => {
  const around = write(folder(), { 'outside/precious': 'precious' });
  const outside = join(around, 'outside');
  const aimed = layers.map((layer) =>
    layer.map((entry) =>
      entry.linkname ? { ...entry, linkname: entry.linkname.replaceAll('OUTSIDE', outside) } : entry,
    ),
  );
  const target = join(around, 'root');
  await unpackImage(await imageOf(aimed), target);
  expect(readdirSync(around).sort()).toEqual(['outside', 'root']);
  expect(readdirSync(outside)).toEqual(['precious']);
  expect(readFileSync(join(outside, 'precious'), 'utf8')).toBe('precious');
  for (const path of linksIn(target)) expect(`${followed(path)}/`).toContain(`${target}/`);
});

test('any links and files: nothing is written outside, no link leads there', async () => {
  const part = fc.constantFrom('a', 'b', 'c', '..', '.');
  const name = fc
    .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
    .map((p) => p.join('/'));
  const target = fc
    .tuple(fc.constantFrom('', '/'), fc.array(part, { minLength: 1, maxLength: 5 }))
    .map(([start, parts]) => start + parts.join('/'));
  const entry = fc.oneof(
    name.map((each) => file(each, '')),
    name.map(dir),
    fc.tuple(name, target).map(([from, to]) => soft(from, to)),
    fc.tuple(name, name).map(([from, to]) => hard(from, to)),
  );
  const layers = fc.array(fc.array(entry, { maxLength: 4 }), { minLength: 1, maxLength: 4 });
  let unpacked = 0;
  await fc.assert(
    fc.asyncProperty(layers, async (entries) => {
      const around = mkdtempSync(join(realpathSync(tmpdir()), 'fairway-links-'));
      try {
        const root = join(around, 'root');
        // The image is refused, or it stays inside.
        await applyTo(root, entries).then(
          () => unpacked++,
          (error) => expect(error).toBeInstanceOf(UserError),
        );
        expect(readdirSync(around).filter((each) => each !== 'root')).toEqual([]);
        for (const path of linksIn(root)) expect(`${lexical(path, root)}/`).toContain(`${root}/`);
      } finally {
        rmSync(around, { recursive: true, force: true });
      }
    }),
    { numRuns: 150 },
  );
  expect(unpacked).toBeGreaterThan(15);
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
  [`ghcr.io/acme/shop@sha256:${'0'.repeat(64)}`, 'cannot be reached from here'],
  [`oci:/nowhere/at/all@sha256:${'0'.repeat(64)}`, 'is not an OCI image layout'],
])('the reference %s is refused', async (reference, message) => {
  await expectRefused(reference, message);
});
