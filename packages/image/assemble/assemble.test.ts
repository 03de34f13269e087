import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { inspectImage } from '../inspect.ts';
import { createLayout } from '../layout.ts';
import { folder, IDENTITY, section, sha256, write } from '../testing.ts';
import { assembleImage } from './index.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const FILES = { 'src/main.js': 'main', 'src/lib/b.js': 'b', 'src/lib/a.js': 'a', 'start.sh': '#!/bin/sh' };
const BUILD = {
  files: ['src', { from: 'start.sh', to: '/usr/bin/start' }],
  entrypoint: ['node', 'src/main.js'],
  env: { B: '2', A: '1' },
  ports: [8080],
  labels: { team: 'shop' },
};

async function build(
  raw: object = BUILD,
  context = write(folder(), FILES),
  layout = join(folder(), 'images'),
) {
  const image = await assembleImage(context, section(raw), IDENTITY, await createLayout(layout));
  return {
    image,
    layout,
    context,
    blob: (digest: string) => readFileSync(join(layout, 'blobs/sha256', digest.slice(7))),
  };
}

test('the same files give the same digest in another folder, with other times, modes, order and zone', async () => {
  const one = await build();
  process.env.TZ = 'Pacific/Auckland';
  const other = write(folder(), Object.fromEntries(Object.entries(FILES).reverse()));
  mkdirSync(join(other, 'src/left-behind'));
  for (const name of Object.keys(FILES)) {
    chmodSync(join(other, name), 0o600);
    utimesSync(join(other, name), 1, 1);
  }
  const two = await build({ ...BUILD, env: { A: '1', B: '2' } }, other);
  expect(two.image.digest).toBe(one.image.digest);
});

test('the executable bit is part of the content; so is each byte', async () => {
  const one = await build();
  const executable = write(folder(), FILES);
  chmodSync(join(executable, 'start.sh'), 0o755);
  const two = await build(BUILD, executable);
  const three = await build(BUILD, write(folder(), { ...FILES, 'src/main.js': 'Main' }));
  expect(new Set([one, two, three].map(({ image }) => image.digest)).size).toBe(3);
});

test('manifest and config say what the image is, and every digest is of the bytes', async () => {
  const { image, blob, layout } = await build();
  const { manifest, config } = await inspectImage(image.reference);
  expect(sha256(blob(image.digest))).toBe(image.digest);
  expect(manifest.mediaType).toBe('application/vnd.oci.image.manifest.v1+json');
  expect(manifest.layers.map(({ digest }) => gunzipSync(blob(digest))).map(sha256)).toEqual(
    config.rootfs.diff_ids,
  );
  const annotations = {
    'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
    'org.opencontainers.image.revision': IDENTITY.revision,
    'org.opencontainers.image.source': IDENTITY.source,
    'org.opencontainers.image.title': 'shop',
    'org.opencontainers.image.version': '1.0.0',
  };
  expect(manifest.annotations).toEqual(annotations);
  expect(config).toMatchObject({
    created: '2023-11-14T22:13:20Z',
    os: 'linux',
    architecture: 'amd64',
    config: {
      Entrypoint: ['node', 'src/main.js'],
      Env: ['A=1', 'B=2'],
      WorkingDir: '/app',
      ExposedPorts: { '8080/tcp': {} },
      Labels: { team: 'shop', ...annotations },
    },
  });
  expect(config.history).toHaveLength(config.rootfs.diff_ids.length);
  expect(JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')).manifests).toEqual([
    {
      mediaType: manifest.mediaType,
      digest: image.digest,
      size: blob(image.digest).length,
      platform: { architecture: 'amd64', os: 'linux' },
      annotations: { 'org.opencontainers.image.ref.name': '1.0.0' },
    },
  ]);
});

