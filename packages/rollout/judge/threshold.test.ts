import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { JudgedMetric, Look } from './types.ts';

const rules = { alpha: 0.01, bakes: 1 };
const rate: JudgedMetric = {
  name: 'errors',
  form: 'value',
  unit: 'percent',
  noData: 'wait',
  minSamples: 1,
  max: { value: 1, unit: 'percent' },
};
const look = (candidate: Look['candidate']): Look => ({ candidate, from: 0, to: 60_000, final: true });
const value = (v: number, samples?: number) =>
  look({ kind: 'value', value: v, query: 'rate()', ...(samples === undefined ? {} : { samples }) });
const of = (metric: JudgedMetric, seen: Look) => judge(metric, seen, undefined, rules).verdict;

describe('a value against limits', () => {
  it('explains a failure with query, value, threshold and samples', () => {
    const verdict = of(rate, value(3.2, 156));
    expect(verdict).toMatchObject({ verdict: 'fail', evidence: true, value: 3.2, samples: 156 });
    expect(verdict).toMatchObject({ threshold: 'max 1%', method: 'threshold', unit: 'percent' });
    expect(verdict.explanation).toBe('errors: 3.2% is above max 1% (156 samples); query: rate()');
  });

  it('passes at the limit itself, and shows durations', () => {
    expect(of(rate, value(1)).verdict).toBe('pass');
    const p95: JudgedMetric = { ...rate, name: 'p95', unit: 'ms', max: { value: 300, unit: 'ms' } };
    expect(of(p95, value(412, 9)).explanation).toContain('412ms is above max 300ms');
  });

  it('keeps a range', () => {
    const range: JudgedMetric = {
      ...rate,
      max: { value: 9, unit: 'percent' },
      min: { value: 3, unit: 'percent' },
    };
    expect(of(range, value(2))).toMatchObject({ verdict: 'fail', threshold: 'max 9% and min 3%' });
    expect(of(range, value(9.5)).verdict).toBe('fail');
    expect(of(range, value(5)).verdict).toBe('pass');
  });

  it.each(['wait', 'fail', 'pass', 'inconclusive'] as const)('says what no data means: %s', (noData) => {
    const verdict = of({ ...rate, noData }, look({ kind: 'no-data', query: 'q', reason: 'no requests' }));
    expect(verdict.verdict).toBe(noData === 'wait' ? 'inconclusive' : noData);
    expect(verdict.evidence).toBe(false);
    expect(verdict.explanation).toContain('no data: no requests');
  });

  it('takes NaN and too few samples as no data', () => {
    expect(of(rate, value(Number.NaN))).toMatchObject({ verdict: 'inconclusive', evidence: false });
    expect(of({ ...rate, minSamples: 10 }, value(0, 3)).explanation).toContain('3 of at least 10 samples');
    expect(of({ ...rate, minSamples: 0 }, value(0, 0)).evidence).toBe(false);
  });

  it('never passes a failure of the provider or a value beyond the limit', () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom('wait', 'fail', 'pass', 'inconclusive'), (v, noData) => {
        const metric = { ...rate, noData };
        const verdict = of(metric, value(v, 5));
        if (verdict.verdict === 'pass' && verdict.evidence) expect(v).toBeLessThanOrEqual(1);
        else if (Math.abs(v) < 1e150) expect(v).toBeGreaterThan(1);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
        expect(of(metric, look({ kind: 'failure', query: 'q', reason: 'HTTP 500' })).verdict).toBe('error');
      }),
    );
  });
});

describe('counts against limits', () => {
  const counts: JudgedMetric = { ...rate, form: 'counts' };
  const seen = (events: number, total: number, from: number, to: number): Look => ({
    candidate: { kind: 'counts', events, total, query: 'q' },
    from,
    to,
    final: false,
  });

  it('judges the percentage of the whole step, increment by increment', () => {
    const first = judge(counts, seen(1, 200, 0, 10), undefined, rules);
    expect(first.verdict).toMatchObject({ verdict: 'pass', value: 0.5, samples: 200 });
    const second = judge(counts, seen(4, 200, 10, 20), first.memory, rules);
    expect(second.verdict).toMatchObject({ verdict: 'fail', value: 1.25, samples: 400 });
    // A new step begins after what was seen.
    const third = judge(counts, seen(0, 100, 25, 30), second.memory, rules);
    expect(third.verdict).toMatchObject({ verdict: 'pass', value: 0, samples: 100 });
    expect(third.memory?.until).toBe(30);
  });

  it('takes nothing in twice', () => {
    const first = judge(counts, seen(0, 200, 0, 10), undefined, rules);
    const again = judge(counts, seen(9, 200, 0, 10), first.memory, rules);
    expect(again).toMatchObject({
      verdict: { verdict: 'inconclusive', evidence: false },
      memory: first.memory,
    });
  });

  it.each([
    [Number.NaN, 10],
    [-1, 10],
    [11, 10],
    [0, Number.POSITIVE_INFINITY],
    [0, 0],
  ])('never takes %d of %d as a pass', (events, total) => {
    const { verdict } = judge({ ...counts, minSamples: 0 }, seen(events, total, 0, 10), undefined, rules);
    expect(['inconclusive', 'error']).toContain(verdict.verdict);
    expect(verdict.evidence).toBe(false);
  });
});
