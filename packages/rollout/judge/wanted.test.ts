import { describe, expect, it } from 'vitest';
import type { Comparison, JudgedMetric } from './types.ts';
import { wanted } from './wanted.ts';

const compare: Comparison = { tolerate: 0.1, worse: 'higher', by: 'sequential' };
const metric: JudgedMetric = { name: 'm', form: 'value', unit: 'number', noData: 'wait', minSamples: 1 };
const at = { from: 1_000, to: 61_000, final: false, interval: 10_000 };
const memory = { until: 51_000 };

describe('what is asked for a look', () => {
  it('a plain value: over the whole bake, of the candidate', () => {
    const asked = { shape: 'value', sides: ['candidate'], from: 1_000, to: 61_000 };
    expect(wanted(metric, at, memory)).toEqual(asked);
  });

  it.each(['counts', 'histogram'] as const)('%s: what is new, of both sides when compared', (form) => {
    const counts = { ...metric, form };
    expect(wanted(counts, at)).toEqual({ shape: form, sides: ['candidate'], from: 1_000, to: 61_000 });
    expect(wanted({ ...counts, compare }, at, memory)).toEqual({
      shape: form,
      sides: ['candidate', 'baseline'],
      from: 51_000,
      to: 61_000,
    });
    // A new step begins later than what was seen before.
    expect(wanted(counts, { ...at, from: 55_000 }, memory)?.from).toBe(55_000);
    expect(wanted(counts, { ...at, to: 51_000 }, memory)).toBeUndefined();
  });

  it('values in pairs: what is new, of both sides', () => {
    const asked = wanted({ ...metric, compare }, at, memory);
    expect(asked).toMatchObject({ shape: 'value', sides: ['candidate', 'baseline'], from: 51_000 });
  });

  it('Mann-Whitney: a series of the whole bake, when it ends', () => {
    const ranked: JudgedMetric = { ...metric, compare: { ...compare, by: 'mann-whitney' } };
    expect(wanted(ranked, at)).toBeUndefined();
    expect(wanted(ranked, { ...at, final: true })).toMatchObject({
      shape: 'series',
      from: 1_000,
      step: 6_000,
    });
    expect(wanted(ranked, { ...at, to: 601_000, final: true })?.step).toBe(10_000);
  });
});
