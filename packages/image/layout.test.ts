import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lane } from '../../test/support/lanes.ts';
import { assembleImage } from './assemble/index.ts';
import { createLayout, openLayout, REF_NAME } from './layout.ts';
import { folder, IDENTITY, section, sha256, write } from './testing.ts';
import { unpackImage } from './unpack/index.ts';

/** Builds in a process of its own: to be killed, watched, or run beside others. */
const SCRIPT = `
import { assembleImage, createLayout } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
const [context, layout, build, identity] = process.argv.slice(1);
const image = await assembleImage(context, JSON.parse(build), JSON.parse(identity), await createLayout(layout));
process.stdout.write(JSON.stringify({ ...image, memory: process.resourceUsage().maxRSS }));
`;

const BUILD = section({ files: ['src'] });
const argv = (context: string, layout: string, version = '1.0.0') => [
  '--input-type=module-typescript',
  '--eval',
  SCRIPT,
  context,
  layout,
  JSON.stringify(BUILD),
  JSON.stringify({ ...IDENTITY, version }),
];

const assemble = async (context: string, layout: string) =>
  await assembleImage(context, BUILD, IDENTITY, await createLayout(layout));

/** A file of this many bytes that does not compress to nothing. */
function bigFile(context: string, bytes: number): void {
  const block = Buffer.from(Array.from({ length: 65_536 }, (_, i) => (i * 7919) % 251));
  mkdirSync(join(context, 'src'), { recursive: true });
  writeFileSync(join(context, 'src/big'), '');
  for (let at = 0; at < bytes; at += block.length)
    writeFileSync(join(context, 'src/big'), block, { flag: 'a' });
}

