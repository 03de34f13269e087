import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BaseParts, writeBase } from '../../../test/assemble/support/base.ts';
import { testPorts } from '../../../test/registry/support/ports.ts';
import { inspectImage } from '../inspect.ts';
import { createLayout } from '../layout.ts';
import { folder, IDENTITY, section, type TarEntry, write } from '../testing.ts';
import { unpackImage } from '../unpack/index.ts';
import { resolveBase } from './base.ts';
import { assembleImage } from './index.ts';
import { sourcePaths } from './platform-files.ts';

const file = (name: string, content = name): TarEntry => ({ name, content, type: 'file' });
const dir = (name: string, attributes: Partial<TarEntry> = {}): TarEntry => ({
  name: `${name}/`,
  type: 'directory',
  ...attributes,
});
const soft = (name: string, linkname: string): TarEntry => ({ name, type: 'symlink', linkname });

/** A small distribution: merged /usr, a folder for all, one of another owner. */
const SYSTEM: readonly TarEntry[][] = [
  [dir('usr/bin'), file('usr/bin/tool'), soft('bin', 'usr/bin'), soft('sbin', '/bin')],
  [dir('tmp', { mode: 0o1777 }), dir('srv/www', { mode: 0o750, uid: 33, gid: 33, mtime: new Date(1_000) })],
];
const CONFIG = {
  Env: ['PATH=/usr/bin', 'NODE_VERSION=24.1.0', 'EDITOR=vi'],
  Entrypoint: ['docker-entrypoint.sh'],
  Cmd: ['node'],
  WorkingDir: '/srv/www',
  User: 'node',
  ExposedPorts: { '9229/tcp': {} },
  Labels: { team: 'base', 'org.opencontainers.image.version': '24' },
  Healthcheck: { Test: ['CMD', 'true'] },
  StopSignal: 'SIGQUIT',
  Volumes: { '/data': {} },
};

/** A base in a layout of its own, and an app on it in another. */
async function on(
  base: readonly BaseParts[],
  raw: object = {},
  {
    kind = 'oci',
    context = write(folder(), { 'src/main.js': 'main' }),
  }: { kind?: 'oci' | 'docker'; context?: string } = {},
) {
  const place = join(folder(), 'base');
  const descriptor = await writeBase(await createLayout(place), '24', base, kind);
  const ports = testPorts();
  const build = section({ builder: 'assemble', base: `oci:${place}:24`, files: ['src'], ...raw });
  const layout = join(folder(), 'images');
  const store = await createLayout(layout);
  const assemble = async () =>
    await assembleImage(context, build, IDENTITY, store, undefined, await resolveBase(build.base, ports));
  return { place, descriptor, ports, layout, assemble };
}

