import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JudgedMetric, judge } from './judge.ts';

const rate: JudgedMetric = { name: 'errors', noData: 'wait', max: { value: 1, unit: 'percent' } };
const value = (v: number, samples?: number) =>
  ({ kind: 'value', value: v, query: 'rate()', ...(samples === undefined ? {} : { samples }) }) as const;

describe('judge', () => {
  it('explains a failure with query, value, threshold and samples', () => {
    const verdict = judge(rate, value(3.2, 156), 10);
    expect(verdict).toMatchObject({
      verdict: 'fail',
      evidence: true,
      value: 3.2,
      samples: 156,
      threshold: 'max 1%',
    });
    expect(verdict.explanation).toBe('errors: 3.2% is above max 1% (156 samples; query: rate())');
  });

  it('passes at the limit itself, and shows durations', () => {
    expect(judge(rate, value(1), 1).verdict).toBe('pass');
    const p95: JudgedMetric = { name: 'p95', noData: 'wait', max: { value: 300, unit: 'ms' } };
    expect(judge(p95, value(412, 9), 1).explanation).toContain('412ms is above max 300ms');
  });

  it('fails below a minimum', () => {
    const ok: JudgedMetric = { name: 'ok', noData: 'wait', min: { value: 99, unit: 'percent' } };
    expect(judge(ok, value(90), 1)).toMatchObject({ verdict: 'fail', threshold: 'min 99%' });
    expect(judge(ok, value(99.5), 1).verdict).toBe('pass');
  });

  it.each(['wait', 'fail', 'pass', 'inconclusive'] as const)('says what no data means: %s', (noData) => {
    const verdict = judge({ ...rate, noData }, { kind: 'no-data', query: 'q', reason: 'no requests' }, 1);
    expect(verdict.verdict).toBe(noData === 'wait' ? 'inconclusive' : noData);
    expect(verdict.evidence).toBe(false);
    expect(verdict.explanation).toMatch(/no data: no requests/);
  });

  it('takes NaN and too few samples as no data', () => {
    expect(judge(rate, value(Number.NaN), 1)).toMatchObject({ verdict: 'inconclusive', evidence: false });
    expect(judge(rate, value(0, 3), 10).explanation).toContain('3 of at least 10 samples');
  });

  it('never passes a failure of the provider or a value beyond the limit', () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom('wait', 'fail', 'pass', 'inconclusive'), (v, noData) => {
        const metric = { ...rate, noData };
        const verdict = judge(metric, value(v, 5), 1);
        if (verdict.verdict === 'pass' && verdict.evidence) expect(v).toBeLessThanOrEqual(1);
        else if (Number.isFinite(v)) expect(v).toBeGreaterThan(1);
        expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
        expect(judge(metric, { kind: 'failure', query: 'q', reason: 'HTTP 500' }, 1).verdict).toBe('error');
      }),
    );
  });
});
