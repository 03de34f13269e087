import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assembleImage, createLayout, resolveBase } from '@fairway/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, IDENTITY, section, type TarEntry, write } from '../../packages/image/testing.ts';
import { testPorts } from '../registry/support/ports.ts';
import { hasEngine, startEngine, type TestEngine } from '../support/docker.ts';
import { lane } from '../support/lanes.ts';
import { haveSkopeo } from '../support/registry.ts';
import { writeBase } from './support/base.ts';

const BUSYBOX = '/bin/busybox';
const dir = (name: string, mode: number, uid = 0): TarEntry => ({ name, type: 'directory', mode, uid });
const soft = (name: string, linkname: string): TarEntry => ({ name, type: 'symlink', linkname });

/** A small system as distributions have it: /bin is a link, /tmp is for all, one folder is another user's. */
const system = (): readonly TarEntry[][] => [
  [{ name: 'usr/bin/busybox', type: 'file', mode: 0o755, content: readFileSync(BUSYBOX) }],
  [
    soft('bin', 'usr/bin'),
    soft('usr/bin/sh', '/bin/busybox'),
    dir('tmp/', 0o1777),
    dir('home/app/', 0o700, 1000),
  ],
];

/** An app on that base, in a layout under the tag 1.0.0. */
async function appOn(base: string): Promise<{ layout: string; digest: string }> {
  const context = write(folder(), {
    run: '#!/bin/sh\necho "hello from $0 as $(busybox id -u) in $PWD"\n',
    data: 'x',
  });
  execFileSync('chmod', ['755', join(context, 'run')]);
  const build = section({
    base,
    files: [
      { from: 'run', to: '/bin/run' },
      { from: 'data', to: '/home/app/data/' },
      { from: 'data', to: '/tmp/data' },
    ],
    entrypoint: ['/bin/run'],
    user: '1000',
    env: { A: '1' },
    workdir: '/home/app',
    ports: [8080],
    healthcheck: { command: ['/bin/sh', '-c', 'true'], interval: '7s', retries: 2 },
  });
  const layout = join(folder(), 'images');
  const store = await createLayout(layout);
  const found = await resolveBase(build.base, testPorts());
  const { digest } = await assembleImage(context, build, IDENTITY, store, undefined, found);
  return { layout, digest };
}

async function makeBase(): Promise<string> {
  const place = join(folder(), 'base');
  const config = { Env: ['PATH=/bin'], Entrypoint: ['/bin/sh'] };
  await writeBase(await createLayout(place), '1', [{ layers: system(), config }]);
  return `oci:${place}:1`;
}

lane('docker', hasEngine && haveSkopeo, () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine({ containerdStore: false });
  }, 40_000);
  afterAll(() => engine.stop());

  test('Docker runs it: the base’s links and folders are what they were, settings are there', async () => {
    const { layout } = await appOn(await makeBase());
    const archive = join(folder(), 'image.tar');
    execFileSync('skopeo', ['copy', '-q', `oci:${layout}:1.0.0`, `docker-archive:${archive}:app:1`], {
      stdio: 'pipe',
    });
    engine.docker('load', '--input', archive);
    const run = (...args: string[]) => engine.docker('run', '--rm', '--network', 'none', ...args);
    expect(run('app:1')).toBe('hello from /bin/run as 1000 in /home/app');
    const list = ['stat', '-c', '%A %u %n', '/bin', '/tmp', '/tmp/data', '/home/app', '/home/app/data/data'];
    expect(run('--entrypoint', '/bin/busybox', 'app:1', ...list).split('\n')).toEqual([
      'lrwxrwxrwx 0 /bin',
      'drwxrwxrwt 0 /tmp',
      '-rw-r--r-- 0 /tmp/data',
      'drwx------ 1000 /home/app',
      '-rw-r--r-- 0 /home/app/data/data',
    ]);
    const [{ Config: config }] = JSON.parse(engine.docker('inspect', 'app:1'));
    expect(config).toMatchObject({
      User: '1000',
      Env: ['PATH=/bin', 'A=1'],
      ExposedPorts: { '8080/tcp': {} },
      Healthcheck: { Test: ['CMD', '/bin/sh', '-c', 'true'], Interval: 7e9, Retries: 2 },
    });
  }, 60_000);
});

const hasBuildah = process.getuid?.() === 0 && existsSync('/usr/bin/buildah');

lane('buildah', hasBuildah && haveSkopeo, () => {
  test('buildah builds on it, and finds every file where the config says', async () => {
    const { layout } = await appOn(await makeBase());
    const root = folder();
    const storage = join(root, 'storage.conf');
    // vfs needs no mounts that would outlive the test.
    const folders = `graphroot = "${root}/storage"\nrunroot = "${root}/run"\n`;
    writeFileSync(storage, `[storage]\ndriver = "vfs"\n${folders}`);
    const env = { PATH: process.env.PATH, HOME: root, CONTAINERS_STORAGE_CONF: storage };
    const buildah = (...args: string[]) =>
      execFileSync('buildah', args, { env, encoding: 'utf8', stdio: 'pipe' }).trim();
    // Not from the layout itself: buildah makes a name of its path, and our folders have capitals.
    const copy = ['copy', '-q', `oci:${layout}:1.0.0`, 'containers-storage:localhost/app:1'];
    execFileSync('skopeo', copy, { env, stdio: 'pipe' });
    const container = buildah('from', '--quiet', 'localhost/app:1');
    try {
      const inspected = JSON.parse(buildah('inspect', '--type', 'container', container));
      expect(inspected.OCIv1.config).toMatchObject({
        User: '1000',
        WorkingDir: '/home/app',
        Entrypoint: ['/bin/run'],
      });
      const mounted = buildah('mount', container);
      expect(readlinkSync(join(mounted, 'bin'))).toBe('usr/bin');
      expect(readFileSync(join(mounted, 'usr/bin/run'), 'utf8')).toContain('hello');
      expect(statSync(join(mounted, 'tmp')).mode & 0o7777).toBe(0o1777);
      expect(statSync(join(mounted, 'home/app')).uid).toBe(1000);
    } finally {
      buildah('rm', '--all');
    }
  }, 60_000);
});
