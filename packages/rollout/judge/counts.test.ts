import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playCounts, startCounts } from './counts.ts';
import { beta, inverseBeta, logGamma, ratioInterval, ratioTest } from './exact.ts';
import { judge } from './judge.ts';
import { alarms, binomial, explained, type Random } from './testing.ts';
import type { Comparison, JudgedMetric, Look, Memory } from './types.ts';
import { logOdds } from './wealth.ts';

const ALPHA = 0.05;
const higher: Comparison = { tolerate: 0.1, worse: 'higher', by: 'sequential' };

interface Truth {
  readonly looks: number;
  /** Requests of both sides a look, and the candidate's share of them. */
  readonly requests: number;
  readonly share: number;
  readonly rate: (look: number) => number;
  readonly ratio: number;
}

/** Whether the odds ever reach what fails. */
function everFails(next: Random, compare: Comparison, truth: Truth): boolean {
  let wealth = startCounts(compare);
  for (let look = 0; look < truth.looks; look++) {
    const total = Math.round(truth.requests * truth.share);
    const rest = truth.requests - total;
    const rate = truth.rate(look);
    wealth = playCounts(wealth, compare, {
      candidate: { events: binomial(next, total, rate * truth.ratio), total },
      baseline: { events: binomial(next, rest, rate), total: rest },
    });
    if (logOdds(wealth) >= -Math.log(ALPHA)) return true;
  }
  return false;
}

describe('false alarms of counts, with the worst rate that is tolerated', () => {
  it.each([
    [10, 400, 0.5, 0.02],
    [10, 4_000, 0.05, 0.02],
    [100, 400, 0.05, 0.02],
    [100, 1_000, 0.01, 0.01],
    [100, 100, 0.5, 0.3],
    [100, 400, 0.25, 0.0005],
    [1_000, 100, 0.05, 0.02],
    [1_000, 40, 0.5, 0.02],
  ])('%d looks at %d requests, a share of %d, %d errors a request', (looks, requests, share, rate) => {
    const runs = looks > 100 ? 200 : 400;
    const truth: Truth = { looks, requests, share, rate: () => rate, ratio: 1.1 };
    expect(alarms(runs, (next) => everFails(next, higher, truth))).toBeLessThanOrEqual(
      explained(ALPHA, runs),
    );
  });

  it('holds while the rate moves for both sides alike', () => {
    const rate = (look: number) => 0.02 * (1 + Math.sin(look / 5) * 0.9);
    const truth: Truth = { looks: 100, requests: 400, share: 0.1, rate, ratio: 1.1 };
    expect(alarms(300, (next) => everFails(next, higher, truth))).toBeLessThanOrEqual(explained(ALPHA, 300));
  });

  it('would be seen by this test: a little more than is tolerated, and it alarms', () => {
    const truth: Truth = { looks: 100, requests: 2_000, share: 0.5, rate: () => 0.02, ratio: 1.5 };
    expect(alarms(100, (next) => everFails(next, higher, truth))).toBeGreaterThan(0.9);
    const inTurn = { ...truth, ratio: 1 / 1.5 };
    expect(alarms(100, (next) => everFails(next, higher, inTurn))).toBe(0);
    const lower: Comparison = { ...higher, worse: 'lower' };
    expect(alarms(100, (next) => everFails(next, lower, inTurn))).toBeGreaterThan(0.9);
    const either: Comparison = { ...higher, worse: 'either' };
    expect(alarms(100, (next) => everFails(next, either, inTurn))).toBeGreaterThan(0.9);
    expect(alarms(100, (next) => everFails(next, either, truth))).toBeGreaterThan(0.9);
  });
});

const metric: JudgedMetric = {
  name: 'errors',
  form: 'counts',
  unit: 'percent',
  noData: 'wait',
  minSamples: 1,
  compare: higher,
};
const rules = { alpha: 0.005, bakes: 3 };
type Four = readonly [number, number, number, number];

const look = ([x, n, y, m]: Four, i = 0, final = false): Look => ({
  candidate: { kind: 'counts', events: x, total: n, query: 'q{candidate}' },
  baseline: { kind: 'counts', events: y, total: m, query: 'q{baseline}' },
  from: i * 60_000,
  to: (i + 1) * 60_000,
  final,
});

/** Memories go through JSON, as the ledger keeps them. */
function judgeAll(looks: readonly Four[], one: JudgedMetric = metric) {
  let memory: Memory | undefined;
  const verdicts = looks.map((counts, i) => {
    const judged = judge(one, look(counts, i, i === looks.length - 1), memory, rules);
    memory = judged.memory && JSON.parse(JSON.stringify(judged.memory));
    expect(judged.memory).toEqual(memory);
    return judged.verdict;
  });
  return { verdicts, memory, last: verdicts.at(-1) };
}

