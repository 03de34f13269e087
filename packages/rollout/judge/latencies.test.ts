import { describe, expect, it } from 'vitest';
import { pack, plus, quantileOf, unpack } from './histogram.ts';
import { judge } from './judge.ts';
import { playLatencies, type Sides, startLatencies } from './latencies.ts';
import type { Histogram } from './reading.ts';
import { alarms, explained, gaussian, type Random } from './testing.ts';
import type { Comparison, JudgedMetric, Look, Memory } from './types.ts';
import { logOdds } from './wealth.ts';

const ALPHA = 0.05;
const higher: Comparison = { tolerate: 0.1, worse: 'higher', by: 'sequential' };
const FINE = Array.from({ length: 120 }, (_, i) => 10 * 1.04 ** i);
/** The defaults of Prometheus' client libraries, in ms. */
const COARSE = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

/** Latencies whose logarithm is normal, around 100 ms times `factor`. */
function drawn(next: Random, bounds: readonly number[], total: number, factor = 1): Histogram {
  const counts = new Array<number>(bounds.length + 1).fill(0);
  for (let i = 0; i < total; i++) {
    const value = 100 * factor * Math.exp(0.5 * gaussian(next));
    const at = classOf(bounds, value);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { bounds, counts };
}

function classOf(bounds: readonly number[], value: number): number {
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (bounds[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Truth {
  readonly bounds: readonly number[];
  readonly looks: number;
  readonly requests: readonly [number, number];
  readonly factor: number;
}

function everFails(next: Random, compare: Comparison, truth: Truth): boolean {
  let wealth = startLatencies(compare, 0.95);
  let past: { candidate?: readonly number[]; baseline?: readonly number[] } = {};
  for (let look = 0; look < truth.looks; look++) {
    const drift = 1 + 0.2 * Math.sin(look / 7);
    const candidate = drawn(next, truth.bounds, truth.requests[0], truth.factor * drift);
    const baseline = drawn(next, truth.bounds, truth.requests[1], drift);
    wealth = playLatencies(wealth, compare, 0.95, { candidate, baseline }, past, ALPHA);
    if (logOdds(wealth) >= -Math.log(ALPHA)) return true;
    past = {
      candidate: plus(past.candidate ?? [], candidate.counts),
      baseline: plus(past.baseline ?? [], baseline.counts),
    };
  }
  return false;
}

describe('false alarms of latencies, as slow as is tolerated', () => {
  it.each([
    ['fine', 1, FINE, [100, 400], 300],
    ['fine', 10, FINE, [100, 400], 200],
    ['fine', 100, FINE, [10, 90], 100],
    ['coarse', 50, COARSE, [20, 60], 100],
  ] as const)('%s classes, %i looks', (_, looks, bounds, requests, runs) => {
    const truth: Truth = {
      bounds: bounds as readonly number[],
      looks: looks as number,
      requests,
      factor: 1.1,
    };
    const found = alarms(runs, (next) => everFails(next, higher, truth));
    expect(found).toBeLessThanOrEqual(explained(ALPHA, runs));
  });

  it('would be seen by this test: slower than that, and it alarms', () => {
    const truth: Truth = { bounds: FINE, looks: 30, requests: [100, 400], factor: 1.3 };
    expect(alarms(30, (next) => everFails(next, higher, truth))).toBeGreaterThan(0.9);
    expect(alarms(30, (next) => everFails(next, { ...higher, worse: 'lower' }, truth))).toBe(0);
    expect(alarms(30, (next) => everFails(next, { ...higher, worse: 'either' }, truth))).toBeGreaterThan(0.9);
    const coarse = { ...truth, bounds: COARSE, factor: 1.6 };
    expect(alarms(30, (next) => everFails(next, higher, coarse))).toBeGreaterThan(0.9);
  });
});

const metric: JudgedMetric = {
  name: 'p95',
  form: 'histogram',
  quantile: 0.95,
  unit: 'ms',
  noData: 'wait',
  minSamples: 1,
  compare: { ...higher, tolerate: 0.05 },
};
const rules = { alpha: 0.005, bakes: 3 };

const look = ({ candidate, baseline }: Sides, i: number, final = false): Look => ({
  candidate: { kind: 'histogram', ...candidate, query: 'q' },
  baseline: { kind: 'histogram', ...baseline, query: 'q' },
  from: i * 60_000,
  to: (i + 1) * 60_000,
  final,
});

function judgeAll(looks: readonly Sides[], one = metric) {
  let memory: Memory | undefined;
  const verdicts = looks.map((sides, i) => {
    const judged = judge(one, look(sides, i, i === looks.length - 1), memory, rules);
    memory = judged.memory && JSON.parse(JSON.stringify(judged.memory));
    expect(judged.memory).toEqual(memory);
    return judged.verdict;
  });
  return { verdicts, memory, last: verdicts.at(-1) };
}

const sides = (next: Random, factor: number, bounds = FINE, size = 300): Sides => ({
  candidate: drawn(next, bounds, size, factor),
  baseline: drawn(next, bounds, 3 * size),
});
const many = (count: number, factor: number, bounds = FINE) => {
  const next = seeded();
  return Array.from({ length: count }, () => sides(next, factor, bounds));
};
const seeded = (): Random => {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

describe('latencies against the baseline', () => {
  it('stops a slow release, and lets a good one pass', () => {
    const slow = judgeAll(many(12, 1.25));
    expect(slow.last).toMatchObject({ verdict: 'fail', method: 'latencies', evidence: true });
    expect(slow.last?.effect).toBeGreaterThan(1.1);
    expect(slow.last?.explanation).toMatch(
      /^p95: \d+ms \(3600 requests\) against \d+ms \(10800 requests\) of the baseline: 1\.\d+ times as much \([\d.]+ to [\d.]+, 99.5% interval\), asked: at most 5% above the baseline; odds/,
    );
    const good = judgeAll(many(12, 1));
    expect(good.verdicts.every(({ verdict, evidence }) => verdict === 'pass' && evidence)).toBe(true);
    expect(good.last?.explanation).toMatch(/this much data would have shown 1\.\d+ times the baseline/);
    expect(JSON.stringify(good.memory).length).toBeLessThan(1_500);
  });

  it('has evidence from the first look on, but no single look stops a release', () => {
    const [one] = many(1, 5);
    if (!one) throw new Error('no look');
    expect(judgeAll([one]).last).toMatchObject({ verdict: 'inconclusive', evidence: false });
    expect(judgeAll(many(1, 1)).last).toMatchObject({ verdict: 'pass', evidence: true });
    expect(judgeAll(many(2, 5)).last?.verdict).toBe('fail');
    const good = many(10, 1);
    expect(
      judgeAll([...good.slice(0, 5), one, ...good.slice(5)]).verdicts.map(({ verdict }) => verdict),
    ).not.toContain('fail');
  });

  it('says when classes are too coarse, and still sees what is much slower', () => {
    const same = judgeAll(many(5, 1, COARSE));
    expect(same.last).toMatchObject({ verdict: 'pass' });
    expect(same.last?.explanation).toContain('coarse (');
    expect(judgeAll(many(8, 2, COARSE)).last?.verdict).toBe('fail');
  });

  it('judges the limit on the whole step', () => {
    const limited: JudgedMetric = { ...metric, max: { value: 150, unit: 'ms' } };
    expect(judgeAll(many(2, 1), limited).last).toMatchObject({ verdict: 'fail' });
    expect(judgeAll(many(2, 1), limited).last?.explanation).toContain('is above max 150ms');
    const { compare: _, ...alone } = { ...limited, max: { value: 400, unit: 'ms' } as const };
    const found = judgeAll(many(3, 1), alone);
    expect(found.last).toMatchObject({ verdict: 'pass', method: 'threshold', samples: 900 });
  });

  it('takes broken and empty histograms as errors and no data', () => {
    const good: Histogram = { bounds: [1, 2], counts: [5, 5, 5] };
    const of = (candidate: Histogram) =>
      judge(metric, look({ candidate, baseline: good }, 0), undefined, rules).verdict;
    expect(of({ bounds: [1, 2], counts: [1, 2] }).verdict).toBe('error');
    expect(of({ bounds: [2, 1], counts: [1, 2, 3] }).verdict).toBe('error');
    expect(of({ bounds: [1, 2], counts: [1, -2, 3] }).verdict).toBe('error');
    expect(of({ bounds: [1, 3], counts: [1, 2, 3] }).verdict).toBe('error');
    expect(of({ bounds: [1, 2], counts: [0, 0, 0] })).toMatchObject({
      verdict: 'inconclusive',
      evidence: false,
    });
    expect(of({ bounds: [1, 2], counts: [Number.NaN, 0, 0] }).evidence).toBe(false);
  });
});

it('finds quantiles within their class', () => {
  const one: Histogram = { bounds: [10, 20, 40], counts: [0, 10, 10, 0] };
  expect(quantileOf(one, 0.5)).toBe(20);
  expect(quantileOf(one, 0.75)).toBe(30);
  expect(quantileOf({ ...one, counts: [0, 0, 0, 1] }, 0.5)).toBe(Number.POSITIVE_INFINITY);
  expect(quantileOf({ ...one, counts: [0, 0, 0, 0] }, 0.5)).toBeNaN();
  const counts = [0, 0, 3, 0, 4.25, 0];
  expect(unpack(pack(counts), counts.length)).toEqual(counts);
  expect(unpack(pack([0, 0]), 2)).toEqual([0, 0]);
});
