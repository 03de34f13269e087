import type { Ledger } from '@fairway/ledger';
import type { Measurement } from '@fairway/metrics';
import { GateError } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { canaryRelease } from './canary-release.ts';
import { withLease } from './lease.ts';
import type { Site } from './site.ts';
import { one, options, stateOf, story, two, withOneLive } from './test-story.ts';
import { bad, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';

function start(outside: Outside, wanted = two, more: SiteOptions = {}, strategy = strategyOf()) {
  const opened = openSite(outside, { strategy, ...more });
  const { site } = opened;
  return {
    ...opened,
    done: withLease(site, 'canary', (hold) => canaryRelease(site, wantedOf(wanted, strategy), options, hold)),
  };
}

describe('canaryRelease', () => {
  it('walks the steps and promotes', async () => {
    const outside = await withOneLive();
    const result = await start(outside).done;
    expect(result).toMatchObject({ outcome: 'promoted', weight: 100 });
    expect(result.verdicts.map(({ weight, verdicts }) => [weight, verdicts[0]?.verdict])).toEqual([
      [10, 'pass'],
      [50, 'pass'],
    ]);
    expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10', 'weight 50', 'promote 2.0.0']);
    expect(await stateOf(outside)).toMatchObject({
      live: { digest: two.digest },
      previous: { digest: one.digest },
    });
    expect((await stateOf(outside))?.lease).toBeUndefined();
  });

  it('aborts at 0 on a bad value, and tells the whole story', async () => {
    const outside = await withOneLive();
    const { done } = start(outside, two, { measure: bad });
    const result = await done;
    expect(result).toMatchObject({ outcome: 'aborted', weight: 0 });
    expect(result.failure?.message).toContain(
      'errors: 7% is above max 1% (1000 samples); query: error-rate of candidate',
    );
    expect(result.failure).toBeInstanceOf(GateError);
    expect(outside.world).toMatchObject({ live: { digest: one.digest }, weight: 0 });
    expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10', 'weight 0', 'discard 2.0.0']);
    const state = await stateOf(outside);
    expect(state).toMatchObject({ live: { digest: one.digest }, lastStopped: { release: two } });
    expect(state?.rollout).toBeUndefined();
  });

  it('is aborted by missing data when the time is over, never promoted', async () => {
    const outside = await withOneLive();
    const measure = (): Measurement => ({ kind: 'no-data', query: 'q', reason: 'no requests' });
    const result = await start(outside, two, { measure }, strategyOf({ 'max-duration': '1m' })).done;
    expect(result.outcome).toBe('aborted');
    expect(result.failure?.message).toContain('max-duration');
  });

  it('is paused by errors of the provider in a row: the release is not to blame', async () => {
    const outside = await withOneLive();
    const measure = (): Measurement => ({ kind: 'failure', query: 'q', reason: 'HTTP 500' });
    const done = await start(outside, two, { measure }).done;
    expect(done).toMatchObject({ outcome: 'paused', weight: 10, pause: { why: 'unclear' } });
    expect(done.pause?.reason).toContain('HTTP 500');
    expect(outside.world.weight).toBe(10);
  });

  it('is aborted when the candidate dies in a bake', async () => {
    const outside = await withOneLive();
    let alive = true;
    const onSleep = (sleeps: number) => {
      if (sleeps === 2) alive = false;
    };
    const healthy = ({ version }: { version: string }) => version !== '2.0.0' || alive;
    const result = await start(outside, two, { healthy, onSleep }).done;
    expect(result.failure?.message).toContain('not healthy');
    expect(outside.world).toMatchObject({ live: { digest: one.digest }, weight: 0 });
  });

  it('never stages a release that does not become ready', async () => {
    const outside = await withOneLive();
    const result = await start(outside, two, { healthy: ({ version }) => version !== '2.0.0' }).done;
    expect(result).toMatchObject({ outcome: 'aborted', weight: 0 });
    expect(result.failure?.message).toContain('did not become ready');
    expect((await stateOf(outside))?.lastStopped?.release).toEqual(two);
  });

  it('takes the first release live at once, and leaves what is live alone', async () => {
    const outside: Outside = { store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 };
    const first = start(outside, one);
    expect(await first.done).toMatchObject({ outcome: 'promoted', weight: 100, verdicts: [] });
    expect(first.lines.join('\n')).toContain('first release');
    expect(await start(outside, one).done).toMatchObject({ outcome: 'unchanged' });
  });

  it('refuses a second one at the same time by name', async () => {
    const outside = await withOneLive();
    const { site } = openSite(outside);
    await withLease(site, 'deploy 9.9.9', async () => {
      await expect(start(outside).done).rejects.toThrow(
        /production is held by run 1 attempt 1 job j .* since .*deploy 9\.9\.9/,
      );
    });
  });

  it('takes the traffic away when the job is cancelled', async () => {
    const outside = await withOneLive();
    const cancel = new AbortController();
    const onSleep = (sleeps: number) => {
      if (sleeps === 2) cancel.abort(new Error('cancelled by SIGTERM'));
    };
    const result = await start(outside, two, { signal: cancel.signal, onSleep }).done;
    expect(result.failure?.message).toContain('cancelled by SIGTERM');
    expect(outside.world).toMatchObject({ live: { digest: one.digest }, weight: 0 });
    expect((await stateOf(outside))?.lastStopped?.why).toContain('SIGTERM');
  });

  it('takes the traffic away even when the ledger does not answer', async () => {
    const outside = await withOneLive();
    const { site } = openSite(outside, { measure: bad });
    let silent = false;
    const append: Ledger['append'] = (...args) =>
      silent ? new Promise(() => undefined) : site.ledger.append(...args);
    const provider: Site['provider'] = () => ({
      type: 'test',
      async measure(question) {
        // From here on nothing is written; the verdict itself cannot be, either.
        setTimeout(() => cancel.abort(new Error('cancelled')), 50);
        silent = true;
        return bad(question);
      },
    });
    const cancel = new AbortController();
    const ports = { ...site.ports, signal: cancel.signal };
    const mute: Site = { ...site, ports, provider, ledger: { ...site.ledger, append } };
    void withLease(mute, 'canary', (hold) => canaryRelease(mute, wantedOf(two), options, hold));
    await expect.poll(() => outside.world.effects.at(-1), { timeout: 6_000 }).toBe('discard 2.0.0');
    expect(outside.world).toMatchObject({ live: { digest: one.digest }, weight: 0 });
  });

  it('writes each effect into the ledger before and after it', async () => {
    const outside = await withOneLive();
    await start(outside).done;
    const words = (await story(outside))
      .filter(({ type }) => type.startsWith('rollout'))
      .map(({ data }) => data?.outcome ?? data?.intent ?? 'end');
    const measured = (weight: number, samples: number) =>
      `measured at ${weight}%: errors: 0% is within max 1% (${samples} samples); query: error-rate of candidate`;
    expect(words.slice(-11)).toEqual([
      'stage',
      'staged, healthy, with no traffic',
      'weight 10',
      'the router gives it 10%',
      measured(10, 1_000),
      'weight 50',
      'the router gives it 50%',
      measured(50, 2_000),
      'promote',
      'promoted; reading back what serves',
      'end',
    ]);
  });
});
