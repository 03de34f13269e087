import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasHaproxy } from '../../packages/routers/test-haproxy.ts';
import { lane } from '../support/lanes.ts';
import { hasPrometheus } from './support/prometheus.ts';
import { inputsOf, openScene, type Scene } from './support/scene.ts';

const CANARY = `
  steps: [5%, 15%, 50%]
  bake: 3s
  warm-up: 1s
  interval: 1s
  confidence: 99.9%
  min-samples: 5
  max-duration: 90s`;

let scene: Scene;

lane('haproxy and prometheus', hasHaproxy() && hasPrometheus(), () => {
  beforeAll(async () => {
    scene = await openScene({ rate: 500, canary: CANARY });
    // Nothing is live yet: the first release has nothing to be compared with.
    const first = await scene.canary(inputsOf(await scene.release('1.0.0')));
    expect(first.exitCode, first.stdout).toBe(0);
    await sleep(500);
    await scene.load.seen();
  }, 60_000);
  afterAll(() => scene?.end());

  it('promotes a good release', { timeout: 60_000 }, async () => {
    const run = await scene.canary(inputsOf(await scene.release('1.1.0')));
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'promoted' });
    const seen = await scene.load.seen();
    expect(seen).toMatchObject({ failed: 0, lost: [] });
    await serves('1.1.0');
  });

  it('stops a release with 5% errors before it has failed 1% of all requests', {
    timeout: 60_000,
  }, async () => {
    const run = await scene.canary(inputsOf(await scene.release('1.2.0', { errors: 0.05 })));
    const seen = await scene.load.seen();
    expect(run.exitCode, run.stdout).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'aborted', weight: '0' });
    expect(run.stdout).toContain('errors');
    expect(seen.lost).toEqual([]);
    expect(seen.failed).toBeGreaterThan(0);
    expect(seen.failed / seen.requests).toBeLessThan(0.01);
    await serves('1.1.0');
  });

  it('stops a slow release', { timeout: 60_000 }, async () => {
    const run = await scene.canary(inputsOf(await scene.release('1.3.0', { takes: 60 })));
    const seen = await scene.load.seen();
    expect(run.exitCode, run.stdout).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'aborted', weight: '0' });
    expect(run.stdout).toContain('p95');
    expect(seen).toMatchObject({ failed: 0, lost: [] });
    await serves('1.1.0');
  });

  it('pauses when Prometheus is cut off, and goes on when it is told to', { timeout: 90_000 }, async () => {
    const going = scene.canary(inputsOf(await scene.release('1.4.0')));
    await reached(15);
    scene.prometheus.cutOff();
    const run = await going;
    expect(run.exitCode, run.stdout).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'paused', weight: '15', paused: 'true' });
    // Nobody is hurt by a pause: what was shifted stays, and nothing more.
    expect(await scene.router.weight()).toBe(15);
    expect((await scene.record()).rollout).toMatchObject({ release: { version: '1.4.0' }, weight: 15 });
    expect(await scene.load.seen()).toMatchObject({ failed: 0, lost: [] });
    await sleep(500);
    const { byVersion, lost } = await scene.load.seen();
    expect([Object.keys(byVersion).sort(), lost]).toEqual([['1.1.0', '1.4.0'], []]);

    scene.prometheus.bringBack();
    const on = await scene.canary({ command: 'promote' });
    expect(on.exitCode, on.stdout).toBe(0);
    expect(on.outputs).toMatchObject({ outcome: 'promoted' });
    expect(await scene.load.seen()).toMatchObject({ failed: 0, lost: [] });
    await serves('1.4.0');
  });

  it('loses nothing when a rollback finds what a rollout left that died at its end', async () => {
    const signal = AbortSignal.timeout(20_000);
    const release = await scene.release('1.5.0');
    await scene.target.stage?.(release, signal);
    await scene.router.setWeight(100, signal);
    await scene.target.promote?.(release.digest, signal);
    // HAProxy now sends all requests straight to the process that the rollback replaces.
    const run = await scene.rollback({ to: '1.1.0', reason: 'the suite says so' });
    expect(run.exitCode, run.stdout).toBe(0);
    expect(await scene.load.seen()).toMatchObject({ failed: 0, lost: [] });
    await serves('1.1.0');
  });
});

async function reached(weight: number): Promise<void> {
  for (const end = Date.now() + 30_000; (await scene.router.weight()) !== weight; await sleep(50)) {
    if (Date.now() > end) throw new Error(`the candidate never got ${weight}%`);
  }
}

/** Only that version answers, and nothing is left of the split. */
async function serves(version: string): Promise<void> {
  expect(await scene.router.weight()).toBe(0);
  const { live, candidate } = await scene.target.inspect();
  expect([live?.version, candidate]).toEqual([version, undefined]);
  await scene.load.seen();
  await sleep(200);
  expect(Object.keys((await scene.load.seen()).byVersion)).toEqual([version]);
  const state = await scene.haproxy.ask('show servers state shop');
  expect(state).toMatch(/ live 127\.0\.0\.1 2 0 100 /);
  expect(state).toMatch(/ candidate 127\.0\.0\.1 0 5 0 /);
  expect((await scene.record()).rollout).toBeUndefined();
}
