import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLedger, type Release } from '@fairway/ledger';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../packages/engine/test-shop.ts';
import { run } from './run.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const strategy = () =>
  ', strategy: { canary: { steps: [20%], bake: 1m, metrics: [ { name: errors, process: error-rate, max: 1% } ] } }';

let shop: Shop;
let two: Release;
let states: string;
/** By all children of the test, for the message of a failure. */
let printed = '';

beforeEach(async () => {
  printed = '';
  shop = await openShop(strategy);
  const one = await shop.release('1.0.0');
  const { image, version, commit } = one;
  const flags = {
    command: 'run',
    full: false,
    token: 't',
    dryRun: false,
    allowOlder: false,
    allowStopped: false,
    skipOrder: true,
  } as const;
  await run({ ...flags, environment: 'production', image, version, revision: commit }, shop.ports());
  two = await shop.release('2.0.0');
  states = join(shop.repository.folder, '.git', 'runner-state');
  writeFileSync(states, '');
});
afterEach(() => shop.remove());

/** Starts the action as the runner does, from source. */
function start(more: Record<string, string> = {}, args: string[] = []): ChildProcess {
  const { home, workspace } = shop.ports().context;
  const env = {
    PATH: process.env.PATH ?? '',
    FAIRWAY_HOME: home,
    GITHUB_WORKSPACE: workspace,
    GITHUB_RUN_ID: '77',
    GITHUB_STATE: states,
    INPUT_ENVIRONMENT: 'production',
    INPUT_IMAGE: two.image,
    INPUT_VERSION: two.version,
    INPUT_REVISION: two.commit,
    INPUT_TOKEN: 't',
    'INPUT_SKIP-ORDER': 'true',
    ...more,
  };
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
  });
  return child;
}

async function baking(): Promise<void> {
  while ((await state()).rollout?.weight !== 20 || (await shop.target('production').inspect()).weight !== 20)
    await sleep(50);
}

const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('production');

async function expectTakenBack(): Promise<void> {
  const observed = await shop.target('production').inspect();
  expect(observed, printed).toMatchObject({ live: { version: '1.0.0', healthy: true }, weight: 0 });
  expect(observed.candidate, printed).toBeUndefined();
  const now = await state();
  expect(now).toMatchObject({ live: { version: '1.0.0' }, lastStopped: { release: { version: '2.0.0' } } });
  expect(now.rollout).toBeUndefined();
  expect(now.lease).toBeUndefined();
  expect(await shop.ask('production')).toBe('1.0.0');
}

test('killed with SIGKILL in a bake: the post step takes the traffic back', async () => {
  const child = start();
  await baking();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await shop.target('production').inspect()).weight).toBe(20);

  // Another job cannot take it while the lease holds.
  const other = start({ GITHUB_RUN_ID: '78', GITHUB_STATE: `${states}-of-78` });
  expect((await once(other, 'exit'))[0]).toBe(1);
  expect((await shop.target('production').inspect()).weight).toBe(20);

  const kept = readFileSync(states, 'utf8').matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  const post = start(
    Object.fromEntries([...kept].map(([, name, , value]) => [`STATE_${name}`, value ?? ''])),
    ['post'],
  );
  expect((await once(post, 'exit'))[0], printed).toBe(0);
  await expectTakenBack();
});

test('killed before it did anything: the post step starts nothing', async () => {
  const before = await state();
  expect((await once(start({}, ['post']), 'exit'))[0]).toBe(0);
  expect(await state()).toEqual(before);
  expect((await shop.target('production').inspect()).candidate).toBeUndefined();
});

test('cancelled with SIGTERM in a bake: it takes the traffic back itself, within 7 seconds', async () => {
  const child = start();
  await baking();
  const at = Date.now();
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(1);
  expect(Date.now() - at).toBeLessThan(7_000);
  await expectTakenBack();
});

test('a tick killed with SIGKILL: its post step leaves the rollout, and the next tick goes on at once', async () => {
  const child = start({ INPUT_COMMAND: 'tick' });
  // Staged, or shifted already: the tick is somewhere in its work, or over.
  while (!(await state()).rollout) await sleep(5);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const kept = readFileSync(states, 'utf8').matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm);
  const saved = Object.fromEntries([...kept].map(([, name, , value]) => [`STATE_${name}`, value ?? '']));
  const post = start({ INPUT_COMMAND: 'tick', ...saved }, ['post']);
  expect((await once(post, 'exit'))[0], printed).toBe(0);
  expect((await state()).rollout?.release.version).toBe('2.0.0');
  expect((await state()).lease, printed).toBeUndefined();
  const next = start({ INPUT_COMMAND: 'tick', INPUT_IMAGE: '', INPUT_VERSION: '' });
  expect((await once(next, 'exit'))[0], printed).toBe(0);
  expect(await shop.target('production').inspect(), printed).toMatchObject({
    candidate: { version: '2.0.0', healthy: true },
    weight: 20,
  });
  expect((await state()).rollout?.weight).toBe(20);
  const end = start({ INPUT_COMMAND: 'abort', INPUT_REASON: 'enough' });
  expect((await once(end, 'exit'))[0], printed).toBe(0);
  await expectTakenBack();
});
