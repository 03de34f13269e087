import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { appendFile, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Release } from '@fairway/ledger';
import { systemFiles } from '@fairway/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { controlOf } from './control.ts';
import { listEnvironments, reviveSupervisor } from './environments.ts';
import { identify } from './identity.ts';
import { layoutIn, type ProcessTarget } from './target.ts';
import { freePort, service, TestHome } from './test-home.ts';

const never = new AbortController().signal;
let home: TestHome;
let one: Release;
let two: Release;

beforeAll(async () => {
  home = await TestHome.create();
  one = await home.release('1.0.0', service());
  two = await home.release('2.0.0', service());
});
afterAll(() => home.remove());

async function deploy(target: ProcessTarget, release: Release): Promise<void> {
  await target.apply(target.plan(await target.inspect(), release), never);
}

async function setUp(environment: string, release = one) {
  const target = home.open(environment, await freePort());
  await deploy(target, release);
  const layout = layoutIn(home.context(environment));
  const status = async () => {
    const control = await controlOf(layout, systemFiles);
    if (!control) throw new Error('nothing is deployed');
    return await control.status();
  };
  return { target, layout, status };
}

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 8_000; !(await what()); await sleep(25)) {
    if (Date.now() > end) throw new Error(`never became true: ${what}`);
  }
}

const get = async (url: string) => {
  const response = await fetch(url, { headers: { connection: 'close' } });
  return { status: response.status, text: await response.text() };
};

it('is taken over after its supervisor was killed: same processes, same weights', async () => {
  const { target, layout, status } = await setUp('killed');
  await target.stage(two, never);
  await target.operate('/weight', { percent: 25 }, never);
  const before = await status();
  process.kill(before.pid, 'SIGKILL');
  await until(() => !identify(before.pid));
  const gone = await target.inspect();
  expect(gone).toMatchObject({ live: { digest: one.digest, healthy: false }, weight: 25 });
  expect(gone.live?.reason).toBe(
    `the supervisor (pid ${before.pid}) is gone: nothing serves port ${before.port}`,
  );
  expect((await target.verify(one)).ok).toBe(false);
  expect(await listEnvironments(join(home.folder, 'home'), systemFiles, 'shop')).toContainEqual(
    expect.objectContaining({ environment: 'killed', port: before.port, supervised: false }),
  );
  await reviveSupervisor(layout.folder, systemFiles);
  const after = await status();
  expect(after.pid).not.toBe(before.pid);
  expect(after).toMatchObject({
    live: { pid: before.live?.pid, healthy: true },
    candidate: { pid: before.candidate?.pid, healthy: true },
    weight: 25,
  });
  expect((await target.verify(one)).ok).toBe(true);
  // What was adopted is drained and ended as usual.
  await target.promote(two.digest, never);
  expect(identify(before.live?.pid ?? 0)).toBeUndefined();
  expect((await get(target.url)).text).toBe('2.0.0');
});

it('starts a release again that died together with its supervisor, and ends strays', async () => {
  const { target, layout, status } = await setUp('both');
  const before = await status();
  const { live } = JSON.parse(await readFile(layout.state, 'utf8'));
  process.kill(before.pid, 'SIGKILL');
  await until(() => !identify(before.pid));
  process.kill(before.live?.pid ?? 0, 'SIGKILL');
  // Started by the dead supervisor, which had no time to write it down.
  const env = { DATA_DIR: layout.data, FAIRWAY_INSTANCE: 'not-in-the-state' };
  const stray = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { env, detached: true });
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    env: { DATA_DIR: '/elsewhere', FAIRWAY_INSTANCE: live.token },
    detached: true,
  });
  stray.unref();
  await sleep(100);
  await reviveSupervisor(layout.folder, systemFiles);
  await until(async () => (await target.verify(one)).ok);
  expect((await status()).live?.pid).not.toBe(before.live?.pid);
  await until(() => stray.signalCode === 'SIGKILL');
  bystander.kill('SIGKILL');
});

