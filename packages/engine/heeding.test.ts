import { requestDecision } from '@fairway/ledger';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { withLease } from './lease.ts';
import { ASK_EVERY } from './requests.ts';
import type { Site } from './site.ts';
import { expectOver, options, stateOf, two, withOneLive } from './test-story.ts';
import { openSite, wantedOf } from './testing.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const turns = async () => {
  for (let i = 0; i < 200; i++) await Promise.resolve();
};

for (const kind of ['abort', 'promote'] as const) {
  it(`while a release starts, which may take minutes: ${kind}`, async () => {
    const outside = await withOneLive();
    const { site } = openSite(outside);
    let started: (() => void) | undefined;
    const stage: Site['target']['stage'] = async (release, signal) => {
      await new Promise<void>((resolve, reject) => {
        started = resolve;
        signal.addEventListener('abort', () => reject(signal.reason));
      });
      return (await site.target.stage?.(release, new AbortController().signal)) as never;
    };
    const target = new Proxy(site.target, {
      get: (real, name) => (name === 'stage' ? stage : Reflect.get(real, name, real)),
    });
    const slow: Site = { ...site, target };
    const run = withLease(slow, 'canary', (hold) => canaryRelease(slow, wantedOf(two), options, hold));
    await turns();
    expect(started).toBeDefined();
    const id = (await stateOf(outside)).rollout?.id ?? '';
    await site.ledger.append('production', (state, stamp) =>
      requestDecision(state, { id, kind, why: 'hurry' }, stamp),
    );
    vi.advanceTimersByTime(ASK_EVERY);
    await turns();
    if (kind === 'promote') started?.();
    const done = await run;
    expect(done.outcome).toBe(kind === 'abort' ? 'aborted' : 'promoted');
    if (kind === 'abort') expect(done.failure?.message).toContain('tester aborted it: hurry');
    // A promotion is no reason to leave an effect.
    expect(await expectOver(outside, kind)).toBe(done.outcome);
  });
}
