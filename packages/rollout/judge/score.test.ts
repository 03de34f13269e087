import { describe, expect, it } from 'vitest';
import { chart } from './chart.ts';
import { scoreOf } from './score.ts';
import type { Verdict } from './types.ts';

const verdict = (metric: string, word: Verdict['verdict'], evidence = word === 'pass' || word === 'fail') =>
  ({
    metric,
    verdict: word,
    evidence,
    method: 'threshold',
    query: 'q',
    unit: 'number',
    threshold: 'max 1',
    explanation: '',
  }) satisfies Verdict;

describe('the score', () => {
  const soft = (name: string, group?: string, weight?: number) => ({ name, group, weight, critical: false });

  it('is the share that passes', () => {
    const metrics = ['a', 'b', 'c', 'd'].map((name) => soft(name));
    const verdicts = [verdict('a', 'pass'), verdict('b', 'pass'), verdict('c', 'pass'), verdict('d', 'fail')];
    expect(scoreOf(metrics, verdicts)).toBe(75);
  });

  it('weighs groups', () => {
    const metrics = [soft('a', 'x', 3), soft('b', 'x'), soft('c', 'y', 1)];
    const verdicts = [verdict('a', 'pass'), verdict('b', 'fail'), verdict('c', 'pass')];
    expect(scoreOf(metrics, verdicts)).toBe((3 * 50 + 100) / 4);
  });

  it('is 0 when a critical metric fails, and metrics are critical', () => {
    expect(scoreOf([{ name: 'a' }, soft('b')], [verdict('a', 'fail'), verdict('b', 'pass')])).toBe(0);
    expect(scoreOf([{ name: 'a' }, soft('b')], [verdict('a', 'pass'), verdict('b', 'fail')])).toBe(50);
  });

  it('leaves out what has no data, unless that is a failure', () => {
    const metrics = [soft('a'), soft('b')];
    expect(scoreOf(metrics, [verdict('a', 'pass'), verdict('b', 'inconclusive')])).toBe(100);
    expect(scoreOf(metrics, [verdict('a', 'pass'), verdict('b', 'fail', false)])).toBe(50);
    expect(scoreOf(metrics, [verdict('a', 'error'), verdict('b', 'pass', false)])).toBeUndefined();
    expect(scoreOf([], [])).toBeUndefined();
  });
});

describe('the chart', () => {
  it('draws all lines on one scale', () => {
    const drawn = chart({
      candidate: [0, 1, 2, 4],
      baseline: [1, 1, undefined, 1],
      limit: 2,
      unit: 'percent',
    });
    expect(drawn).toBe(['candidate  ▁▃▅█  4%', 'baseline   ▃▃·▃  1%', 'limit      ▅▅▅▅  2%'].join('\n'));
  });

  it('draws many values together by their largest, and no data as no data', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i === 50 ? 9 : 1));
    const line = chart({ candidate: values, width: 10 });
    expect(line).toBe('candidate  ▁▁▁▁▁█▁▁▁▁  1');
    expect(chart({ candidate: [undefined, Number.NaN] })).toBe('candidate  ··  no data');
    expect(chart({ candidate: [] })).toBe('');
    expect(chart({ candidate: [0, 0] })).toBe('candidate  ▁▁  0');
  });
});
