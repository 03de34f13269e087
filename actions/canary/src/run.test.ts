import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, type Release } from '@fairway/ledger';
import { afterEach, expect, test } from 'vitest';
import { openShop, type Shop, service } from '../../../packages/engine/test-shop.ts';
import { run as deploy } from '../../deploy/src/run.ts';
import { run } from './run.ts';

let shop: Shop;
let traffic: { stop(): Promise<{ sent: number; failed: number }> } | undefined;
afterEach(async () => {
  await traffic?.stop();
  await shop?.remove();
});

const strategy = () =>
  ', strategy: { canary: { steps: [20%, 50%], bake: 700ms, max-duration: 15s, metrics: [ { name: errors, process: error-rate, max: 1% }, { name: p95, process: p95, max: 2s } ] } }';
const flags = {
  command: 'run',
  full: false,
  token: 't',
  dryRun: false,
  allowOlder: false,
  allowStopped: false,
  skipOrder: true,
} as const;
const inputs = ({ image, version, commit }: Release, more = {}) => ({
  ...flags,
  environment: 'production',
  image,
  version,
  revision: commit,
  ...more,
});
const state = async () => (await openLedger({ app: 'shop', ports: shop.ports() })).read('production');

function send(url: string) {
  let going = true;
  let sent = 0;
  let failed = 0;
  const loop = (async () => {
    while (going) {
      sent++;
      const response = await fetch(url).catch(() => undefined);
      await response?.text().catch(() => undefined);
      if (!response?.ok) failed++;
      await sleep(5);
    }
  })();
  return {
    async stop() {
      going = false;
      await loop;
      return { sent, failed };
    },
  };
}

test('promotes by evidence without a failed request, and takes a failing release back at 0', async () => {
  shop = await openShop(strategy);
  const one = await shop.release('1.0.0');
  expect(await run(inputs(one), shop.ports())).toMatchObject({
    outcome: 'promoted',
    weight: '100',
    verdicts: '[]',
  });
  await expect(deploy(inputs(await shop.release('1.1.0')), shop.ports())).rejects.toThrow(
    /released by canary/,
  );

  const two = await shop.release('2.0.0');
  traffic = send(shop.url('production'));
  const ports = shop.ports();
  const result = await run(inputs(two), ports);
  expect(result.failure).toBeUndefined();
  expect(result).toMatchObject({
    outcome: 'promoted',
    digest: two.digest,
    previousDigest: one.digest,
    weight: '100',
  });
  const verdicts = JSON.parse(result.verdicts ?? '[]');
  expect(verdicts.at(-1)).toMatchObject({
    weight: 50,
    verdicts: [{ metric: 'errors', verdict: 'pass', value: 0 }, { metric: 'p95' }],
  });
  const load = await traffic.stop();
  expect(load.sent).toBeGreaterThan(20);
  expect(load.failed).toBe(0);
  expect(ports.summary.text()).toContain('| errors | 0%');

  traffic = send(shop.url('production'));
  const bad = await shop.release(
    '3.0.0',
    service({ rest: 'if (Math.random() < 0.5) return response.writeHead(500).end();' }),
  );
  const stopped = await run(inputs(bad), shop.ports());
  expect(stopped).toMatchObject({ outcome: 'aborted', digest: two.digest, weight: '0' });
  expect(stopped.failure?.message).toMatch(
    /errors: .*% is above max 1% \(\d+ samples?\); query: process error-rate of candidate/,
  );
  await traffic.stop();
  expect(await shop.target('production').inspect()).toMatchObject({ live: { version: '2.0.0' }, weight: 0 });
  expect((await shop.target('production').inspect()).candidate).toBeUndefined();
  expect(await state()).toMatchObject({
    live: { version: '2.0.0' },
    lastStopped: { release: { version: '3.0.0' } },
  });
});

test('takes the traffic back within seconds when the job is cancelled', async () => {
  shop = await openShop(() => strategy().replace('700ms', '1m'));
  await run(inputs(await shop.release('1.0.0')), shop.ports());
  const cancel = new AbortController();
  const two = run(inputs(await shop.release('2.0.0')), shop.ports({ signal: cancel.signal }));
  while ((await shop.target('production').inspect()).weight !== 20) await sleep(50);
  const at = Date.now();
  cancel.abort(new Error('cancelled by SIGTERM'));
  expect(await two).toMatchObject({ outcome: 'aborted', weight: '0', version: '1.0.0' });
  expect(Date.now() - at).toBeLessThan(7_000);
  const observed = await shop.target('production').inspect();
  expect(observed).toMatchObject({ live: { version: '1.0.0' }, weight: 0 });
  expect(observed.candidate).toBeUndefined();
  expect(await state()).toMatchObject({
    live: { version: '1.0.0' },
    lastStopped: { why: expect.stringMatching(/SIGTERM/) },
  });
});

test('a dry run says what it would do', async () => {
  shop = await openShop(strategy);
  await run(inputs(await shop.release('1.0.0')), shop.ports());
  const before = (await state()).sequence;
  const ports = shop.ports();
  expect(await run(inputs(await shop.release('2.0.0'), { dryRun: true }), ports)).toMatchObject({
    outcome: 'planned',
  });
  expect(ports.log.lines.join('\n')).toContain(
    'give it 20% of the traffic for 700ms and judge: errors max 1%; p95 max 2s',
  );
  expect((await state()).sequence).toBe(before);
});

test('a run whose bakes are longer than a job may be is warned', async () => {
  shop = await openShop(() => strategy().replace('700ms', '4h').replace(', max-duration: 15s', ''));
  const one = await shop.release('1.0.0');
  for (const [command, told] of [
    ['run', true],
    ['tick', false],
  ] as const) {
    const ports = shop.ports();
    await run(inputs(one, { command, dryRun: true }), ports);
    expect(ports.log.lines.join('\n').includes('The bakes take 8h')).toBe(told);
  }
});

test('a dry run refuses what a real one would: a metric whose secret is not given', async () => {
  const metric = "{ name: errors, prometheus: 'up', max: 1 }";
  shop = await openShop(
    () => `, strategy: { canary: { steps: [20%], metrics: [ ${metric} ] } }`,
    'providers: { prometheus: { url: "http://127.0.0.1:9", auth: { bearer: PROM_TOKEN } } }\n',
  );
  const one = await shop.release('1.0.0');
  await expect(run(inputs(one, { dryRun: true }), shop.ports())).rejects.toThrow(/PROM_TOKEN is not given/);
});

test('a tick of what is live already looks whether it runs', async () => {
  shop = await openShop(strategy);
  const one = await shop.release('1.0.0');
  await run(inputs(one), shop.ports());
  const { sequence } = await state();
  const tick = () => run(inputs(one, { command: 'tick' }), shop.ports());
  expect(await tick()).toMatchObject({ outcome: 'unchanged', weight: '100' });
  expect((await state()).sequence).toBe(sequence);
  await shop.target('production').down();
  expect(await tick()).toMatchObject({ weight: '100', version: '1.0.0' });
  expect(await shop.ask('production')).toBe('1.0.0');
});
