import type { Measurement } from '@fairway/metrics';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { JudgedMetric, Look, Memory, Verdict } from './types.ts';

/** A final look that could not have failed, whatever the release is like, is no reason to let it go on. */
const metricOf = (form: JudgedMetric['form'], more: Partial<JudgedMetric> = {}): JudgedMetric => ({
  ...{ name: 'm', form, unit: form === 'counts' ? 'percent' : 'ms', noData: 'wait', minSamples: 1 },
  compare: { tolerate: 0.05, worse: 'higher', by: 'sequential' },
  ...more,
});

/** The verdicts of final looks, one after the other. */
function finals(metric: JudgedMetric, pairs: readonly (readonly [Measurement, Measurement])[]): Verdict[] {
  let memory: Memory | undefined;
  return pairs.map(([candidate, baseline], i) => {
    const look: Look = { candidate, baseline, from: i, to: i + 1, final: true };
    const judged = judge(metric, look, memory, { alpha: 0.01, bakes: 1 });
    memory = judged.memory;
    return judged.verdict;
  });
}
const times = <T>(count: number, one: T): T[] => new Array<T>(count).fill(one);
const words = (verdicts: readonly Verdict[]) => verdicts.map(({ verdict }) => verdict);

const value = (of: number): Measurement => ({ kind: 'value', value: of, query: 'q' });
const counts = (events: number, total: number): Measurement => ({
  kind: 'counts',
  events,
  total,
  query: 'q',
});
const histogram = (counts: number[], bounds = [100, 250, 500, 1_000]): Measurement => ({
  ...{ kind: 'histogram', bounds, counts, query: 'q' },
});

describe('what looks worse and could not have failed', () => {
  it('values: waits for as many looks as it takes to fail', () => {
    const worse = finals(metricOf('value'), times(24, [value(100), value(1)] as const));
    const failed = words(worse).indexOf('fail');
    expect(words(worse.slice(0, failed))).toEqual(times(failed, 'inconclusive'));
    expect(worse[0]).toMatchObject({ evidence: false, value: 100, baseline: 1 });
    expect(worse[0]?.explanation).toContain(`1 of at least ${failed + 1} looks`);
  });

  it('values: one that is good, or was good as often as bad, passes', () => {
    expect(words(finals(metricOf('value'), [[value(1), value(1)]]))).toEqual(['pass']);
    const calmed = finals(metricOf('value'), [
      [value(2), value(1)],
      [value(1), value(1)],
    ]);
    expect(words(calmed)).toEqual(['inconclusive', 'pass']);
  });

  it('latencies: a slow first look may be a burst, and the next one decides', () => {
    const [slow, quick] = [histogram([0, 0, 0, 1_000, 0]), histogram([1_000, 0, 0, 0, 0])];
    const [first, second] = finals(metricOf('histogram'), times(2, [slow, quick] as const));
    expect(first).toMatchObject({ verdict: 'inconclusive', evidence: false });
    expect(first?.explanation).toMatch(/may be chance.*one look alone may be a burst/);
    expect(second?.verdict).toBe('fail');
    expect(words(finals(metricOf('histogram'), times(2, [quick, quick] as const)))).toEqual(['pass', 'pass']);
  });

  it('latencies: above all classes nobody knows how far', () => {
    const beyond = histogram([0, 0, 0, 0, 1_000]);
    const [, verdict] = finals(metricOf('histogram'), times(2, [beyond, beyond] as const));
    expect(verdict).toMatchObject({ verdict: 'inconclusive', evidence: false });
    expect(verdict?.explanation).toContain('above all classes of the histogram');
  });

  it('latencies: classes that differ anywhere are an error', () => {
    const other = histogram([0, 0, 1_000, 0, 0], [1, 2, 3, 1_000]);
    const [verdict] = finals(metricOf('histogram'), [[other, histogram([0, 0, 1_000, 0, 0])]]);
    expect(verdict).toMatchObject({ verdict: 'error', evidence: false });
  });

  it('counts: both of two requests failed', () => {
    const [verdict] = finals(metricOf('counts'), [[counts(2, 2), counts(0, 300)]]);
    expect(verdict).toMatchObject({ verdict: 'inconclusive', evidence: false, value: 100 });
    expect(verdict?.explanation).toMatch(/100% \(2 of 2\).*may be chance.*too little data to show anything/);
    expect(words(finals(metricOf('counts'), [[counts(0, 2), counts(0, 300)]]))).toEqual(['pass']);
  });

  it('a limit asks nothing of the baseline: it fails while that has too few samples', () => {
    const limited = metricOf('counts', { max: { value: 5, unit: 'percent' }, minSamples: 100 });
    expect(words(finals(limited, [[counts(500, 1_000), counts(0, 50)]]))).toEqual(['fail']);
    expect(words(finals(limited, [[counts(5, 1_000), counts(0, 50)]]))).toEqual(['inconclusive']);
    expect(words(finals(limited, [[counts(50, 90), counts(0, 500)]]))).toEqual(['inconclusive']);
  });

  it('says odds beyond all numbers in words', () => {
    const [verdict] = finals(metricOf('counts'), [[counts(9_000, 10_000), counts(0, 10_000)]]);
    expect(verdict?.explanation).toContain('odds against chance over a million million to 1, 100 stop it');
  });

  it('a limit fails it all the same', () => {
    const limited = metricOf('counts', { max: { value: 5, unit: 'percent' } });
    expect(words(finals(limited, [[counts(2, 2), counts(0, 300)]]))).toEqual(['fail']);
  });
});
