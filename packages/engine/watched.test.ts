/** Releases without shares of the traffic: blue-green with analysis, and what the target replaces by itself. */
import { describe, expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { command } from './command.ts';
import { LEASE, withLease } from './lease.ts';
import { expectOver, one, options, stateOf, story, three, two, withOneLive } from './test-story.ts';
import { bad, good, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

const watched = { 'after-switch': { bake: '10m' }, interval: '2m', 'max-duration': '9h' };
const recreate = strategyOf(watched, 'recreate');
const blueGreen = strategyOf(
  { ...watched, 'before-traffic': { bake: '1m' }, 'scale-down-delay': '1m' },
  'blue-green',
);

function start(outside: Outside, strategy = recreate, more: SiteOptions = {}, until: 'end' | 'due' = 'end') {
  const opened = openSite(outside, { strategy, ...more });
  const { site } = opened;
  const done = withLease(site, 'deploy', (hold) =>
    canaryRelease(site, wantedOf(two, strategy), options, hold, until),
  );
  return { ...opened, done };
}

describe('recreate, watched after the switch', () => {
  it('is promoted when it holds, without any shift of traffic', async () => {
    const outside = await withOneLive();
    const done = await start(outside).done;
    expect(done).toMatchObject({ outcome: 'promoted', weight: 100 });
    expect(done.verdicts).toHaveLength(5);
    expect(outside.world.effects).toEqual(['stage 2.0.0', 'promote 2.0.0']);
    expect(await expectOver(outside, 'good')).toBe('promoted');
    expect((await stateOf(outside)).previous?.digest).toBe(one.digest);
  });

  it('is taken back at the first bad look, and what was live before serves again, verified', async () => {
    const outside = await withOneLive();
    let looks = 0;
    const measure: SiteOptions['measure'] = (question) => (++looks > 2 ? bad : good)(question);
    const done = await start(outside, recreate, { measure }).done;
    expect(done).toMatchObject({ outcome: 'aborted', weight: 0 });
    expect(done.failure?.message).toMatch(/errors: .*% is above max 1%.*1\.0\.0 .* is live again, verified/s);
    expect(looks).toBe(3);
    expect(outside.world.effects).toEqual(['stage 2.0.0', 'promote 2.0.0', 'stage 1.0.0', 'promote 1.0.0']);
    expect(await expectOver(outside, 'bad')).toBe('aborted');
  });

  it('is not applied again when the job that took it back was killed', async () => {
    const sick: SiteOptions = { healthy: ({ version }) => version !== '2.0.0' };
    const rehearsal = start(await withOneLive(), recreate, sick);
    await rehearsal.done;
    const phases: unknown[] = [];
    for (let dieAt = 0; dieAt < rehearsal.effects(); dieAt++) {
      const outside = await withOneLive();
      await start(outside, recreate, { ...sick, dieAt, after: true }).done.catch(() => undefined);
      const { rollout } = await stateOf(outside);
      if (rollout?.intent !== 'weight 0 and discard') continue;
      phases.push((rollout.machine as { phase: string }).phase);
      outside.now += LEASE + 1;
      // By now it would be healthy.
      const { site } = openSite(outside, { strategy: recreate });
      expect(await withLease(site, 'tick', (hold) => tick(site, hold))).toMatchObject({ outcome: 'aborted' });
      expect(await expectOver(outside, `killed at ${dieAt}`)).toBe('aborted');
    }
    expect(phases.length).toBeGreaterThan(1);
    expect(new Set(phases)).toEqual(new Set(['aborting']));
  });

  it('is taken back when it dies while it is watched, and on the word of a person', async () => {
    const outside = await withOneLive();
    let sleeps = 0;
    const healthy = ({ version }: { version: string }) => version !== '2.0.0' || sleeps < 20;
    const onSleep = (count: number) => {
      sleeps = count;
    };
    const done = await start(outside, recreate, { healthy, onSleep }).done;
    expect(done.failure?.message).toContain('the release is not healthy');
    expect(await expectOver(outside, 'died')).toBe('aborted');

    const other = await withOneLive();
    await start(other, recreate, {}, 'due').done;
    const { site } = openSite(other, { strategy: recreate });
    expect(await command(site, { kind: 'abort', full: false, why: 'x' })).toMatchObject({
      outcome: 'aborted',
    });
    expect(await expectOver(other, 'person')).toBe('aborted');
    expect(other.world.live?.digest).toBe(one.digest);
  });

  it('a release that does not become ready never replaces what is live', async () => {
    const outside = await withOneLive();
    const done = await start(outside, recreate, { healthy: ({ version }) => version === '1.0.0' }).done;
    expect(done.failure?.message).toContain('did not become ready');
    expect(outside.world.live?.digest).toBe(one.digest);
    expect(await expectOver(outside, 'not ready')).toBe('aborted');
  });
});

it('a newer release replaces one that is still watched: what is not proven yet is taken back first', async () => {
  const outside = await withOneLive();
  expect(await start(outside, recreate, {}, 'due').done).toMatchObject({ outcome: 'baking', weight: 100 });
  const { site } = openSite(outside, { strategy: recreate });
  const done = await withLease(site, 'deploy', (hold) =>
    canaryRelease(site, wantedOf(three, recreate), options, hold),
  );
  expect(done).toMatchObject({ outcome: 'promoted', weight: 100 });
  const state = await stateOf(outside);
  expect(state).toMatchObject({ live: { digest: three.digest }, previous: { digest: one.digest } });
  expect((await story(outside)).map(({ message }) => message).join()).toContain('superseded by 3.0.0');
});

it('blue-green: watched before any traffic and after the switch, with the old release standing by', async () => {
  const outside = await withOneLive();
  const done = await start(outside, blueGreen).done;
  expect(done).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(new Set(done.verdicts.map(({ weight }) => weight))).toEqual(new Set([100]));
  expect([...new Set(outside.world.effects)]).toEqual(['stage 2.0.0', 'weight 100', 'promote 2.0.0']);
  expect(await expectOver(outside, 'good')).toBe('promoted');

  const failing = await withOneLive();
  expect(await start(failing, blueGreen, { measure: bad }).done).toMatchObject({ outcome: 'aborted' });
  // The old one never ended: its traffic is one shift away.
  expect(failing.world.effects).toEqual(['stage 2.0.0', 'weight 100', 'weight 0', 'discard 2.0.0']);
  expect(await expectOver(failing, 'bad')).toBe('aborted');
});

for (const [name, strategy] of [
  ['recreate', recreate],
  ['blue-green', blueGreen],
] as const) {
  for (const [kind, measure] of [
    ['good', good],
    ['bad', bad],
  ] as const) {
    it(`${name} (${kind}), killed at any effect, is brought to its end by ticks`, async () => {
      const rehearsal = start(await withOneLive(), strategy, { measure });
      await rehearsal.done;
      for (let dieAt = 2; dieAt < rehearsal.effects(); dieAt++) {
        for (const after of [false, true]) {
          const outside = await withOneLive();
          await start(outside, strategy, { measure, dieAt, after }).done.catch(() => undefined);
          for (let ticks = 0; (await stateOf(outside)).rollout; ticks++) {
            if (ticks > 50) throw new Error('it never ends');
            outside.now += LEASE + 1;
            const { site } = openSite(outside, { strategy, measure });
            const done = await withLease(site, 'tick', (hold) => tick(site, hold));
            outside.now = Math.max(outside.now, done.nextAt ?? 0);
          }
          outside.now += LEASE + 1;
          const where = `killed ${after ? 'after' : 'before'} effect ${dieAt}`;
          const started = (await story(outside)).some(({ message }) => message.includes('Start 2.0.0'));
          if (!started) continue;
          const outcome = await expectOver(outside, where);
          expect(outcome, where).toBe(kind === 'good' ? 'promoted' : 'aborted');
        }
      }
    });
  }
}