describe('counts against the baseline', () => {
  it('sees sparse errors: none against a few', () => {
    expect(judgeAll([[4, 60, 0, 1_140]]).last).toMatchObject({ verdict: 'fail', method: 'counts' });
    expect(judgeAll([[0, 60, 0, 1_140]]).last).toMatchObject({ verdict: 'pass', evidence: true });
    // Half of the traffic each: four of four is what a fair coin does once in sixteen times.
    expect(judgeAll([[4, 600, 0, 600]]).last?.verdict).toBe('pass');
  });

  it('explains what, how much, against what, on how much data', () => {
    const { last } = judgeAll([[30, 1_000, 90, 9_000]]);
    expect(last).toMatchObject({
      verdict: 'fail',
      value: 3,
      baseline: 1,
      samples: 1_000,
      baselineSamples: 9_000,
    });
    expect(last?.effect).toBeCloseTo(3, 9);
    expect(last?.interval).toMatchObject({ of: 'ratio', confidence: 0.995 });
    expect(last?.interval?.low).toBeGreaterThan(1.1);
    expect(last?.explanation).toMatch(
      /^errors: 3% \(30 of 1000\) against 1% \(90 of 9000\) of the baseline: 3 times as much \([\d.]+ to [\d.]+, 99.5% interval\), asked: at most 10% above the baseline; odds against chance \d+ to 1, 200 stop it; query: q\{candidate\}$/,
    );
  });

  it('says at the end of a bake what it would have seen', () => {
    const { last } = judgeAll([[10, 1_000, 90, 9_000]]);
    expect(last?.explanation).toMatch(
      /this much data would have shown [\d.]+% \([\d.]+ times the baseline\)/,
    );
    const said = Number(/\(([\d.]+) times/.exec(last?.explanation ?? '')?.[1]);
    // And that is true.
    expect(judgeAll([[Math.ceil(10 * said * 1.1), 1_000, 90, 9_000]]).last?.verdict).toBe('fail');
    expect(judgeAll([[Math.floor(10 * said * 0.9), 1_000, 90, 9_000]]).last?.verdict).toBe('pass');
    expect(judgeAll([[0, 2, 0, 40]]).last?.explanation).toContain('too little data');
  });

  it('gathers evidence over many looks, and over steps', () => {
    const { verdicts } = judgeAll(new Array(40).fill([2, 50, 18, 950]));
    expect(verdicts[0]?.verdict).toBe('pass');
    expect(verdicts.at(-1)?.verdict).toBe('fail');
    expect(judgeAll(new Array(40).fill([1, 50, 19, 950])).last?.verdict).toBe('pass');
  });

  it('keeps for the next look what has no other side yet', () => {
    const first = judge(metric, look([0, 50, 0, 900], 0), undefined, rules);
    const lonely = judge(metric, look([3, 50, 0, 0], 1), first.memory, rules);
    expect(lonely.memory).toEqual(first.memory);
    expect(lonely.verdict.evidence).toBe(true);
    const never = judge(metric, look([3, 50, 0, 0], 0), undefined, rules);
    expect(never.memory).toBeUndefined();
    expect(never.verdict).toMatchObject({ verdict: 'inconclusive', evidence: false });
  });

  it('fails by the limit or by the comparison, whichever is broken', () => {
    const both: JudgedMetric = { ...metric, max: { value: 5, unit: 'percent' } };
    expect(judgeAll([[8, 100, 80, 1_000]], both).last).toMatchObject({
      verdict: 'fail',
      threshold: 'max 5% and at most 10% above the baseline',
    });
    expect(judgeAll([[8, 100, 80, 1_000]], both).last?.explanation).toContain('8% is above max 5%');
    expect(judgeAll([[40, 1_000, 90, 9_000]], both).last?.explanation).toContain('4 times as much');
    expect(judgeAll([[1, 100, 10, 1_000]], both).last?.verdict).toBe('pass');
    const cut = {
      ...look([8, 100, 0, 0]),
      baseline: { kind: 'failure', query: 'q', reason: 'gone' } as const,
    };
    expect(judge(both, cut, undefined, rules).verdict.verdict).toBe('fail');
    expect(judge(metric, cut, undefined, rules).verdict.verdict).toBe('error');
  });

  it('never advances on too little of either side', () => {
    const wants: JudgedMetric = { ...metric, minSamples: 100 };
    expect(judgeAll([[0, 60, 0, 900]], wants).last).toMatchObject({
      verdict: 'inconclusive',
      evidence: false,
    });
    expect(
      judgeAll(
        [
          [0, 60, 0, 900],
          [0, 60, 0, 900],
        ],
        wants,
      ).last?.verdict,
    ).toBe('pass');
    expect(judgeAll([[0, 900, 0, 60]], wants).last?.explanation).toContain(
      'the baseline: 60 of at least 100',
    );
  });
});

describe('exact inference', () => {
  it('knows the functions it is made of', () => {
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
    expect(beta(0.3, 2, 5)).toBeCloseTo(0.579825, 6);
    const size = fc.double({ min: 0.5, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), size, size, (p, a, b) => {
        expect(beta(inverseBeta(p, a, b), a, b)).toBeCloseTo(p, 6);
      }),
    );
  });

  it('agrees with the table of Clopper and Pearson, and with itself', () => {
    // 8 of 10: 0.4439 to 0.9748 at 95%.
    const found = ratioInterval({ events: 8, total: 1_000 }, { events: 2, total: 1_000 }, 0.95);
    expect(found?.low).toBeCloseTo(0.4439 / (1 - 0.4439), 2);
    expect(found?.high).toBeCloseTo(0.9748 / (1 - 0.9748), 0);
    expect(ratioInterval({ events: 0, total: 9 }, { events: 0, total: 9 }, 0.95)).toBeUndefined();
    expect(ratioTest({ events: 5, total: 100 }, { events: 0, total: 100 })).toBeCloseTo(1 / 64, 9);
    expect(ratioTest({ events: 0, total: 100 }, { events: 0, total: 100 })).toBe(1);
  });
});
