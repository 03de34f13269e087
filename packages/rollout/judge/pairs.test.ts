import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import { alarms, explained, gaussian, type Random, random } from './testing.ts';
import type { Comparison, JudgedMetric, Memory, Verdict } from './types.ts';

const compare: Comparison = { tolerate: 0.1, worse: 'higher', by: 'sequential' };
const metric: JudgedMetric = {
  name: 'cpu',
  form: 'value',
  unit: 'percent',
  noData: 'wait',
  minSamples: 1,
  compare,
};

function judgeAll(pairs: readonly (readonly [number, number])[], alpha: number, one = metric): Verdict[] {
  let memory: Memory | undefined;
  return pairs.map(([candidate, baseline], i) => {
    const look = {
      candidate: { kind: 'value', value: candidate, query: 'c' },
      baseline: { kind: 'value', value: baseline, query: 'b' },
      from: i * 1_000,
      to: (i + 1) * 1_000,
      final: false,
    } as const;
    const judged = judge(one, look, memory, { alpha, bakes: 1 });
    memory = JSON.parse(JSON.stringify(judged.memory));
    expect(judged.memory).toEqual(memory);
    return judged.verdict;
  });
}

/** Pairs of the same noise; the candidate `ratio` times as high. */
function noisy(next: Random, looks: number, ratio: number, noise = 0.2): [number, number][] {
  return Array.from({ length: looks }, () => [
    40 * ratio * Math.exp(noise * gaussian(next)),
    40 * Math.exp(noise * gaussian(next)),
  ]);
}
const fails = (verdicts: readonly Verdict[]) => verdicts.some(({ verdict }) => verdict === 'fail');

describe('values in pairs', () => {
  it.each([10, 100, 1_000])('keeps false alarms low at %i looks, as high as is tolerated', (looks) => {
    const runs = looks > 100 ? 40 : 300;
    const found = alarms(runs, (next) => fails(judgeAll(noisy(next, looks, 1.1), 0.05)));
    expect(found).toBeLessThanOrEqual(explained(0.05, runs));
  });

  it('finds what is clearly higher within a few looks, and nothing that is lower', () => {
    const verdicts = judgeAll(noisy(random(1), 24, 3), 0.01);
    expect(fails(verdicts)).toBe(true);
    expect(fails(verdicts.slice(0, 5))).toBe(false);
    expect(verdicts.at(-1)?.explanation).toMatch(
      /^cpu: [\d.]+% against [\d.]+% of the baseline \([\d.]+ times as much\), asked: at most 10% above the baseline; worse than that in \d+ of 24 looks; odds/,
    );
    expect(fails(judgeAll(noisy(random(2), 60, 0.5), 0.01))).toBe(false);
    const lower: JudgedMetric = { ...metric, compare: { ...compare, worse: 'lower' } };
    expect(fails(judgeAll(noisy(random(2), 60, 0.5), 0.01, lower))).toBe(true);
    const either: JudgedMetric = { ...metric, compare: { ...compare, worse: 'either' } };
    expect(fails(judgeAll(noisy(random(2), 60, 0.5), 0.01, either))).toBe(true);
    expect(fails(judgeAll(noisy(random(2), 60, 2), 0.01, either))).toBe(true);
  });

  it.each([20, 200])('keeps them low at %i looks that remember the one before', (looks) => {
    const remembering = (next: Random) => {
      let [candidate, baseline] = [0, 0];
      const on = (before: number) => 0.9 * before + Math.sqrt(1 - 0.81) * 0.2 * gaussian(next);
      return Array.from({ length: looks }, () => {
        [candidate, baseline] = [on(candidate), on(baseline)];
        return [40 * Math.exp(candidate), 40 * Math.exp(baseline)] as const;
      });
    };
    const runs = 200;
    const found = alarms(runs, (next) => fails(judgeAll(remembering(next), 0.01)));
    expect(found).toBeLessThanOrEqual(explained(0.01, runs));
  });

  it('knows 0 and values below it', () => {
    const pairs = (candidate: number, baseline: number) =>
      Array.from({ length: 30 }, () => [candidate, baseline] as const);
    expect(fails(judgeAll(pairs(0, 0), 0.01))).toBe(false);
    expect(fails(judgeAll(pairs(1, 0), 0.01))).toBe(true);
    expect(fails(judgeAll(pairs(-5, -1), 0.01))).toBe(false);
    expect(fails(judgeAll(pairs(-1, -5), 0.01))).toBe(true);
  });

  it('one wild value is not enough, a limit still is', () => {
    const calm = noisy(random(3), 20, 1);
    expect(fails(judgeAll([...calm, [1e9, 40]], 0.01))).toBe(false);
    const limited: JudgedMetric = { ...metric, max: { value: 200, unit: 'percent' } };
    expect(judgeAll([...calm, [1e9, 40]], 0.01, limited).at(-1)?.verdict).toBe('fail');
  });
});
