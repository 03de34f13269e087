import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Release } from '@fairway/ledger';
import { systemFiles } from '@fairway/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listEnvironments, reviveSupervisor } from './environments.ts';
import { identify, processesWith } from './identity.ts';
import { deploy, deployed, service, TestHome, until } from './test-home.ts';

const never = new AbortController().signal;
let home: TestHome;
let one: Release;
let two: Release;
const setUp = (environment: string) => deployed(home, environment, one);

beforeAll(async () => {
  home = await TestHome.create();
  one = await home.release('1.0.0', service());
  two = await home.release('2.0.0', service());
});
afterAll(() => home.remove());

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

it('loses nothing when the supervisor is killed at any moment, and leaves no stray', async () => {
  const { target, layout, status } = await setUp('killed-anytime');
  for (let i = 0; i < 8; i++) {
    const wanted = i % 2 ? one : two;
    const { pid } = await status();
    const deployment = deploy(target, wanted);
    await sleep(50 * i);
    process.kill(pid, 'SIGKILL');
    await deployment;
    await until(() => !identify(pid));
    // The last ones were killed when all was done.
    await reviveSupervisor(layout.folder, systemFiles);
    expect((await target.verify(wanted)).message).toBe(
      `serves ${wanted.digest} (version ${wanted.version}), healthy`,
    );
    const mine = processesWith('DATA_DIR', layout.data).map((found) => found.pid);
    expect(mine).toEqual([(await status()).live?.pid]);
  }
  await target.down();
  expect(processesWith('DATA_DIR', layout.data)).toEqual([]);
}, 40_000);