/** The folders and files of a layer as GNU tar lists them: mode, owner, time, name. */
function listing(layout: string, digest: string): string[] {
  const options = [
    '--full-time',
    '--utc',
    '--numeric-owner',
    '-tvzf',
    join(layout, 'blobs/sha256', digest.slice(7)),
  ];
  const lines = execFileSync('tar', options, { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => line.replace(/\s+/g, ' '));
}

test('the base is inherited as by a Dockerfile: layers byte by byte, settings merged, digest annotated', async () => {
  const { assemble, descriptor, place, layout, ports } = await on([{ layers: SYSTEM, config: CONFIG }], {
    env: { EDITOR: 'ed', A: '1' },
    ports: [8080, '53/udp'],
    labels: { tier: 'web' },
  });
  const image = await assemble();
  const [{ manifest, config }, base] = [
    await inspectImage(image.reference),
    await inspectImage(`oci:${place}@${descriptor.digest}`),
  ];
  expect(manifest.layers.slice(0, 2)).toEqual(base.manifest.layers);
  for (const { digest } of base.manifest.layers) {
    const blob = (root: string) => readFileSync(join(root, 'blobs/sha256', digest.slice(7)));
    expect(blob(layout).equals(blob(place))).toBe(true);
  }
  expect(config.rootfs.diff_ids.slice(0, 2)).toEqual(base.config.rootfs.diff_ids);
  expect(config.history).toHaveLength(3);
  expect(config.config).toMatchObject({
    Env: ['PATH=/usr/bin', 'NODE_VERSION=24.1.0', 'EDITOR=ed', 'A=1'],
    Entrypoint: ['docker-entrypoint.sh'],
    Cmd: ['node'],
    WorkingDir: '/srv/www',
    User: 'node',
    ExposedPorts: { '53/udp': {}, '8080/tcp': {}, '9229/tcp': {} },
    // The version is the app's, not the base's.
    Labels: { team: 'base', tier: 'web', 'org.opencontainers.image.version': '1.0.0' },
    Healthcheck: { Test: ['CMD', 'true'] },
    StopSignal: 'SIGQUIT',
    Volumes: { '/data': {} },
  });
  expect(manifest.annotations).toMatchObject({
    'org.opencontainers.image.base.digest': descriptor.digest,
    'org.opencontainers.image.version': '1.0.0',
  });
  expect(ports.log.lines.join('\n')).toContain(
    `The base oci:${place}:24 is oci:${place}@${descriptor.digest} now`,
  );
  expect((await assemble()).digest).toBe(image.digest);
});

test.each<[string, object, object]>([
  [
    'an entrypoint drops the base’s arguments',
    { entrypoint: ['app'] },
    { Entrypoint: ['app'], Cmd: undefined },
  ],
  ['arguments keep the base’s entrypoint', { cmd: ['x'] }, { Entrypoint: CONFIG.Entrypoint, Cmd: ['x'] }],
  ['both', { entrypoint: ['app'], cmd: ['x'] }, { Entrypoint: ['app'], Cmd: ['x'] }],
  [
    'an empty entrypoint takes it away',
    { entrypoint: [], cmd: ['x'] },
    { Entrypoint: undefined, Cmd: ['x'] },
  ],
  ['user and workdir', { user: '1:1', workdir: '/w' }, { User: '1:1', WorkingDir: '/w' }],
  ['no healthcheck', { healthcheck: 'none' }, { Healthcheck: { Test: ['NONE'] } }],
  [
    'a healthcheck',
    { healthcheck: { command: ['curl', 'x'], interval: '5s', 'start-period': '1m', retries: 2 } },
    { Healthcheck: { Test: ['CMD', 'curl', 'x'], Interval: 5e9, StartPeriod: 60e9, Retries: 2 } },
  ],
])('settings over the base: %s', async (_, raw, expected) => {
  const { assemble } = await on([{ layers: SYSTEM, config: CONFIG }], raw);
  const { config } = await inspectImage((await assemble()).reference);
  expect({ Entrypoint: undefined, Cmd: undefined, ...config.config }).toMatchObject(expected);
});

test('files go where the base’s links lead, and its folders keep mode, owner and time', async () => {
  const context = write(folder(), { run: '#!', page: 'page', src: 'x' });
  const { assemble, layout } = await on(
    [{ layers: SYSTEM, config: CONFIG }],
    {
      files: [
        { from: 'run', to: '/sbin/run' },
        { from: 'page', to: '/srv/www/deep/' },
        { from: 'src', to: '/tmp/x' },
      ],
    },
    { context },
  );
  const image = await assemble();
  const [run, page, tmp] = image.layers.map(({ digest }) => listing(layout, digest));
  expect(run?.map((line) => line.split(' ').at(-1))).toEqual(['usr/', 'usr/bin/', 'usr/bin/run']);
  expect(page).toContain('drwxr-x--- 33/33 0 1970-01-01 00:00:01 srv/www/');
  expect(page).toContain('drwxr-xr-x 0/0 0 2023-11-14 22:13:20 srv/www/deep/');
  expect(tmp?.[0]).toMatch(/^drwxrwxrwt 0\/0 .* tmp\/$/);
  const target = join(folder(), 'out');
  await unpackImage(image.reference, target);
  expect(readdirSync(join(target, 'bin')).sort()).toEqual(['run', 'tool']);
});

test('what a layer of the base hides is not there any more', async () => {
  const hidden = [...SYSTEM, [file('.wh.bin', ''), file('srv/.wh..wh..opq', '')]];
  const { assemble, layout } = await on([{ layers: hidden }], { files: [{ from: 'src', to: '/bin/sub' }] });
  const lines = listing(layout, (await assemble()).layers[0]?.digest ?? '');
  expect(lines.map((line) => line.split(' ').at(-1))).toEqual(['bin/', 'bin/sub/', 'bin/sub/main.js']);
});

const AMD = { os: 'linux', architecture: 'amd64' };
const ARM = { os: 'linux', architecture: 'arm64', variant: 'v8' };

test.each(['oci', 'docker'] as const)('several platforms, files of each, base by %s index', async (kind) => {
  const context = write(folder(), {
    'dist/linux-amd64/app': 'amd',
    'dist/linux-arm64/app': 'arm',
    'src/x': 'x',
  });
  const { assemble } = await on(
    [
      { platform: AMD, layers: [[file('base', 'amd')]], config: { WorkingDir: '/amd' } },
      { platform: ARM, layers: [[file('base', 'arm')]] },
    ],
    {
      files: [
        { from: 'dist/${os}-${arch}/app', to: '/bin/app' },
        { from: 'src', to: '/src' },
      ],
      platforms: ['linux/amd64', 'linux/arm64'],
    },
    { context, kind },
  );
  const image = await assemble();
  expect(image.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
  // Two of the base, one shared, two of their own.
  expect(image.layers).toHaveLength(3);
  for (const [short, platform] of [
    ['amd', AMD],
    ['arm', ARM],
  ] as const) {
    const found = await inspectImage(image.reference, { platform });
    expect(found.config).toMatchObject(platform);
    expect(found.manifest.layers.every(({ mediaType }) => mediaType.startsWith('application/vnd.oci.'))).toBe(
      true,
    );
    expect(found.platforms).toHaveLength(2);
    const target = join(folder(), short);
    await unpackImage(image.reference, target, { platform });
    expect(readFileSync(join(target, 'base'), 'utf8')).toBe(short);
    expect(readFileSync(join(target, 'bin/app'), 'utf8')).toBe(short);
  }
  expect(
    sourcePaths(section({ files: ['dist/${os}/${arch}/a', 'b'], platforms: ['linux/amd64', 'linux/arm64'] })),
  ).toEqual(['dist/linux/amd64/a', 'b', 'dist/linux/arm64/a']);
});

const TWO = [
  { platform: AMD, layers: SYSTEM },
  { platform: ARM, layers: SYSTEM },
];
test.each<[string, readonly BaseParts[], object, string]>([
  [
    'a platform the base lacks',
    TWO,
    { platforms: ['linux/amd64', 'linux/s390x'] },
    'has no image for linux/s390x\n',
  ],
  [
    'another platform than the only one',
    [{ layers: SYSTEM }],
    { platforms: ['linux/arm64'] },
    'no image for linux/arm64',
  ],
  [
    'a file where the base has a folder',
    [{ layers: SYSTEM }],
    { files: [{ from: 'src/main.js', to: '/usr/bin' }] },
    'the base has a folder at /usr/bin',
  ],
  [
    'a folder where the base has a file',
    [{ layers: SYSTEM }],
    { files: [{ from: 'src', to: '/bin/tool' }] },
    'the base has a file at /usr/bin/tool',
  ],
  [
    'two paths that the base’s links make one',
    [{ layers: SYSTEM }],
    {
      files: [
        { from: 'src', to: '/bin' },
        { from: 'src', to: '/usr/bin' },
      ],
    },
    'write /usr/bin/main.js',
  ],
  ['ONBUILD', [{ layers: SYSTEM, config: { OnBuild: ['RUN make'] } }], {}, 'ONBUILD steps'],
  [
    'a name of a platform that there is not',
    [{ layers: SYSTEM }],
    { files: ['${cpu}/src'] },
    'unknown name "cpu"',
  ],
])('refused without a trace of an image: %s', async (_, base, raw, message) => {
  const { assemble, layout } = await on(base, raw);
  const failure = await assemble().catch((error: unknown) => error as Error & { mend?: string });
  expect(`${(failure as Error).message}\n`).toContain(message);
  if (message.includes('s390x'))
    expect(failure).toMatchObject({ mend: expect.stringContaining('it has: linux/amd64, linux/arm64/v8.') });
  expect(JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')).manifests).toEqual([]);
});

test('a damaged base is named, and its blob is not taken over', async () => {
  const { assemble, place, layout, descriptor } = await on([{ layers: SYSTEM }]);
  const [layer] = (await inspectImage(`oci:${place}@${descriptor.digest}`)).manifest.layers;
  truncateSync(join(place, 'blobs/sha256', layer?.digest.slice(7) ?? ''), 20);
  await expect(assemble()).rejects.toThrow(
    `blob ${layer?.digest} of the image layout ${place} does not match`,
  );
  expect(readdirSync(join(layout, '.incoming'))).toEqual([]);
  expect(readdirSync(join(layout, 'blobs/sha256')).length).toBeLessThan(2);
});

test('a layer of the base that is damaged in our layout is taken once more', async () => {
  const { assemble, layout } = await on([{ layers: SYSTEM }]);
  const image = await assemble();
  const path = join(layout, 'blobs/sha256', (await layerOf(image.reference)).slice(7));
  const before = readFileSync(path);
  const damaged = Buffer.from(before);
  damaged[30] = (damaged[30] ?? 0) ^ 1;
  writeFileSync(path, damaged);
  expect(await assemble()).toMatchObject({ digest: image.digest, existed: true });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a cancelled build on a base lists nothing', async () => {
  const { layout, place, ports } = await on([{ layers: SYSTEM }]);
  const build = section({ base: `oci:${place}:24`, files: ['src'] });
  const store = await createLayout(layout);
  const base = await resolveBase(build.base, ports);
  const signal = AbortSignal.abort(new Error('cancelled'));
  const context = write(folder(), { 'src/main.js': 'main' });
  await expect(assembleImage(context, build, IDENTITY, store, signal, base)).rejects.toThrow('cancelled');
  expect(await store.list()).toEqual([]);
  expect(readdirSync(join(layout, '.incoming'))).toEqual([]);
});

const layerOf = async (reference: string): Promise<string> =>
  (await inspectImage(reference)).manifest.layers[0]?.digest ?? '';

test.each([
  ['node', 'neither a tag nor a digest'],
  ['oci:/nowhere', 'neither a tag nor a digest'],
  ['node@sha256:12', 'not a sha256 digest'],
  ['Node:24', 'not the name of a repository'],
  ['oci:/nowhere/at/all:24', 'is not an OCI image layout'],
])('the base %s is refused', async (base, message) => {
  await expect(resolveBase(base, testPorts())).rejects.toThrow(message);
});

test('a tag that the layout lacks, and scratch', async () => {
  const { place } = await on([{ layers: SYSTEM }]);
  await expect(resolveBase(`oci:${place}:25`, testPorts())).rejects.toThrow(`oci:${place}:25 does not exist`);
  expect(await resolveBase('scratch', testPorts())).toBeUndefined();
});
