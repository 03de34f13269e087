import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, type Release } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../packages/engine/test-shop.ts';
import { post, run } from './run.ts';

let shop: Shop;
let clients: { stop(): Promise<void> } | undefined;
afterEach(async () => {
  await clients?.stop();
  await shop?.remove();
});

function send(url: string) {
  let going = true;
  const loop = (async () => {
    while (going) {
      await fetch(url).then(
        (response) => response.text(),
        () => undefined,
      );
      await sleep(10);
    }
  })();
  return {
    async stop() {
      going = false;
      await loop;
    },
  };
}

const flags = {
  full: false,
  token: 't',
  dryRun: false,
  allowOlder: false,
  allowStopped: false,
  skipOrder: true,
};
const place = { ...flags, environment: 'production' } as const;
const named = ({ image, version, commit }: Release) => ({ image, version, revision: commit });
const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('production');
const inspect = () => shop.target('production').inspect();

const strategy = () =>
  ', strategy: { canary: { steps: [ { weight: 20%, bake: 500ms, approve: true }, { weight: 60%, bake: 1h } ], metrics: [ { name: errors, process: error-rate, max: 1% } ] } }';

async function opened(): Promise<Release> {
  shop = await openShop(strategy);
  const one = await shop.release('1.0.0');
  await run({ ...place, command: 'run', ...named(one) }, shop.ports());
  clients = send(shop.url('production'));
  return await shop.release('2.0.0');
}

test('ticks, a pause, a promotion and its status: each a job of its own', async () => {
  const two = await opened();
  expect(await run({ ...place, command: 'tick' }, shop.ports())).toMatchObject({
    outcome: 'idle',
    weight: '0',
  });
  await expect(run({ ...place, command: 'run' }, shop.ports())).rejects.toThrow(
    /"run" needs these inputs: image, version, revision/,
  );

  const ports = shop.ports();
  const first = await run({ ...place, command: 'tick', ...named(two) }, ports);
  expect(first.failure).toBeUndefined();
  expect(first).toMatchObject({ outcome: 'paused', weight: '20', paused: 'true', version: '1.0.0' });
  expect(Date.parse(first.nextAt ?? '')).toBeGreaterThan(Date.now() + 86_000_000);
  const before = await state();
  await post({ ...place, command: 'tick' }, ports);
  expect(await state()).toEqual(before);
  expect(await inspect()).toMatchObject({ candidate: { version: '2.0.0' }, weight: 20 });

  const status = await run({ ...place, command: 'status' }, shop.ports());
  expect(status).toMatchObject({ outcome: 'paused', weight: '20' });
  expect(JSON.parse(status.status ?? '')).toMatchObject({
    environment: 'production',
    live: { version: '1.0.0' },
    rollout: { phase: 'paused', step: 0, paused: true, release: { version: '2.0.0' } },
  });
  expect(await state()).toEqual(before);

  const dry = await run({ ...place, command: 'abort', dryRun: true }, shop.ports());
  expect(dry).toMatchObject({ outcome: 'planned', weight: '20' });
  expect(await state()).toEqual(before);

  const red = await run({ ...place, command: 'run', ...named(two) }, shop.ports());
  expect(red).toMatchObject({ outcome: 'paused', weight: '20' });
  expect(red.failure).toMatchObject({ mend: expect.stringContaining('command: promote') });

  const on = await run({ ...place, command: 'promote', reason: 'looks good' }, shop.ports());
  expect(on).toMatchObject({ outcome: 'baking', weight: '60', paused: 'false' });
  expect((await inspect()).weight).toBe(60);
  const done = await run({ ...place, command: 'promote', full: true }, shop.ports());
  expect(done).toMatchObject({ outcome: 'promoted', weight: '100', version: '2.0.0' });
  expect(await shop.ask('production')).toBe('2.0.0');
});

test('an abort by a person stops a running job within seconds; a schedule does not start it over', async () => {
  const two = await opened();
  await run({ ...place, command: 'tick', ...named(two) }, shop.ports());
  await run({ ...place, command: 'promote' }, shop.ports());
  const running = run({ ...place, command: 'run', ...named(two) }, shop.ports());
  while (!(await state()).lease) await sleep(20);
  const at = Date.now();
  const asked = await run({ ...place, command: 'abort', reason: 'complaints' }, shop.ports());
  expect(asked.failure).toBeUndefined();
  expect(asked).toMatchObject({ outcome: 'aborted', weight: '0', version: '1.0.0' });
  const stopped = await running;
  expect(stopped).toMatchObject({ outcome: 'aborted', weight: '0' });
  expect(stopped.failure?.message).toContain('ada aborted it: complaints');
  expect(Date.now() - at).toBeLessThan(16_000);
  const observed = await inspect();
  expect(observed).toMatchObject({ live: { version: '1.0.0' }, weight: 0 });
  expect(observed.candidate).toBeUndefined();
  await expect(run({ ...place, command: 'tick', ...named(two) }, shop.ports())).rejects.toThrow(
    /2\.0\.0 was stopped at .*complaints/,
  );
}, 30_000);
