import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, type Release } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop, service } from '../../../packages/engine/test-shop.ts';
import { run as canary } from '../../canary/src/run.ts';
import { run } from './run.ts';

let shop: Shop;
let going = true;
let clients: Promise<void> | undefined;
afterEach(async () => {
  going = false;
  await clients;
  await shop?.remove();
});

const flags = { token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: true };
const inputs = ({ image, version, commit }: Release) => ({
  ...flags,
  ...{ environment: 'production', image, version, revision: commit },
});
const failing = service({ rest: 'if (Math.random() < 0.5) return response.writeHead(500).end();' });
const watch = (strategy: string) => () =>
  `, strategy: { ${strategy}: { after-switch: { bake: 900ms }, interval: 300ms, metrics: [ { name: errors, process: error-rate, max: 1% } ] } }`;
const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('production');

/** Clients that go on asking; counts what they are refused. */
function send(url: string): { failed: number } {
  const seen = { failed: 0 };
  going = true;
  clients = (async () => {
    while (going) {
      const response = await fetch(url).catch(() => undefined);
      await response?.text().catch(() => undefined);
      if (!response?.ok) seen.failed++;
      await sleep(10);
    }
  })();
  return seen;
}

test('recreate: watched after the switch; a failing release is taken back by itself', async () => {
  shop = await openShop(watch('recreate'));
  const one = await shop.release('1.0.0');
  await run(inputs(one), shop.ports());
  const seen = send(shop.url('production'));
  const two = await shop.release('2.0.0');
  const ports = shop.ports();
  const done = await run(inputs(two), ports);
  expect(done.failure).toBeUndefined();
  expect(done).toMatchObject({ outcome: 'deployed', version: '2.0.0', previousDigest: one.digest });
  expect(ports.log.lines.join('\n')).toMatch(/100%: errors ok/);
  expect(seen.failed).toBe(0);

  const stopped = await run(inputs(await shop.release('3.0.0', failing)), shop.ports());
  expect(stopped).toMatchObject({ outcome: 'stopped', version: '2.0.0', digest: two.digest });
  expect(stopped.failure?.message).toMatch(
    /errors: .*% is above max 1%.*2\.0\.0 .* is live again, verified/s,
  );
  expect(await shop.ask('production')).toBe('2.0.0');
  expect(await state()).toMatchObject({
    live: { version: '2.0.0' },
    lastStopped: { release: { version: '3.0.0' } },
  });
  expect((await state()).rollout).toBeUndefined();
});

test("blue-green in steps is the canary action's: the old release stands by, and has its traffic back at once", async () => {
  shop = await openShop(watch('blue-green'));
  await run(inputs(await shop.release('1.0.0')), shop.ports());
  const two = await shop.release('2.0.0');
  await expect(run(inputs(two), shop.ports())).rejects.toThrow(/released by blue-green, in steps/);
  const seen = send(shop.url('production'));
  const ask = { command: 'run', full: false } as const;
  expect(await canary({ ...ask, ...inputs(two) }, shop.ports())).toMatchObject({ outcome: 'promoted' });
  expect(seen.failed).toBe(0);
  const stopped = await canary({ ...ask, ...inputs(await shop.release('3.0.0', failing)) }, shop.ports());
  expect(stopped).toMatchObject({ outcome: 'aborted', version: '2.0.0', weight: '0' });
  expect(await shop.target('production').inspect()).toMatchObject({ live: { version: '2.0.0' }, weight: 0 });
  expect((await state()).rollout).toBeUndefined();
});
