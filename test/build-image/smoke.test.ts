import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasEngine, startEngine, type TestEngine } from '../support/docker.ts';
import { git } from '../support/git.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, startRegistry } from '../support/registry.ts';
import { act, folder, shop, write } from './support.ts';

const platform = `linux/${process.arch === 'x64' ? 'amd64' : process.arch}`;

const smoke = (...argv: string[]) => ({ smoke: JSON.stringify(argv) });

test('a smoke command that hangs, is missing, or wants what is not there, is a failure by name', async () => {
  const workspace = shop();
  const hangs = await act(
    { workspace },
    { ...smoke('node', '-e', 'setInterval(() => {}, 1000)'), 'smoke-within': '700ms' },
  );
  expect(hangs.log).toContain('the smoke command node (as a process) did not end within 700ms');
  const missing = await act({ workspace }, smoke('/app/none'));
  expect(missing.log).toContain('the smoke command cannot be started (as a process)');
  for (const { ok, log } of [hangs, missing]) {
    expect(ok).toBe(false);
    expect(log).toContain('nothing was pushed');
  }
  const line = await act({ workspace }, { smoke: 'node --version' });
  expect(line.log).toContain('expected one argument a line, or a JSON list');
});

test('the process sees the image: its files, folder and environment, and nothing of the job', async () => {
  const image = `{ build: { files: [src], workdir: /srv, env: { COLOUR: blue } }, smoke: { command: [node, /srv/src/main.js], within: 20s } }`;
  const check = `
    const { COLOUR, HOME, INPUT_REVISION, FAIRWAY_TEST_SECRET } = process.env;
    const ok = COLOUR === 'blue' && process.cwd().endsWith('/srv') && !INPUT_REVISION && !FAIRWAY_TEST_SECRET && HOME.includes('fairway-smoke');
    if (!ok) throw new Error(JSON.stringify({ COLOUR, HOME, INPUT_REVISION, cwd: process.cwd() }));
  `;
  process.env.FAIRWAY_TEST_SECRET = 'x';
  const { ok, log } = await act({ workspace: shop(image, { 'src/main.js': check }) });
  delete process.env.FAIRWAY_TEST_SECRET;
  expect(log).toContain('The smoke command node succeeded (as a process');
  expect(ok).toBe(true);
});

test('another smoke command is another input; the same one is not run again', async () => {
  const workspace = shop();
  const first = await act({ workspace }, smoke('node', '-e', '0'));
  const again = await act({ workspace, home: first.home }, smoke('node', '-e', '0'));
  expect(again.log).toContain('Not built');
  expect(again.log).not.toContain('The smoke command');
  const other = await act({ workspace, home: first.home }, smoke('node', '-e', '1'));
  expect(other.log).toContain('The smoke command node succeeded');
});

lane('docker', hasEngine, () => {
  let engine: TestEngine;
  const before = { ...process.env };
  beforeAll(async () => {
    engine = await startEngine();
    Object.assign(process.env, engine.env);
  }, 60_000);
  afterAll(async () => {
    for (const key of Object.keys(engine.env)) {
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
    }
    await engine.stop();
  });
  const BUSYBOX = { 'bin/busybox': '' };
  const inEngine = (command: string) =>
    `{ build: { files: [{ from: bin, to: /bin }], entrypoint: [/bin/busybox] }, smoke: { command: ${command}, by: engine } }`;

  test('runs in a container, without a network, and leaves neither container nor image', async () => {
    const workspace = shop(inEngine('[/bin/busybox, "true"]'), BUSYBOX);
    copyBusybox(workspace);
    const good = await act({ workspace });
    expect(good.log).toMatch(/The smoke command \/bin\/busybox succeeded \(in Docker Engine \d/);
    const bad = await act(
      { workspace },
      smoke('/bin/busybox', 'wget', '-T', '2', '-q', 'http://127.0.0.1:1/'),
    );
    expect(bad.log).toContain('the smoke command failed (in Docker Engine');
    const none = await act({ workspace }, smoke('/bin/none'));
    expect(none.log).toContain('the smoke command failed (in Docker Engine');
    const hangs = await act(
      { workspace },
      { ...smoke('/bin/busybox', 'sleep', '600'), 'smoke-within': '3s' },
    );
    expect(hangs.log).toContain('did not end within 3s');
    expect(engine.docker('ps', '--all', '--quiet')).toBe('');
    expect(engine.docker('images', '--quiet')).toBe('');
  }, 60_000);

  test.runIf(haveRegistry)(
    'a Dockerfile: built, tested in a container, pushed, and found again',
    async () => {
      const registry = await startRegistry();
      const image = `{ repository: "${registry.host}/acme/docker", build: { platforms: [${platform}] }, tags: [main], smoke: { command: [/bin/busybox, test, -e, /etc/motd] } }`;
      const dockerfile = 'FROM scratch\nCOPY bin /bin\nCOPY motd /etc/motd\nENTRYPOINT ["/bin/busybox"]\n';
      const workspace = shop(image, { ...BUSYBOX, Dockerfile: dockerfile, motd: 'hello' });
      copyBusybox(workspace);
      const first = await act({ workspace }, { version: '1.0.0' });
      expect(first.log).toContain('Builder: buildx');
      expect(first.log).toMatch(/The smoke command \/bin\/busybox succeeded \(in Docker Engine/);
      expect(first.outputs).toMatchObject({
        pushed: 'true',
        digests: JSON.stringify({ [platform]: first.outputs?.digest }),
      });
      write(workspace, { 'README.md': 'changed' });
      git(workspace, 'commit', '-qam', 'docs');
      // All of the context goes into a Dockerfile's key.
      expect((await act({ workspace })).outputs).toMatchObject({ reused: 'false' });
      git(workspace, 'commit', '-q', '--allow-empty', '-m', 'nothing');
      const again = await act({ workspace }, { version: '1.1.0' });
      expect(again.outputs).toMatchObject({ reused: 'true', version: '1.1.0', layout: undefined });
      expect(again.outputs?.revision).toBe(git(workspace, 'rev-parse', 'HEAD~1'));
      const gone = await act({ workspace: shop(image, { Dockerfile: 'FROM scratch\nCOPY none /\n' }) });
      expect(gone.ok).toBe(false);
      await registry.stop();
    },
    90_000,
  );

  test('load leaves the image in the engine, which runs the bits of the digest', async () => {
    const workspace = shop(inEngine('[/bin/busybox, "true"]'), BUSYBOX);
    copyBusybox(workspace);
    const { ok, log } = await act({ workspace, home: folder() }, { load: 'true', version: '1.2.3' });
    expect(log).toContain('Loaded into the Docker Engine: shop:1.2.3');
    expect(ok).toBe(true);
    const said = engine.docker('run', '--rm', '--network', 'none', 'shop:1.2.3', 'echo', 'hello');
    expect(said).toBe('hello');
    engine.docker('image', 'rm', 'shop:1.2.3');
  }, 60_000);
});

test('without an engine, what needs one says so', async () => {
  const before = process.env.DOCKER_HOST;
  process.env.DOCKER_HOST = `unix://${folder()}/none.sock`;
  const { ok, log } = await act({ workspace: shop() }, { load: 'true' });
  if (before === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = before;
  expect(ok).toBe(false);
  expect(log).toContain('there is no Docker Engine here');
});

function copyBusybox(workspace: string): void {
  const path = join(workspace, 'bin/busybox');
  copyFileSync('/bin/busybox', path);
  chmodSync(path, 0o755);
  git(workspace, 'commit', '-qam', 'busybox');
}
