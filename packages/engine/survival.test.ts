/** Killed at any effect and taken over by any other process, by whatever it was started. */
import type { Machine } from '@fairway/rollout';
import { describe, expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { command } from './command.ts';
import { LEASE, withLease } from './lease.ts';
import { sweep } from './sweep.ts';
import { expectOnce, expectOver, options, stateOf, two, withOneLive } from './test-story.ts';
import { bad, good, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

const steps = Array.from({ length: 10 }, (_, i) => ({ weight: `${5 * (i + 1)}%`, bake: '1m' }));
const whole = {
  steps,
  'warm-up': '1s',
  'max-duration': '24h',
  'before-traffic': { bake: '20s', metrics: [] },
  'after-switch': { bake: '1m' },
  'scale-down-delay': '30s',
};
const ten = strategyOf(whole);
/** Looked at during the bakes, too. */
const often = strategyOf({ ...whole, interval: '20s' });

function first(outside: Outside, more: SiteOptions, until: 'end' | 'due') {
  const { strategy = ten } = more;
  const opened = openSite(outside, { strategy, ...more });
  const { site } = opened;
  const work = withLease(site, 'canary', (hold) =>
    canaryRelease(site, wantedOf(two, strategy), options, hold, until),
  );
  return { ...opened, done: work };
}

/** Ticks by new processes, as a schedule makes them, until nothing is in flight. */
async function tickToEnd(outside: Outside, more: SiteOptions): Promise<number> {
  for (let ticks = 0; ; ticks++) {
    const { rollout } = await stateOf(outside);
    if (!rollout) return ticks;
    if (ticks > 500) throw new Error('it never ends');
    const { site } = openSite(outside, { strategy: ten, ...more });
    const done = await withLease(site, 'tick', (hold) => tick(site, hold));
    outside.now = Math.max(outside.now, done.nextAt ?? 0);
  }
}

describe('ten steps, killed at any effect', () => {
  for (const [name, measure] of [
    ['good', good],
    ['bad', bad],
  ] as const) {
    it(`(${name}) and gone on with by ticks: it ends as it would have, nothing is done twice`, async () => {
      const rehearsed = await withOneLive();
      const rehearsal = first(rehearsed, { measure }, 'end');
      await rehearsal.done;
      const count = rehearsal.effects();
      expect(count).toBeGreaterThan(name === 'good' ? 50 : 10);
      for (let dieAt = 0; dieAt < count; dieAt++) {
        for (const after of [false, true]) {
          const outside = await withOneLive();
          await first(outside, { measure, dieAt, after }, 'end').done.catch(() => undefined);
          outside.now += LEASE + 1;
          const where = `${name}, killed ${after ? 'after' : 'before'} effect ${dieAt}`;
          const begun = (await stateOf(outside)).rollout !== undefined || dieAt > 2;
          await tickToEnd(outside, { measure });
          expectOnce(outside, where);
          if (!begun || outside.world.effects.length === 0) continue;
          expect(await expectOver(outside, where), where).toBe(name === 'good' ? 'promoted' : 'aborted');
        }
      }
    }, 30_000);
  }

  it('in every second tick: the others bring it to its end', async () => {
    const rehearsed = await withOneLive();
    await first(rehearsed, {}, 'due').done;
    await tickToEnd(rehearsed, {});
    for (let dieAt = 0; dieAt < 12; dieAt++) {
      const outside = await withOneLive();
      await first(outside, {}, 'due').done;
      for (let ticks = 0; (await stateOf(outside)).rollout; ticks++) {
        if (ticks > 200) throw new Error('it never ends');
        const { site } = openSite(outside, {
          strategy: ten,
          ...(ticks % 2 ? {} : { dieAt, after: ticks % 4 === 0 }),
        });
        const done = await withLease(site, 'tick', (hold) => tick(site, hold)).catch(() => undefined);
        outside.now = Math.max(outside.now + LEASE + 1, done?.nextAt ?? 0);
      }
      expectOnce(outside, `each second tick killed at ${dieAt}`);
      expect(await expectOver(outside, `each second tick killed at ${dieAt}`)).toBe('promoted');
      expect(new Set(outside.world.effects)).toEqual(new Set(rehearsed.world.effects));
    }
  }, 30_000);

  it('nothing is counted twice, and nothing is left out: as many requests as there was time', async () => {
    // One request each millisecond, so a step has counted as many as it is old.
    const measure: SiteOptions['measure'] = ({ from, to }) => ({
      ...({ kind: 'counts', events: 0 } as const),
      ...{ total: to - from, query: 'q' },
    });
    const from = ({ stepAt }: Machine) => stepAt + 1_000;
    let compared = 0;
    for (const dieAt of [6, 9, 14, 21, 22, 33]) {
      for (const after of [false, true]) {
        const outside = await withOneLive();
        await first(outside, { measure, dieAt, after, strategy: often }, 'end').done.catch(() => undefined);
        outside.now += LEASE + 1;
        await tickToEnd(outside, { measure });
        for (const { state } of await outside.store.history('shop/production', 10_000)) {
          const machine = state.rollout?.machine as Machine | undefined;
          const memory = machine?.memories.errors as unknown as { until: number; step: number[] } | undefined;
          if (machine?.phase !== 'baking' || !memory || memory.until <= from(machine)) continue;
          compared++;
          expect(memory.step[1], `killed at ${dieAt}`).toBe(memory.until - from(machine));
        }
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('and swept, or aborted by a person: it ends', async () => {
    for (let dieAt = 0; dieAt < 30; dieAt += 3) {
      const outside = await withOneLive();
      await first(outside, { dieAt }, 'end').done.catch(() => undefined);
      if (!(await stateOf(outside)).rollout) continue;
      outside.now += LEASE + 1;
      const open = async () => openSite(outside, { strategy: ten }).site;
      const [swept] = await sweep(open, ['production']);
      expect(swept, `${dieAt}`).toMatchObject({
        environment: 'production',
        version: '2.0.0',
        outcome: 'baking',
      });
      const { site } = openSite(outside, { strategy: ten });
      const done = await command(site, { kind: 'abort', full: false, why: 'complaints' });
      expect(done).toMatchObject({ outcome: 'aborted', weight: 0 });
      expect(await expectOver(outside, `swept after ${dieAt}`)).toBe('aborted');
      expect((await stateOf(outside)).lastStopped?.why).toBe('tester aborted it: complaints');
    }
  });
});
