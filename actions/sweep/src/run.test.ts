import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, type Release, startRollout } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../packages/engine/test-shop.ts';
import { run as canary } from '../../canary/src/run.ts';
import { run } from './run.ts';

let shop: Shop;
let going = false;
afterEach(async () => {
  going = false;
  await shop?.remove();
});

/** Clients, until the test ends. */
function send(url: string): void {
  going = true;
  void (async () => {
    for (; going; await sleep(5))
      await fetch(url).then(
        (response) => response.text(),
        () => undefined,
      );
  })();
}

const strategy = (bake: string) => () =>
  `, strategy: { canary: { steps: [20%], bake: ${bake}, metrics: [ { name: errors, process: error-rate, max: 50%, min-samples: 1 } ] } }`;
const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('production');

/** The release is live, or a tick has begun to take it live. */
async function tick({ image, version, commit }: Release) {
  const flags = { token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: true };
  return await canary(
    {
      ...flags,
      ...{ environment: 'production', command: 'tick', full: false, image, version, revision: commit },
    },
    shop.ports(),
  );
}

async function sweep(more: object = {}) {
  const ports = shop.ports();
  const done = await run({ token: 't', dryRun: false, ...more }, ports);
  return {
    ...done,
    rows: JSON.parse(done.result ?? '[]'),
    lines: ports.log.lines,
    text: ports.summary.text(),
  };
}

test('nothing in flight: says so and changes nothing', async () => {
  shop = await openShop(strategy('1m'));
  const done = await sweep();
  expect(done).toMatchObject({ outcome: 'idle', promoted: '0', failed: '0' });
  expect(done.failure).toBeUndefined();
  expect(done.rows.map(({ environment, outcome }: Record<string, string>) => [environment, outcome])).toEqual(
    [
      ['dev', 'idle'],
      ['production', 'idle'],
    ],
  );
  await expect(sweep({ environments: ['prod'] })).rejects.toThrow(
    'unknown environment "prod". Valid: dev, production.',
  );
});

test('a rollout that bakes is left baking; when it is due, a sweep promotes it', async () => {
  shop = await openShop(strategy('4s'));
  await tick(await shop.release('1.0.0'));
  send(shop.url('production'));
  const two = await shop.release('2.0.0');
  expect(await tick(two)).toMatchObject({ outcome: 'baking', weight: '20' });

  const { sequence } = await state();
  const plan = await sweep({ dryRun: true });
  expect(plan.outcome).toBe('planned');
  expect(plan.rows[1]).toMatchObject({ outcome: 'baking', version: '2.0.0' });
  expect(plan.text).toMatch(/\| production \| baking \| 2\.0\.0 \|/);
  expect((await state()).sequence).toBe(sequence);

  await sleep(Math.max(0, Date.parse(plan.rows[1].nextAt) - Date.now()) + 50);
  expect((await sweep({ dryRun: true })).rows[1]).toMatchObject({ outcome: 'due' });
  const done = await sweep();
  expect(done).toMatchObject({ outcome: 'swept', promoted: '1' });
  expect(done.failure).toBeUndefined();
  expect(await shop.ask('production')).toBe('2.0.0');
  expect(await state()).toMatchObject({ live: { version: '2.0.0' } });
});

test('a candidate that is gone: aborted, red, and the other environment is swept all the same', async () => {
  shop = await openShop(strategy('1m'));
  await tick(await shop.release('1.0.0'));
  await tick(await shop.release('2.0.0'));
  const target = shop.target('production');
  await target.discard?.(new AbortController().signal);
  const done = await sweep();
  expect(done).toMatchObject({ outcome: 'failed', aborted: '1', failed: '0' });
  expect(done.failure?.message).toMatch(/^production: .*was aborted/);
  expect(done.rows[0]).toMatchObject({ environment: 'dev', outcome: 'idle' });
  expect(done.text).toContain('| production | **aborted** | 2.0.0 |');
  // Below the table: the rollout, with its steps.
  expect(done.text).toMatch(
    /## Sweep[\s\S]*## Canary to production: aborted[\s\S]*### Steps[\s\S]*\*\*stopped here/,
  );
  expect(await shop.ask('production')).toBe('1.0.0');
  expect((await state()).rollout).toBeUndefined();
});

test('a deployment that was interrupted is taken back, and that is red', async () => {
  shop = await openShop(strategy('1m'));
  await tick(await shop.release('1.0.0'));
  const { image, version, commit, digest } = await shop.release('2.0.0');
  const ledger = await openLedger({ app: 'shop', ports: shop.ports() });
  await ledger.append('production', (now, stamp) =>
    startRollout(
      now,
      {
        ...{ id: 'dead', strategy: 'blue-green', reason: 'deploy', intent: 'apply' },
        release: { image, version, commit, digest },
      },
      stamp,
    ),
  );
  const done = await sweep();
  expect(done).toMatchObject({ outcome: 'failed', aborted: '0' });
  expect(done.rows[1]).toMatchObject({ outcome: 'recovered' });
  expect(done.failure?.message).toContain('was taken back');
  expect(done.failure).toMatchObject({ mend: 'run the job again that deployed it' });
  expect((await state()).rollout).toBeUndefined();
});

test('a rollout in an environment that fairway.yml no longer has is told, and red', async () => {
  shop = await openShop(strategy('1m'));
  const { image, version, commit, digest } = await shop.release('2.0.0');
  const ledger = await openLedger({ app: 'shop', ports: shop.ports() });
  const release = { image, version, commit, digest };
  await ledger.append('old', (now, stamp) =>
    startRollout(now, { id: 'x', release, strategy: 'canary', reason: 'deploy' }, stamp),
  );
  const done = await sweep();
  expect(done).toMatchObject({ outcome: 'failed', failed: '1' });
  expect(done.rows[2]).toMatchObject({ environment: 'old', outcome: 'failed', version: '2.0.0' });
  expect(done.failure?.message).toMatch(/2\.0\.0 is in flight at 0%, and .*fairway\.yml has no such/);
  expect((await sweep({ environments: ['dev'] })).failure).toBeUndefined();
});

test('what a living job carries is left to it', async () => {
  shop = await openShop(strategy('1m'));
  await tick(await shop.release('1.0.0'));
  await tick(await shop.release('2.0.0'));
  const ledger = await openLedger({ app: 'shop', ports: shop.ports() });
  const until = new Date(Date.now() + 60_000).toISOString();
  await ledger.append('production', (_, { at }) => ({
    event: { type: 'lease-acquired', message: 'run 8' },
    state: { lease: { owner: 'run 8', purpose: 'tick', acquiredAt: at, expiresAt: until } },
  }));
  const { sequence } = await state();
  const done = await sweep();
  expect(done).toMatchObject({ outcome: 'swept', baking: '0' });
  expect(done.failure).toBeUndefined();
  expect(done.rows[1]).toMatchObject({ outcome: 'held', detail: expect.stringContaining('run 8') });
  expect((await state()).sequence).toBe(sequence);
});