test('builds of several processes into one layout keep all images', async () => {
  const layout = join(folder(), 'images');
  const versions = Array.from({ length: 6 }, (_, i) => `1.${i}.0`);
  const builds = versions.map((version) => {
    const context = write(folder(), { 'src/version': version, 'src/same': 'same' });
    return spawn(process.execPath, argv(context, layout, version), {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  });
  expect(await Promise.all(builds.map(async (child) => (await once(child, 'close'))[0]))).toEqual(
    builds.map(() => 0),
  );
  const listed = await (await openLayout(layout)).list();
  expect(listed.map(({ annotations }) => annotations?.[REF_NAME]).sort()).toEqual(versions);
});

test('builds of one process at the same time keep all images', async () => {
  const layout = join(folder(), 'images');
  const context = write(folder(), { 'src/x': 'x' });
  const versions = Array.from({ length: 8 }, (_, i) => `2.${i}.0`);
  await Promise.all(
    versions.map(async (version) =>
      assembleImage(context, BUILD, { ...IDENTITY, version }, await createLayout(layout)),
    ),
  );
  const listed = await (await openLayout(layout)).list();
  expect(listed.map(({ annotations }) => annotations?.[REF_NAME]).sort()).toEqual(versions);
});

test('a build that is killed leaves a valid layout, and the next one succeeds', async () => {
  const layout = join(folder(), 'images');
  const before = await assemble(write(folder(), { 'src/x': 'x' }), layout);
  const index = readFileSync(join(layout, 'index.json'), 'utf8');
  const context = folder();
  bigFile(context, 64 * 1024 * 1024);
  const child = spawn(process.execPath, argv(context, layout), { stdio: 'ignore' });
  while (readdirSync(join(layout, '.incoming')).length === 0 && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
  expect(readFileSync(join(layout, 'index.json'), 'utf8')).toBe(index);
  for (const name of readdirSync(join(layout, 'blobs/sha256'))) {
    expect(sha256(readFileSync(join(layout, 'blobs/sha256', name)))).toBe(`sha256:${name}`);
  }
  await unpackImage(before.reference, join(folder(), 'out'));
  await assemble(write(folder(), { 'src/x': 'y' }), layout);
});

test('memory does not grow with the size of a file', () => {
  const memory = [1, 96].map((mebibytes) => {
    const context = folder();
    bigFile(context, mebibytes * 1024 * 1024);
    const run = spawnSync(process.execPath, argv(context, join(folder(), 'images')), { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    return JSON.parse(run.stdout).memory;
  });
  // In KiB. Buffers in flight and the collector's slack, but not the file.
  expect(memory[1] - memory[0]).toBeLessThan(48 * 1024);
});

test('a damaged blob is mended by building again', async () => {
  const layout = join(folder(), 'images');
  const context = write(folder(), { 'src/x': 'x' });
  const image = await assemble(context, layout);
  const layer = image.layers[0]?.digest ?? '';
  truncateSync(join(layout, 'blobs/sha256', layer.slice(7)), 3);
  await expect(unpackImage(image.reference, join(folder(), 'out'))).rejects.toThrow('does not match');
  await assemble(context, layout);
  await unpackImage(image.reference, join(folder(), 'out'));
});

test('what a killed build left is removed after a day, not before', async () => {
  const layout = join(folder(), 'images');
  await createLayout(layout);
  write(layout, { '.incoming/old': '', '.incoming/young': '' });
  utimesSync(join(layout, '.incoming/old'), 0, 0);
  await createLayout(layout);
  expect(readdirSync(join(layout, '.incoming'))).toEqual(['young']);
});

describe('a layout that is none', () => {
  test.each([
    ['index.json', 'not json', 'not valid JSON'],
    ['index.json', '{"schemaVersion":1}', 'schemaVersion is 1'],
    ['index.json', '{"schemaVersion":2,"manifests":[{"digest":"sha256:../../x"}]}', 'manifests[0] lacks'],
    ['oci-layout', '{"imageLayoutVersion":"9.0.0"}', 'unknown layout version'],
  ])('%s with %s', async (name, text, message) => {
    const layout = join(folder(), 'images');
    const context = write(folder(), { 'src/x': 'x' });
    await assemble(context, layout);
    writeFileSync(join(layout, name), text);
    await expect(assemble(context, layout)).rejects.toThrow(message);
    expect(readFileSync(join(layout, name), 'utf8')).toBe(text);
  });

  test('a file in the place of the folder', async () => {
    const root = write(folder(), { images: '' });
    await expect(createLayout(join(root, 'images'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  });
});

/** A small file system of our own, if this machine lets us mount one. */
function mounted(options: string): string | undefined {
  const point = folder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', point]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', ['-l', point]));
  return point;
}

const canMount = (): boolean =>
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;

lane('tmpfs', canMount(), () => {
  test('a full disk is said, and the layout stays as it was', async () => {
    const layout = join(mounted('size=128k') ?? '', 'images');
    const before = await assemble(write(folder(), { 'src/x': 'x' }), layout);
    const index = readFileSync(join(layout, 'index.json'), 'utf8');
    const noise = execFileSync('head', ['-c', '400000', '/dev/urandom']).toString('latin1');
    await expect(assemble(write(folder(), { 'src/noise': noise }), layout)).rejects.toThrow('ENOSPC');
    expect(readFileSync(join(layout, 'index.json'), 'utf8')).toBe(index);
    expect(readdirSync(join(layout, '.incoming'))).toEqual([]);
    await unpackImage(before.reference, join(folder(), 'out'));
  });

  test('an image that does not fit where it is unpacked leaves nothing', async () => {
    const point = mounted('size=128k') ?? '';
    const noise = execFileSync('head', ['-c', '400000', '/dev/urandom']).toString('latin1');
    const image = await assemble(write(folder(), { 'src/noise': noise }), join(folder(), 'images'));
    await expect(unpackImage(image.reference, join(point, 'app'))).rejects.toThrow('ENOSPC');
    expect(readdirSync(point)).toEqual([]);
  });

  test('a read-only folder is said', async () => {
    const point = mounted('size=128k') ?? '';
    const layout = join(point, 'images');
    const context = write(folder(), { 'src/x': 'x' });
    const image = await assemble(context, layout);
    execFileSync('mount', ['-o', 'remount,ro', point]);
    await expect(assemble(write(folder(), { 'src/x': 'y' }), layout)).rejects.toThrow(
      /EROFS|cannot be locked/,
    );
    // Reading needs no more than that.
    await unpackImage(image.reference, join(folder(), 'out'));
  });
});

const skopeo = spawnSync('skopeo', ['--version']).status === 0;

lane('skopeo', skopeo, () => {
  test('skopeo reads the layout by tag and copies the image with the same digest', async () => {
    const layout = join(folder(), 'images');
    const image = await assemble(
      write(folder(), { 'src/main.js': 'x', [`src/${'long'.repeat(30)}`]: 'y' }),
      layout,
    );
    const inspected = JSON.parse(
      execFileSync('skopeo', ['inspect', `oci:${layout}:1.0.0`], { encoding: 'utf8' }),
    );
    expect(inspected).toMatchObject({
      Digest: image.digest,
      Os: 'linux',
      Layers: image.layers.map(({ digest }) => digest),
    });
    const copy = join(folder(), 'copy');
    execFileSync('skopeo', ['copy', '--quiet', '--insecure-policy', `oci:${layout}:1.0.0`, `dir:${copy}`]);
    expect(sha256(readFileSync(join(copy, 'manifest.json')))).toBe(image.digest);
    // And back: what another tool writes is unpacked by us.
    const back = join(folder(), 'back');
    execFileSync('skopeo', ['copy', '--quiet', '--insecure-policy', `dir:${copy}`, `oci:${back}:x`]);
    await unpackImage(`oci:${back}@${image.digest}`, join(back, 'out'));
    expect(existsSync(join(back, 'out/app/src/main.js'))).toBe(true);
  });

  test('skopeo reads every platform of an index', async () => {
    const layout = join(folder(), 'images');
    const build = section({ files: ['src'], platforms: ['linux/amd64', 'linux/arm64'] });
    const store = await createLayout(layout);
    await assembleImage(write(folder(), { 'src/x': 'x' }), build, IDENTITY, store);
    const copy = join(folder(), 'copy');
    execFileSync('skopeo', [
      'copy',
      '--all',
      '--quiet',
      '--insecure-policy',
      `oci:${layout}:1.0.0`,
      `dir:${copy}`,
    ]);
    expect(readdirSync(copy).filter((name) => name.endsWith('.manifest.json'))).toHaveLength(2);
  });
});
