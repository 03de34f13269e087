import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { storeOf } from '../inspect.ts';
import { parseReference } from '../reference.ts';
import { imageOf, type TarEntry, tarBytes } from '../testing.ts';
import { readContents } from './contents.ts';
import { readSubjects } from './subjects.ts';

const pkg = (name: string, version = '1.0.0', at = 'app'): TarEntry => ({
  name: `${at}/node_modules/${name}/package.json`,
  content: JSON.stringify({ name, version }),
});

async function contentsOf(layers: readonly (readonly TarEntry[] | Buffer)[], diffIds?: readonly string[]) {
  const reference = await imageOf(layers, diffIds);
  const store = await storeOf(reference);
  const { images } = await readSubjects(store, parseReference(reference).digest);
  const [image] = images;
  if (!image) throw new Error('no image');
  return await readContents(store, image.manifest, image.config);
}

const names = async (...layers: (readonly TarEntry[])[]) =>
  (await contentsOf(layers)).components.map(({ name, version }) => `${name}@${version}`);

it('sees what a later layer replaced, removed and emptied', async () => {
  const base = [pkg('kept'), pkg('gone'), pkg('updated'), pkg('x', '1.0.0', 'old'), pkg('y', '1.0.0', 'srv')];
  expect(
    await names(base, [
      { name: 'app/node_modules/.wh.gone', content: '' },
      pkg('updated', '2.0.0'),
      pkg('new', '1.0.0', 'old'),
      // Hides what is below this layer only, wherever it stands in it.
      { name: 'old/.wh..wh..opq', content: '' },
      { name: '.wh.srv', content: '' },
      pkg('y', '3.0.0', 'srv'),
    ]),
  ).toEqual(['kept@1.0.0', 'new@1.0.0', 'updated@2.0.0', 'y@3.0.0']);
});

it('a file or link in place of a folder takes all below it away; a folder joins a folder', async () => {
  const base = [pkg('a', '1.0.0', 'one'), pkg('b', '1.0.0', 'two'), pkg('c', '1.0.0', 'three')];
  expect(
    await names(base, [
      { name: 'one', type: 'symlink', linkname: 'two' },
      { name: 'two/node_modules', content: 'a file' },
      { name: 'three/', type: 'directory' },
      { name: 'three/node_modules/', type: 'directory' },
    ]),
  ).toEqual(['c@1.0.0']);
});

it('names of entries lead nowhere: they are read as paths of the image', async () => {
  const { components, files } = await contentsOf([
    [
      { ...pkg('dot'), name: './app/node_modules/dot/package.json' },
      { ...pkg('root'), name: '/app/node_modules/root/package.json' },
      { ...pkg('up'), name: '../../../app/node_modules/up/package.json' },
      { ...pkg('dot', '2.0.0'), name: 'app/x/../node_modules/dot/package.json' },
      { name: 'dev/sda', type: 'block-device' },
      { name: '.wh.', content: '' },
      { name: '.wh...', content: '' },
    ],
  ]);
  expect(components.map(({ name, version }) => `${name}@${version}`)).toEqual([
    'dot@2.0.0',
    'root@1.0.0',
    'up@1.0.0',
  ]);
  expect(components[0]?.paths).toEqual(['app/node_modules/dot/package.json']);
  expect(files).toBe(5);
});

it('hard links tell what their target tells; one that was not read is named', async () => {
  const { components, problems } = await contentsOf([
    [pkg('a'), { ...pkg('b'), name: 'store/b.json' }],
    [
      { name: 'copy/node_modules/a/package.json', type: 'link', linkname: 'app/node_modules/a/package.json' },
      { name: 'copy/node_modules/b/package.json', type: 'link', linkname: 'store/b.json' },
    ],
  ]);
  expect(components).toMatchObject([
    { name: 'a', paths: ['app/node_modules/a/package.json', 'copy/node_modules/a/package.json'] },
  ]);
  expect(problems).toEqual([
    {
      path: 'copy/node_modules/b/package.json',
      problem: 'is a hard link to /store/b.json, which was not read',
    },
  ]);
});

it('goes on after files it reads in part or not at all', async () => {
  const { components, problems } = await contentsOf([
    [
      // Too large for a package.json; a program that is none: both are left before their end.
      { name: 'app/node_modules/big/package.json', content: 'x'.repeat(3_000_000) },
      { name: 'usr/bin/tool', content: 'x'.repeat(500_000), mode: 0o755 },
      pkg('after'),
    ],
  ]);
  expect(components.map(({ name }) => name)).toEqual(['after']);
  expect(problems).toHaveLength(1);
});

it('refuses a layer that is damaged, cut off, or not the one the config names', async () => {
  const tar = await tarBytes([pkg('a'), { name: 'large', content: 'x'.repeat(200_000) }]);
  const whole = gzipSync(tar);
  await expect(contentsOf([Buffer.from('not gzip')], [`sha256:${'0'.repeat(64)}`])).rejects.toThrow(
    /is not a valid archive/,
  );
  await expect(contentsOf([whole.subarray(0, whole.length - 20)])).rejects.toThrow(/is not a valid archive/);
  await expect(contentsOf([gzipSync(tar.subarray(0, 100_000))])).rejects.toThrow(/is not a valid archive/);
  await expect(contentsOf([[pkg('a')]], [`sha256:${'0'.repeat(64)}`])).rejects.toThrow(
    /does not match its diff id/,
  );
});
