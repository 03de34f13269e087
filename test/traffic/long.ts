/**
 * By hand: `node test/traffic/long.ts [requests a second]`, after `npm run build`; about four minutes. What the
 * tests do in seconds, with bakes as long as a look needs: rollout after rollout without a lost request, while
 * things break.
 */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manner } from './support/app.ts';
import type { Seen } from './support/load.ts';
import { inputsOf, openScene, type Scene } from './support/scene.ts';

const CANARY = `
  steps: [0.5%, 5%, 25%, 50%]
  pins: [{ header: X-Canary, value: always }]
  bake: 8s
  warm-up: 1s
  interval: 2s
  min-samples: 5
  max-duration: 5m
  after-switch: { bake: 4s, metrics: [p95] }`;

interface Told {
  readonly outcome: string | undefined;
  readonly seen: Seen;
  readonly seconds: number;
}

const scene: Scene = await openScene({ rate: Number(process.argv[2] ?? 500), canary: CANARY });
let count = 0;

/** One rollout; what happens meanwhile may be given. */
async function roll(what: string, manner: Manner, meanwhile?: () => Promise<void>): Promise<Told> {
  const release = await scene.release(`1.${count++}.0`, manner);
  await scene.load.seen();
  const begin = Date.now();
  const going = scene.canary(inputsOf(release));
  await meanwhile?.();
  const run = await going;
  const seconds = Math.round((Date.now() - begin) / 1_000);
  const seen = await scene.load.seen();
  const { outcome, weight } = run.outputs;
  const share = ((100 * seen.failed) / Math.max(1, seen.requests)).toFixed(2);
  console.log(
    `${what}: ${outcome} at ${weight}% after ${seconds}s; ${seen.requests} requests, ${share}% failed`,
  );
  if (seen.lost.length) console.log(run.stdout);
  assert.deepEqual(seen.lost, [], `${what}: requests were lost`);
  return { outcome, seen, seconds };
}

async function reached(weight: number): Promise<void> {
  while ((await scene.router.weight()) !== weight) await sleep(100);
}

try {
  assert.equal((await scene.canary(inputsOf(await scene.release('0.9.0')))).exitCode, 0);
  await sleep(1_000);
  for (let i = 0; i < 2; i++) assert.equal((await roll('a good release', {})).outcome, 'promoted');
  const bad = await roll('5% errors', { errors: 0.05 });
  assert.equal(bad.outcome, 'aborted');
  assert.ok(bad.seen.failed < 0.01 * bad.seen.requests);
  assert.equal((await roll('three times as slow', { takes: 60 })).outcome, 'aborted');
  // A reload loses the weights: the step is shifted and baked anew.
  const reloaded = await roll('HAProxy is reloaded at 25%', {}, async () => {
    await reached(25);
    await scene.haproxy.reload();
  });
  assert.equal(reloaded.outcome, 'promoted');
  const paused = await roll('Prometheus is cut off at 5%', {}, async () => {
    await reached(5);
    scene.prometheus.cutOff();
  });
  assert.equal(paused.outcome, 'paused');
  assert.equal(await scene.router.weight(), 5);
  scene.prometheus.bringBack();
  assert.equal((await scene.canary({ command: 'abort' })).outputs.outcome, 'aborted');
  assert.equal(await scene.router.weight(), 0);
  assert.deepEqual((await scene.load.seen()).lost, []);
  console.log('the paused one was aborted; no request was lost');
} finally {
  await scene.end();
}
