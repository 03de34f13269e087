import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLedger, type Release } from '@fairway/ledger';
import { type RunResult, runWorkflow } from '@fairway/local';
import { afterEach, expect, it } from 'vitest';
import { run as canary } from '../../actions/canary/src/run.ts';
import { openShop, type Shop } from '../../packages/engine/test-shop.ts';
import { startReceiver } from '../../packages/notify/test-server.ts';
import { root } from '../support/bundle.ts';

const STRATEGY =
  ', strategy: { canary: { steps: [20%], bake: 5s, metrics: [ { name: errors, process: error-rate, max: 50% } ] } }';
const CALLER = `name: sweep
on: { workflow_dispatch: {} }
permissions: {}
jobs:
  sweep:
    uses: fairway-ci/fairway/.github/workflows/sweep.yml@v1
    permissions: { contents: write, deployments: write }
    secrets:
      fairway: |
        HOOK=\${{ secrets.HOOK }}
`;

let shop: Shop;
let going = false;
let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  going = false;
  await close?.();
  await shop?.remove();
});

async function tick({ image, version, commit }: Release): Promise<string | undefined> {
  const { outcome } = await canary(
    {
      ...{ command: 'tick', environment: 'production', image, version, revision: commit, full: false },
      ...{ token: 't', dryRun: false, allowOlder: false, allowStopped: false, skipOrder: true },
    },
    shop.ports(),
  );
  return outcome;
}

/** A scheduled job, as GitHub would start it: the rendered workflow and the built action. */
async function sweep(HOOK: string): Promise<RunResult> {
  return await runWorkflow({
    workflow: '.github/workflows/sweep.yml',
    repository: shop.repository.folder,
    event: { name: 'workflow_dispatch', inputs: {} },
    env: { FAIRWAY_HOME: shop.ports().context.home },
    secrets: { HOOK },
    repositories: { 'fairway-ci/fairway': root },
  });
}

it('a scheduled sweep goes on with a rollout that no job carries, to its end, and tells people', async () => {
  shop = await openShop(() => STRATEGY);
  const { folder } = shop.repository;
  const receiver = await startReceiver(() => ({ status: 200, body: 'ok' }));
  ({ close } = receiver);
  appendFileSync(
    join(folder, 'fairway.yml'),
    'notify: { deploys: { slack: { webhook: HOOK }, on: [promote] } }\n',
  );
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  writeFileSync(join(folder, '.github/workflows/sweep.yml'), CALLER);
  shop.repository.git('add', '-A');
  shop.repository.commit('ci: sweep');

  await tick(await shop.release('1.0.0'));
  going = true;
  void (async () => {
    for (; going; await sleep(5)) await fetch(shop.url('production')).catch(() => undefined);
  })();
  expect(await tick(await shop.release('2.0.0'))).toBe('baking');

  const early = await sweep(`${receiver.url}/hook`);
  expect(early.conclusion).toBe('success');
  const ledger = await openLedger({ app: 'shop', ports: shop.ports() });
  for (const end = Date.now() + 8_000; Date.now() < end && (await ledger.read('production')).rollout; ) {
    await sleep(1_000);
    expect((await sweep(`${receiver.url}/hook`)).conclusion).toBe('success');
  }
  expect(await ledger.read('production')).toMatchObject({ live: { version: '2.0.0' } });
  expect((await ledger.read('production')).rollout).toBeUndefined();
  expect(await shop.ask('production')).toBe('2.0.0');
  expect(receiver.received.map(({ body }) => JSON.parse(body).text)).toEqual([
    'shop 2.0.0: live in production',
  ]);
}, 60_000);