it('does not take a foreign process for its own when the pid was given out again', async () => {
  const { target, layout, status } = await setUp('reused');
  const before = await status();
  process.kill(before.pid, 'SIGKILL');
  process.kill(before.live?.pid ?? 0, 'SIGKILL');
  await until(() => !identify(before.pid) && !identify(before.live?.pid ?? 0));
  const state = JSON.parse(await readFile(layout.state, 'utf8'));
  state.live.identity.pid = process.pid;
  await writeFile(layout.state, JSON.stringify(state));
  await deploy(target, two);
  expect((await target.verify(two)).ok).toBe(true);
});

it('ends what it runs on SIGTERM, and knows what to start again', async () => {
  const { target, layout, status } = await setUp('terminated');
  const before = await status();
  process.kill(before.pid, 'SIGTERM');
  await until(() => !identify(before.pid));
  expect(identify(before.live?.pid ?? 0)).toBeUndefined();
  expect((await target.inspect()).live).toMatchObject({ digest: one.digest, healthy: false });
  await reviveSupervisor(layout.folder, systemFiles);
  await until(async () => (await target.verify(one)).ok);
  await target.down();
  expect(await target.inspect()).toEqual({ weight: 0 });
});

it('starts a crashed release again, counts it, and answers 502 meanwhile', async () => {
  const { target, status } = await setUp('crash');
  const before = await status();
  expect((await get(`${target.url}/crash`)).status).toBe(502);
  expect((await get(target.url)).status).toBe(502);
  expect((await target.inspect()).live).toMatchObject({
    healthy: false,
    reason: expect.stringMatching(/exit code 7|ECONNREFUSED/),
  });
  await until(async () => (await target.inspect()).live?.healthy === true);
  const after = await status();
  expect(after.live?.restarts).toBe(1);
  expect(after.live?.pid).not.toBe(before.live?.pid);
  expect((await get(target.url)).text).toBe('1.0.0');
});

it('carries an operation through when the supervisor is killed in the middle of it', async () => {
  const { target, status } = await setUp('killed-in-apply');
  const slow = await home.release('6.0.0', service({ health: 'Date.now() - begin > 800 ? 200 : 503' }));
  const deployment = deploy(target, slow);
  await until(async () => (await status()).operation !== undefined);
  const { pid } = await status();
  process.kill(pid, 'SIGKILL');
  await deployment;
  expect((await target.verify(slow)).ok).toBe(true);
  expect((await status()).pid).not.toBe(pid);
});

it('works in a folder whose path is too long for a socket', async () => {
  const { target, layout } = await setUp('long-'.repeat(24));
  expect(layout.socket.length).toBeLessThan(100);
  expect((await target.verify(one)).ok).toBe(true);
  expect(statSync(join(layout.socket, '..')).mode & 0o077).toBe(0);
});

it('refuses a second deployer by name', async () => {
  const { target } = await setUp('two-deployers');
  const slow = await home.release('7.0.0', service({ health: 'Date.now() - begin > 1200 ? 200 : 503' }));
  const first = deploy(target, slow);
  await until(async () => {
    const control = await controlOf(layoutIn(home.context('two-deployers')), systemFiles);
    return (await control?.status())?.operation !== undefined;
  });
  await expect(deploy(target, two)).rejects.toThrow(
    /under way here: apply 7\.0\.0 for test, pid \d+, since 20/,
  );
  await first;
  expect((await target.verify(slow)).ok).toBe(true);
});

it('lets one of two first deployers win, with one supervisor', async () => {
  const port = await freePort();
  const targets = [home.open('race', port), home.open('race', port)];
  const results = await Promise.allSettled(targets.map((target, i) => deploy(target, i ? two : one)));
  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  const live = (await targets[0]?.inspect())?.live;
  expect(live?.healthy).toBe(true);
});

it('names who holds its port, and changes nothing', async () => {
  const holder: Server = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const target = home.open('taken', port);
  const message = `port ${port} of 127.0.0.1 is in use by pid ${process.pid}`;
  await expect(deploy(target, one)).rejects.toThrow(message);
  expect(existsSync(layoutIn(home.context('taken')).folder)).toBe(false);
  const { status } = await setUp('moving');
  const before = await status();
  await expect(deploy(home.open('moving', port), two)).rejects.toThrow(message);
  expect(await status()).toMatchObject({ port: before.port, live: { pid: before.live?.pid, healthy: true } });
  await new Promise((resolve) => holder.close(resolve));
  const moved = home.open('moving', port);
  await deploy(moved, two);
  expect((await moved.verify(two)).ok).toBe(true);
});