test('GNU tar lists the layer: sorted, owned by root, folders first, nothing twice', async () => {
  const { image, layout } = await build({ ...BUILD, files: ['src'] });
  const blob = join(layout, 'blobs/sha256', image.layers[0]?.digest.slice(7) ?? '');
  const options = ['--full-time', '--utc', '--numeric-owner', '-tvzf', blob];
  const lines = execFileSync('tar', options, { encoding: 'utf8' }).trim().split('\n');
  expect(lines.map((line) => line.replace(/\s+/g, ' '))).toEqual([
    'drwxr-xr-x 0/0 0 2023-11-14 22:13:20 app/',
    'drwxr-xr-x 0/0 0 2023-11-14 22:13:20 app/src/',
    'drwxr-xr-x 0/0 0 2023-11-14 22:13:20 app/src/lib/',
    '-rw-r--r-- 0/0 1 2023-11-14 22:13:20 app/src/lib/a.js',
    '-rw-r--r-- 0/0 1 2023-11-14 22:13:20 app/src/lib/b.js',
    '-rw-r--r-- 0/0 4 2023-11-14 22:13:20 app/src/main.js',
  ]);
  // No time and no operating system in the header of gzip.
  expect([...readFileSync(blob).subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
});

test('an unchanged layer is neither new nor written again', async () => {
  const { image, layout, context } = await build();
  const path = join(layout, 'blobs/sha256', image.layers[1]?.digest.slice(7) ?? '');
  const written = () => {
    const { ino, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
    return { ino, mtimeNs, ctimeNs };
  };
  const before = written();
  write(context, { 'src/main.js': 'changed' });
  const again = await build(BUILD, context, layout);
  expect(again.image.layers.map(({ existed }) => existed)).toEqual([false, true]);
  expect(again.image).toMatchObject({ existed: false, replaced: image.digest });
  expect(written()).toEqual(before);
  expect((await build(BUILD, context, layout)).image).toMatchObject({ existed: true, replaced: undefined });
  // The one that lost its tag is still listed.
  expect(JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')).manifests).toHaveLength(2);
});

test('several platforms make an index over the same layers', async () => {
  const { image } = await build({ ...BUILD, platforms: ['linux/amd64', 'linux/arm64/v8'] });
  const arm = await inspectImage(image.reference, { platform: { os: 'linux', architecture: 'arm64' } });
  const amd = await inspectImage(image.reference, { platform: { os: 'linux', architecture: 'amd64' } });
  expect(arm.config).toMatchObject({ architecture: 'arm64', variant: 'v8' });
  expect(amd.manifest.layers).toEqual(arm.manifest.layers);
  expect(arm.digest).toBe(image.digest);
  await expect(
    inspectImage(image.reference, { platform: { os: 'linux', architecture: 's390x' } }),
  ).rejects.toThrow('not for linux/s390x');
});

test('links inside of the context go in as they are, ignored files do not', async () => {
  const context = write(folder(), { 'src/real.js': 'x', 'src/real.test.js': 'x', 'src/deep/y': 'y' });
  symlinkSync('../real.js', join(context, 'src/deep/link.js'));
  const { image } = await build({ files: ['src'], ignore: ['**/*.test.js'] }, context);
  expect(image.layers[0]?.files).toBe(3);
});

describe('refused, with the layout unchanged', () => {
  const refused = async (
    raw: object,
    message: string,
    change: (context: string) => void = () => undefined,
  ) => {
    const { layout } = await build();
    const index = readFileSync(join(layout, 'index.json'), 'utf8');
    const context = write(join(folder(), 'context'), { ...FILES, '../outside': 'secret' });
    change(context);
    await expect(build(raw, context, layout)).rejects.toThrow(message);
    expect(readFileSync(join(layout, 'index.json'), 'utf8')).toBe(index);
    expect(execFileSync('ls', [join(layout, '.incoming')], { encoding: 'utf8' })).toBe('');
  };

  test.each([
    [{ files: ['dist'] }, '"dist" does not exist'],
    [{ files: ['../outside'] }, 'outside of the context'],
    [{ files: ['/etc/passwd'] }, 'outside of the context'],
    [{ files: ['src'], ignore: ['**'] }, '"src" has no files'],
    [
      { files: ['src', { from: 'src/lib', to: '/app/src/lib' }] },
      'both "src" and "src/lib" write /app/src/lib/a.js',
    ],
    [
      {
        files: [
          { from: 'src', to: '/app' },
          { from: 'start.sh', to: '/app/lib' },
        ],
      },
      'write /app/lib',
    ],
    [{ files: [{ from: 'src', to: '/app/../..' }] }, 'contains ".."'],
  ])('%j', async (raw, message) => {
    await refused(raw, message);
  });

  test('a link to outside of the context, in it or as the path itself', async () => {
    const link = (target: string, name: string) => (context: string) =>
      symlinkSync(target, join(context, name));
    await refused({ files: ['src'] }, 'outside of the context', link('../../outside', 'src/link'));
    await refused({ files: ['src'] }, 'outside of the context', link('/etc/passwd', 'src/link'));
    await refused({ files: ['link'] }, 'outside of the context', link('../outside', 'link'));
    await refused(
      { files: [{ from: 'src', to: '/' }] },
      'outside of the image',
      link('../start.sh', 'src/link'),
    );
  });

  test('a pipe', async () => {
    await refused(
      { files: ['src'] },
      'neither a file',
      (context) => void execFileSync('mkfifo', [join(context, 'src/pipe')]),
    );
  });
});
