import { recordIntent } from '@fairway/ledger';
import type { Measurement } from '@fairway/metrics';
import { expect, it } from 'vitest';
import { command } from './command.ts';
import { expectOver, stateOf, story, withOneLive } from './test-story.ts';
import { slow, start, tickNow } from './test-tick.ts';
import { bad, openSite, type SiteOptions, strategyOf } from './testing.ts';

it('does what is due and says when it goes on; nothing in between is done twice', async () => {
  const outside = await withOneLive();
  const begun = outside.now;
  const first = await start(outside).work();
  expect(first).toMatchObject({ outcome: 'baking', weight: 10, nextAt: begun + 600_000 });
  expect((await stateOf(outside)).lease).toBeUndefined();
  const before = (await stateOf(outside)).sequence;
  expect(await tickNow(outside)).toMatchObject({ outcome: 'baking', nextAt: begun + 600_000 });
  // Taking and giving back the lease is all it wrote.
  expect((await stateOf(outside)).sequence).toBe(before + 2);
  let ticks = 0;
  let last = first as { outcome: string; nextAt?: number };
  for (; last.outcome === 'baking'; ticks++) {
    outside.now = last.nextAt ?? 0;
    last = await tickNow(outside);
  }
  expect(last).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(ticks).toBe(12);
  // Each look is in the record, by whichever tick it was made.
  const looks = (await story(outside)).filter(({ data }) => Array.isArray(data?.verdicts));
  expect(looks).toHaveLength(12);
  expect(outside.now).toBe(begun + 2 * 3_600_000);
  expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10', 'weight 50', 'promote 2.0.0']);
  expect(await expectOver(outside, 'ticks')).toBe('promoted');
  expect(await tickNow(outside)).toMatchObject({ outcome: 'idle' });
});

it('a schedule that always comes late does not run into a duration that nobody set', async () => {
  const late = { steps: ['5%', '25%', '50%'], bake: '10m', interval: '30s' };
  for (const [more, outcome] of [
    [{}, 'promoted'],
    [{ 'max-duration': '40m' }, 'aborted'],
  ] as const) {
    const strategy = strategyOf({ ...late, ...more });
    const outside = await withOneLive();
    let last = (await start(outside, { strategy }).work()) as { outcome: string };
    for (let i = 0; last.outcome === 'baking' && i < 20; i++) {
      outside.now += 590_000;
      last = await tickNow(outside, { strategy });
    }
    expect(last.outcome, JSON.stringify(more)).toBe(outcome);
  }
});

it('what was going back when its job died is ended, and not started over', async () => {
  const outside = await withOneLive();
  const { site, work } = start(outside);
  await work();
  const id = (await stateOf(outside)).rollout?.id ?? '';
  const intent = 'go back to 1.0.0';
  await site.ledger.append('production', (state) => recordIntent(state, { id, intent }));
  await expect(start(outside).work()).rejects.toThrow(/2\.0\.0 .*was stopped: .*go back to 1\.0\.0/);
  expect(await expectOver(outside, 'going back')).toBe('aborted');
  expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10', 'weight 0', 'discard 2.0.0']);
});

it('aborts on a bad value, and is idle after that', async () => {
  const outside = await withOneLive();
  const { nextAt = 0 } = await start(outside).work();
  outside.now = nextAt;
  const done = await tickNow(outside, { measure: bad });
  expect(done).toMatchObject({ outcome: 'aborted', weight: 0 });
  expect(done.failure?.message).toContain('errors: 7%');
  expect(await expectOver(outside, 'bad')).toBe('aborted');
});

it('a clock that jumps by a day neither skips a step nor measures one twice', async () => {
  const outside = await withOneLive();
  const asked: [number, number][] = [];
  const strategy = strategyOf({ bake: '1h', interval: '10m', 'max-duration': '9d' });
  const more: SiteOptions = {
    strategy,
    measure: ({ from, to }) => {
      asked.push([from, to]);
      return { kind: 'counts', events: 0, total: 1_000, query: 'q' };
    },
  };
  await start(outside, more).work();
  for (let days = 0; (await stateOf(outside)).rollout; days++) {
    if (days > 9) throw new Error('it never ends');
    outside.now += 86_400_000;
    await tickNow(outside, more);
  }
  expect(asked).toHaveLength(2);
  for (const [i, [from]] of asked.entries()) expect(from).toBeGreaterThanOrEqual(asked[i - 1]?.[1] ?? 0);
  expect(await expectOver(outside, 'days')).toBe('promoted');
});

it('a provider that is cut off pauses it; when it is back a person lets it go on', async () => {
  const outside = await withOneLive();
  const measure = (): Measurement => ({ kind: 'failure', query: 'q', reason: 'connection refused' });
  let done: { outcome: string; nextAt?: number; pause?: { reason: string } } = await start(outside).work();
  while (done.outcome === 'baking') {
    expect(outside.world.weight).toBe(10);
    outside.now = done.nextAt ?? 0;
    done = await tickNow(outside, { measure });
  }
  expect(done).toMatchObject({ outcome: 'paused', weight: 10 });
  expect(done.pause?.reason).toContain('connection refused');
  const { site } = openSite(outside, { strategy: slow });
  const on = await command(site, { kind: 'promote', full: false, why: 'the network is back' });
  expect(on).toMatchObject({ outcome: 'baking', weight: 50 });
  const words = (await story(outside)).map(({ message }) => message);
  expect(words).toContain('tester lets it go on: the network is back');
});

it('two at the same time: one does it, the other is refused, and nothing is doubled', async () => {
  const outside = await withOneLive();
  const { nextAt = 0 } = await start(outside).work();
  outside.now = nextAt;
  const both = await Promise.allSettled([tickNow(outside), tickNow(outside), tickNow(outside)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  const looks = (await story(outside)).filter(({ type }) => type === 'lease-acquired');
  expect(looks.length).toBe(3);
});

it('a router that was restarted gets its weight again, and the step bakes anew', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  outside.world.weight = 0;
  outside.now += 3_500_000;
  const done = await tickNow(outside);
  expect(outside.world.weight).toBe(10);
  expect(done).toMatchObject({ outcome: 'baking', nextAt: outside.now + 600_000 });
});

it('more traffic than was ever recorded aborts it', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  outside.world.weight = 80;
  const done = await tickNow(outside);
  expect(done.failure?.message).toContain('the candidate has 80% of the traffic, and 10% was intended');
  expect(await expectOver(outside, 'more')).toBe('aborted');
});

it('a candidate that died between two ticks aborts it', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  const healthy = ({ version }: { version: string }) => version !== '2.0.0';
  const done = await tickNow(outside, { healthy });
  expect(done.failure?.message).toContain('the candidate is not healthy');
  expect(await expectOver(outside, 'died')).toBe('aborted');
});