it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'keeps the old release on a disk that is full or read-only',
  async () => {
    const folder = layoutIn(home.context('disk')).folder;
    await mkdir(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder]);
    const { target, layout } = await setUp('disk');
    try {
      const large = await home.release('8.0.0', `// ${'x'.repeat(900_000)}\n${service()}`);
      await expect(deploy(target, large)).rejects.toThrow(/8\.0\.0 could not be unpacked.*the disk is full/s);
      expect(readdirSync(join(folder, 'revisions'))).toHaveLength(1);
      expect((await target.verify(one)).ok).toBe(true);
      // Seen as read-only from here; the logs of what runs are open for writing elsewhere.
      execFileSync('mount', ['--bind', '-o', 'ro', layout.revisions, layout.revisions]);
      execFileSync('mount', ['-o', 'remount,bind,ro', layout.revisions]);
      await expect(deploy(target, two)).rejects.toThrow(/2\.0\.0 could not be unpacked.*read-only/s);
      expect((await get(target.url)).text).toBe('1.0.0');
      execFileSync('umount', [layout.revisions]);
      await deploy(target, two);
      expect((await target.verify(two)).ok).toBe(true);
      // Nothing has to be unpacked for the way back, but the state cannot be written.
      const filler = join(folder, 'filler');
      await writeFile(filler, Buffer.alloc(1_000_000)).catch(() => undefined);
      await expect(deploy(target, one)).rejects.toThrow(/the disk is full/);
      expect((await target.verify(two)).ok).toBe(true);
      await rm(filler);
      await deploy(target, one);
      expect((await target.verify(one)).ok).toBe(true);
    } finally {
      await target.down();
      execFileSync('umount', ['-R', folder]);
    }
  },
);

it('sees changed, added and missing files', async () => {
  const { target, layout } = await setUp('tampered');
  const root = join(layout.revisions, one.digest.slice(7), 'root');
  const file = join(root, 'app', 'main.mjs');
  expect(statSync(file).mode & 0o222).toBe(0);
  await writeFile(join(root, 'app', 'extra.mjs'), '');
  expect((await target.verify(one)).message).toContain('app/extra.mjs was added');
  await chmod(file, 0o644);
  await appendFile(file, '// changed');
  const verification = await target.verify(one);
  expect(verification.ok).toBe(false);
  expect(verification.message).toContain('app/extra.mjs was added, app/main.mjs was changed');
  // A deployment does not build on it.
  await deploy(target, two);
  await deploy(target, one);
  expect((await target.verify(one)).ok).toBe(true);
});

it('keeps the folders of live, previous and candidate only, and state private', async () => {
  const { target, layout, status } = await setUp('tidy');
  const three = await home.release('3.0.0', service());
  for (const release of [two, three, two]) await deploy(target, release);
  await target.stage(one, never);
  const folders = (await readdirSync(layout.revisions)).sort();
  expect(folders).toEqual([one, two, three].map(({ digest }) => digest.slice(7)).sort());
  await target.discard(never);
  expect(readdirSync(layout.revisions).sort()).toEqual(
    [two, three].map(({ digest }) => digest.slice(7)).sort(),
  );
  for (const file of [layout.socket, layout.state]) expect(statSync(file).mode & 0o077).toBe(0);
  const { pid } = await status();
  expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('HOME=');
});

it('refuses a state it does not know', async () => {
  const { target, layout } = await setUp('newer');
  const good = await readFile(layout.state, 'utf8');
  await writeFile(layout.state, '{"schema": 2}');
  await expect(target.inspect()).rejects.toThrow('has schema 2; this version knows 1');
  await writeFile(layout.state, '{"schema": 1,');
  await expect(deploy(target, two)).rejects.toThrow('is damaged');
  await writeFile(layout.state, good);
  expect((await target.verify(one)).ok).toBe(true);
});
