import type { Question } from '@fairway/metrics';
import type { Pin } from '@fairway/routers';
import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { withLease } from './lease.ts';
import type { Site } from './site.ts';
import { one, options, stateOf, story, two, withOneLive } from './test-story.ts';
import { good, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

const compared = strategyOf({
  bake: '10m',
  interval: '1m',
  'warm-up': '30s',
  metrics: [
    { name: 'errors', process: 'error-rate', compare: 'baseline' },
    { name: 'p95', process: 'p95', max: '300ms' },
  ],
});

const latencies = ({ side, shape }: Question, slow: boolean) =>
  shape === 'histogram'
    ? ({
        kind: 'histogram',
        bounds: [100, 200, 400],
        counts: slow ? [0, 0, 900, 0] : [900, 0, 0, 0],
        query: `p95 of ${side}`,
      } as const)
    : good({ side, shape } as Question);

function start(
  outside: Outside,
  more: SiteOptions = {},
  change = (site: Site) => site,
  until: 'end' | 'due' = 'end',
) {
  const { strategy = compared } = more;
  const site = change(openSite(outside, { strategy, ...more }).site);
  return withLease(site, 'canary', (hold) =>
    canaryRelease(site, wantedOf(two, strategy), options, hold, until),
  );
}

it('asks both sides about the same window, by their own revisions; windows neither overlap nor leave a gap', async () => {
  const outside = await withOneLive();
  const asked: Question[] = [];
  const measure = (question: Question) => {
    asked.push(question);
    return latencies(question, false);
  };
  expect(await start(outside, { measure })).toMatchObject({ outcome: 'promoted' });
  const errors = asked.filter(({ shape }) => shape === 'counts');
  const sides = (side: string) => errors.filter((question) => question.side === side);
  expect(sides('candidate').map(({ from, to }) => [from, to])).toEqual(
    sides('baseline').map(({ from, to }) => [from, to]),
  );
  expect(sides('candidate').length).toBeGreaterThan(10);
  expect(errors[0]?.candidate).toEqual({
    version: '2.0.0',
    commit: two.commit,
    digest: two.digest,
    revision: 'memory-2.0.0',
  });
  expect(errors[0]?.baseline).toEqual({
    version: '1.0.0',
    commit: one.commit,
    digest: one.digest,
    revision: 'memory-1.0.0',
  });
  const windows = sides('candidate').map(({ from, to }) => ({ from, to }));
  for (const [i, { from, to }] of windows.entries()) {
    const before = windows[i - 1];
    expect(to).toBeGreaterThan(from);
    // The next one begins where the last one ended; after a shift, when its warm-up is over.
    if (before) expect([0, 30_000]).toContain(from - before.to);
  }
});

it('keeps what it measured in the ledger, so that a process that takes over goes on counting', async () => {
  const outside = await withOneLive();
  const totals: number[] = [];
  const measure = (question: Question) => latencies(question, false);
  let done = (await start(outside, { measure }, undefined, 'due')) as { outcome: string; nextAt?: number };
  while (done.outcome === 'baking') {
    outside.now = done.nextAt ?? 0;
    const { site } = openSite(outside, { strategy: compared, measure });
    done = await withLease(site, 'tick', (hold) => tick(site, hold));
    const machine = (await stateOf(outside)).rollout?.machine as {
      memories?: Record<string, { until: number }>;
    };
    const until = machine?.memories?.errors?.until;
    if (until) totals.push(until);
  }
  expect(done.outcome).toBe('promoted');
  expect(totals.length).toBeGreaterThan(10);
  expect([...totals].sort((a, b) => a - b)).toEqual(totals);
});

it('records a long bake at least every five minutes, and not every look', async () => {
  const outside = await withOneLive();
  const strategy = strategyOf({ steps: ['10%'], bake: '1h', interval: '10s' });
  await start(outside, { strategy });
  const measured = (await story(outside)).filter(({ message }) => message.startsWith('measured at'));
  expect(measured.length).toBeGreaterThanOrEqual(11);
  expect(measured.length).toBeLessThan(20);
});

it('a slow release is stopped by its latencies', async () => {
  const outside = await withOneLive();
  const measure = (question: Question) => latencies(question, question.side === 'candidate');
  const done = await start(outside, { measure });
  expect(done).toMatchObject({ outcome: 'aborted', weight: 0 });
  expect(done.failure?.message).toMatch(/p95: .*max 300ms/);
});

it('a provider that throws is asked again, and pauses in the end', async () => {
  const outside = await withOneLive();
  let asked = 0;
  const throwing = (site: Site): Site => ({
    ...site,
    provider: () => ({
      type: 'test',
      async measure() {
        asked++;
        throw new Error('gave up');
      },
    }),
  });
  const done = await start(outside, {}, throwing);
  expect(done).toMatchObject({ outcome: 'paused' });
  expect(done.pause?.reason).toContain('gave up');
  expect(asked).toBeGreaterThan(4);
});

it('sets the pins with each shift, and again when another process goes on; an end leaves none', async () => {
  const outside = await withOneLive();
  const pin = { header: 'X-Canary', value: 'always' };
  const strategy = strategyOf({ pins: [pin], bake: '1h', interval: '10m' });
  const held: (readonly Pin[])[] = [];
  const pinned = (site: Site): Site => {
    if (!site.router) return site;
    const setPins = async (pins: readonly Pin[]) => void held.push(pins);
    return { ...site, router: Object.assign(Object.create(site.router), { setPins }) };
  };
  await start(outside, { strategy }, pinned, 'due');
  expect(held).toEqual([[pin]]);
  const site = pinned(openSite(outside, { strategy }).site);
  await withLease(site, 'tick', (hold) => tick(site, hold));
  expect(held).toEqual([[pin], [pin]]);
  await expect(start(outside, { strategy })).rejects.toThrow(/the router memory cannot pin requests/);
});
