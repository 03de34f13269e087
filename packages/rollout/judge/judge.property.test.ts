import type { Measurement } from '@fairway/metrics';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { JudgedMetric, Look, Memory } from './types.ts';

const number = fc.oneof(
  fc.double(),
  fc.integer({ min: 0, max: 1_000 }),
  fc.constantFrom(0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);
const query = fc.constant('q');
const measurement: fc.Arbitrary<Measurement> = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), value: number, query }),
  fc.record({ kind: fc.constant('value' as const), value: number, samples: number, query }),
  fc.record({ kind: fc.constant('counts' as const), events: number, total: number, query }),
  fc.record({
    kind: fc.constant('counts' as const),
    events: fc.integer({ min: 0, max: 20 }),
    total: fc.integer({ min: 20, max: 1_000 }),
    query,
  }),
  fc.record({
    kind: fc.constant('histogram' as const),
    bounds: fc.constantFrom([1, 2, 4], [1, 2], [2, 1, 3], [Number.NaN, 1, 2]),
    counts: fc.array(number, { minLength: 3, maxLength: 4 }),
    query,
  }),
  fc.record({
    kind: fc.constant('histogram' as const),
    bounds: fc.constant([1, 2, 4]),
    counts: fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 4, maxLength: 4 }),
    query,
  }),
  fc.record({
    kind: fc.constant('series' as const),
    points: fc.array(fc.record({ at: fc.nat(), value: number }), { maxLength: 12 }),
    query,
  }),
  fc.record({ kind: fc.constant('no-data' as const), reason: fc.constant('none'), query }),
  fc.record({ kind: fc.constant('failure' as const), reason: fc.constant('HTTP 500'), query }),
);
const limit = fc.option(
  fc.record({ value: fc.double({ noNaN: true }), unit: fc.constant('number' as const) }),
  {
    nil: undefined,
  },
);
const metric = fc
  .record({
    form: fc.constantFrom('value' as const, 'counts' as const, 'histogram' as const),
    noData: fc.constantFrom('wait' as const, 'fail' as const, 'pass' as const, 'inconclusive' as const),
    minSamples: fc.constantFrom(0, 1, 50),
    max: limit,
    min: limit,
    compare: fc.option(
      fc.record({
        tolerate: fc.constantFrom(0, 0.05, 1, 20),
        worse: fc.constantFrom('higher' as const, 'lower' as const, 'either' as const),
        by: fc.constantFrom('sequential' as const, 'mann-whitney' as const),
      }),
      { nil: undefined },
    ),
  })
  .map(
    ({ max, min, compare, ...rest }): JudgedMetric => ({
      name: 'm',
      unit: 'number',
      ...rest,
      ...(max ? { max } : {}),
      ...(min ? { min } : {}),
      ...(compare ? { compare } : {}),
    }),
  );
const looks = fc.array(
  fc.record({
    candidate: measurement,
    baseline: fc.option(measurement, { nil: undefined }),
    final: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

it('whatever is measured: JSON-safe, explained, and never a pass without whole data', () => {
  fc.assert(
    fc.property(metric, looks, (one, seen) => {
      let memory: Memory | undefined;
      for (const [i, { candidate, baseline, final }] of seen.entries()) {
        const look: Look = { candidate, from: i, to: i + 1, final, ...(baseline ? { baseline } : {}) };
        const judged = judge(one, look, memory, { alpha: 0.01, bakes: 2 });
        expect(JSON.parse(JSON.stringify(judged))).toEqual(judged);
        const { verdict, evidence, explanation } = judged.verdict;
        expect(explanation).toMatch(/^m: .+; query: q$/);
        expect(explanation).not.toMatch(/undefined|\[object/);
        if (evidence && verdict === 'pass') {
          expect(isWhole(candidate)).toBe(true);
          if (one.compare && baseline) expect(['no-data', 'failure']).not.toContain(baseline.kind);
        }
        if (!evidence && verdict === 'pass') expect(one.noData).toBe('pass');
        if (candidate.kind === 'failure') expect(verdict).toBe('error');
        memory = judged.memory;
      }
    }),
    { numRuns: 3_000, seed: 4 },
  );
});

function isWhole(seen: Measurement): boolean {
  const count = (value: number) => Number.isFinite(value) && value >= 0;
  if (seen.kind === 'value') return Number.isFinite(seen.value);
  if (seen.kind === 'series') return seen.points.some(({ value }) => Number.isFinite(value));
  if (seen.kind === 'counts') return count(seen.events) && count(seen.total) && seen.events <= seen.total;
  if (seen.kind !== 'histogram') return false;
  return (
    seen.counts.every(count) && seen.bounds.every((bound, i) => !(bound <= (seen.bounds[i - 1] ?? -Infinity)))
  );
}
