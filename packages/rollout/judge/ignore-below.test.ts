import type { Measurement } from '@fairway/metrics';
import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';
import type { Comparison, JudgedMetric, Look, Memory, Verdict } from './types.ts';

const LOOKS = 20;
const BOUNDS = Array.from({ length: 120 }, (_, i) => 1.08 ** i);

function metricOf(form: JudgedMetric['form'], more: Partial<Comparison>): JudgedMetric {
  const compare: Comparison = { tolerate: 0.1, worse: 'higher', by: 'sequential', ...more };
  const unit = form === 'counts' ? 'percent' : 'ms';
  return { name: 'm', form, unit, noData: 'wait', minSamples: 1, compare };
}

/** Of one side whose value is `value`: percent of 1,000 requests, or ms. */
function measured(form: Look['candidate']['kind'], value: number, look: number): Measurement {
  if (form === 'counts') return { kind: 'counts', events: value * 10, total: 1_000, query: 'q' };
  if (form === 'series') {
    const points = Array.from({ length: 40 }, (_, at) => ({ at, value: value * (1 + (at % 7) / 100) }));
    return { kind: 'series', points, query: 'q' };
  }
  if (form === 'value') return { kind: 'value', value: value * (1 + (look % 5) / 1_000), query: 'q' };
  const at = BOUNDS.findIndex((bound) => bound >= value);
  return {
    kind: 'histogram',
    bounds: BOUNDS,
    counts: [...BOUNDS, 0].map((_, i) => (i === at ? 500 : 0)),
    query: 'q',
  };
}

/** The last verdict; the candidate always has twice the baseline's value. */
function verdictOf(
  form: Look['candidate']['kind'],
  metric: JudgedMetric,
  values: readonly number[],
): Verdict {
  let memory: Memory | undefined;
  const verdicts = values.map((value, i) => {
    const [candidate, baseline] = [measured(form, value, i), measured(form, value / 2, i)];
    const look: Look = { candidate, baseline, from: i, to: i + 1, final: i === values.length - 1 };
    const judged = judge(metric, look, memory, { alpha: 0.01, bakes: 1 });
    memory = judged.memory;
    return judged.verdict;
  });
  return verdicts.find(({ verdict }) => verdict === 'fail') ?? (verdicts.at(-1) as Verdict);
}

describe('what is low enough is no worse, whatever the baseline', () => {
  it.each([
    ['counts', 'counts', 'sequential'],
    ['latencies', 'histogram', 'sequential'],
    ['pairs', 'value', 'sequential'],
    ['mann-whitney', 'series', 'mann-whitney'],
  ] as const)('%s', (method, kind, by) => {
    const form = kind === 'series' ? 'value' : kind;
    const unit = form === 'counts' ? 'percent' : 'ms';
    const values = new Array<number>(LOOKS).fill(10);
    const judged = (ignoreBelow?: number) =>
      verdictOf(
        kind,
        metricOf(form, {
          by,
          ...(ignoreBelow === undefined ? {} : { ignoreBelow: { value: ignoreBelow, unit } }),
        }),
        values,
      );
    expect(judged()).toMatchObject({ method, verdict: 'fail' });
    expect(judged(9)).toMatchObject({ method, verdict: 'fail' });
    const low = judged(12);
    expect(low).toMatchObject({ method, verdict: 'pass', evidence: true });
    const shown = unit === 'percent' ? '12%' : '12ms';
    expect(low.threshold).toBe(`at most 10% above the baseline, when above ${shown}`);
    expect(low.explanation).toContain(`is not above ${shown}, so it is no worse`);
    expect(low.explanation).not.toContain('against chance');
  });

  it('the limit itself is low enough, and a limit still holds', () => {
    const ignoreBelow = { value: 10, unit: 'percent' } as const;
    const metric = metricOf('counts', { ignoreBelow });
    expect(verdictOf('counts', metric, [10, 10])).toMatchObject({ verdict: 'pass' });
    const limited = { ...metric, max: { value: 5, unit: 'percent' } } as const;
    expect(verdictOf('counts', limited, [10, 10])).toMatchObject({ verdict: 'fail' });
  });

  it('looks that were ignored win no odds: one high value after them is one bad look', () => {
    const metric = metricOf('value', { ignoreBelow: { value: 50, unit: 'ms' } });
    const calm = new Array<number>(50).fill(2);
    expect(verdictOf('value', metric, [...calm, 60])).toMatchObject({ verdict: 'pass' });
    expect(verdictOf('value', metric, [...calm, ...new Array<number>(60).fill(60)])).toMatchObject({
      verdict: 'fail',
    });
  });
});
