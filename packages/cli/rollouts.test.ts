import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLedger } from '@fairway/ledger';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { run as canary } from '../../actions/canary/src/run.ts';
import { openShop, type Shop } from '../engine/test-shop.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const STRATEGY =
  ', strategy: { canary: { steps: [{ weight: 20%, approve: true }], bake: 300ms, metrics: [ { name: errors, process: error-rate, max: 50%, min-samples: 1 } ] } }';

// Each command loads the engine from source, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let shop: Shop;
let going = false;

beforeAll(async () => {
  shop = await openShop(() => STRATEGY);
  await tick('1.0.0');
  going = true;
  void (async () => {
    for (; going; await sleep(20))
      await fetch(shop.url('production')).then(
        (response) => response.text(),
        () => undefined,
      );
  })();
});
afterAll(async () => {
  going = false;
  await shop?.remove();
});

async function tick(wanted: string) {
  const { image, version, commit } = await shop.release(wanted);
  return await canary(
    {
      ...{ command: 'tick', environment: 'production', image, version, revision: commit, full: false },
      ...{ token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: true },
    },
    shop.ports(),
  );
}

/** The real command line, as a process of its own. */
async function fairway(args: string[]) {
  const { home } = shop.ports().context;
  const child = spawn(process.execPath, [main, ...args], {
    cwd: shop.repository.folder,
    env: { PATH: process.env.PATH ?? '', HOME: home, FAIRWAY_HOME: home, NO_COLOR: '1' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { status, stdout, stderr };
}

const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('production');

// One shop for all tests, in this order: each starts a release that waits for approval at 20%.

test('status says where it stands and how to go on; tick and sweep leave a pause alone', async () => {
  expect(await tick('2.0.0')).toMatchObject({ outcome: 'paused' });
  const [told, json, planned] = await Promise.all([
    fairway(['status']),
    fairway(['status', '--json']),
    fairway(['sweep', '--dry-run', '--json']),
  ]);
  expect(told.stdout).toMatch(
    /in flight: 2\.0\.0 \(canary\) since \S+, step 1 of 1, paused, 20% of the traffic wanted, 20% held/,
  );
  expect(told.stdout).toMatch(/paused: step 1 \(20%\) went well and waits for approval/);
  expect(told.stdout).toContain(
    'to go on: fairway promote production; to take it back: fairway abort production',
  );
  expect(told.stdout).toMatch(/last look, at 20%, \S+:\n +pass: errors: /);
  expect(told.stdout).toContain('carried by no job');
  expect(told.status).toBe(0);
  expect(JSON.parse(json.stdout)[1].status.rollout).toMatchObject({
    ...{ phase: 'paused', paused: true, weight: 20, step: 0 },
  });
  expect(planned.stdout).toMatch(/"outcome": "paused"/);

  const ticked = await fairway(['tick', 'production']);
  expect(ticked.stdout).toMatch(/^production: paused, 20% of the traffic, aborted at \S+Z$/m);
  expect(ticked.status).toBe(0);
  expect((await state()).rollout?.release.version).toBe('2.0.0');
});

test('what is wrong with the command line starts nothing, and no secret is shown', async () => {
  const { sequence } = await state();
  const secrets = join(shop.repository.folder, 'secrets');
  writeFileSync(secrets, 'PROM_TOKEN=hunter22\nnonsense-hunter33\n');
  const cases: [string[], RegExp][] = [
    [['sweep', 'prod'], /unknown environment "prod"/],
    [['tick', 'production', '--secrets-file', secrets], /a secret is one NAME=value a line\nWhere: .*:2/],
    [['sweep', '--secrets-file', `${secrets}-none`], /the file with the secrets cannot be read/],
    [['abort'], /missing required argument/],
  ];
  await Promise.all(
    cases.map(async ([args, message]) => {
      const { status, stdout, stderr } = await fairway(args);
      expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
      expect(stdout + stderr).not.toMatch(/hunter/);
    }),
  );
  expect((await state()).sequence).toBe(sequence);
});

test('abort takes all traffic back, says why in the record, and is no failure', async () => {
  const { status, stdout } = await fairway(['abort', 'production', '--reason', 'guests complain']);
  expect(stdout).toMatch(/^production: aborted, 0% of the traffic$/m);
  expect(status).toBe(0);
  expect(await state()).toMatchObject({
    live: { version: '1.0.0' },
    lastStopped: { release: { version: '2.0.0' }, why: expect.stringContaining('guests complain') },
  });
  expect(await shop.ask('production')).toBe('1.0.0');
});

test('a sweep that finds a candidate gone is red, and the rollout is over', async () => {
  await tick('3.0.0');
  await shop.target('production').discard?.(new AbortController().signal);
  const { status, stdout, stderr } = await fairway(['sweep']);
  expect(stdout).toMatch(/^production: aborted \(/m);
  expect(stderr).toMatch(/^error production: /m);
  expect(status).toBe(1);
  expect((await state()).rollout).toBeUndefined();
});

test('promote lets it go on to the end; then there is nothing to promote', async () => {
  await tick('4.0.0');
  const promoted = await fairway(['promote', 'production']);
  expect(promoted.stdout).toMatch(/^production: promoted, 100% of the traffic$/m);
  expect(promoted.status).toBe(0);
  expect(await shop.ask('production')).toBe('4.0.0');
  const [told, again] = await Promise.all([fairway(['status']), fairway(['promote', 'production'])]);
  expect(told.stdout).not.toContain('in flight');
  expect([again.status, again.stderr]).toEqual([2, expect.stringMatching(/nothing to promote/)]);
});
