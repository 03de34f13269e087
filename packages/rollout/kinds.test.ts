import type { Problem } from '@fairway/schema';
import { describe, expect, it } from 'vitest';
import { strategyKind } from './kinds.ts';

function read(value: unknown) {
  const problems: Problem[] = [];
  const strategy = strategyKind.read(value, [], (problem) => problems.push(problem));
  return { strategy, messages: problems.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

const errors = { name: 'errors', process: 'error-rate', max: '1%' };
const canary = (more: object = {}) => read({ canary: { steps: ['5%'], metrics: [errors], ...more } });

const metricOf = (more: object) => {
  const { strategy, messages } = canary({ metrics: [{ name: 'm', ...more }] });
  return { metric: strategy?.type === 'canary' ? strategy.config.metrics[0] : undefined, messages };
};

describe('strategyKind', () => {
  it('fills in the defaults', () => {
    const { strategy, messages } = canary({ steps: ['5%', { weight: '25%', bake: '2s' }] });
    expect(messages).toEqual([]);
    expect(strategy).toEqual({
      type: 'canary',
      config: {
        steps: [{ weight: 5 }, { weight: 25, bake: 2_000 }],
        ...{ bake: 60_000, warmUp: 0, maxPause: 86_400_000, minSamples: 1, confidence: 99, pins: [] },
        score: { pass: 95, marginal: 75 },
        metrics: [
          {
            name: 'errors',
            source: { type: 'process', query: 'error-rate', unit: 'percent' },
            ...{ form: 'counts', unit: 'percent', max: { value: 1, unit: 'percent' }, noData: 'wait' },
            ...{ failureLimit: 0, errorLimit: 4, inconclusiveLimit: 0 },
            ...{ critical: true, group: 'all', weight: 1 },
          },
        ],
      },
    });
  });

  it('reads every other strategy, also with nothing to say', () => {
    for (const type of ['recreate', 'rolling', 'blue-green']) {
      expect(read({ [type]: null }).strategy).toMatchObject({ type, config: { metrics: [] } });
    }
    const { strategy } = read({ rolling: { 'after-switch': { bake: '5s' }, metrics: [errors] } });
    expect(strategy).toMatchObject({ config: { afterSwitch: { bake: 5_000, approve: false } } });
    expect(read({ rolling: { pins: [] } }).messages.join()).toContain('unknown key "pins"');
  });

  it('reads how a metric is compared', () => {
    const compared = (more: object) => metricOf({ process: 'p95', ...more }).metric?.compare;
    const usual = { tolerate: 0.05, worse: 'higher', by: 'sequential' };
    expect(compared({ compare: 'baseline' })).toEqual(usual);
    expect(compared({ compare: {}, tolerate: '25%' })).toEqual({ ...usual, tolerate: 0.25 });
    expect(compared({ compare: 'baseline', min: '1ms' })).toEqual({ ...usual, worse: 'lower' });
    expect(compared({ compare: { to: 'baseline', worse: 'either' } })).toEqual({ ...usual, worse: 'either' });
    const series = { prometheus: 'cpu{r="{{ side }}"}', compare: { by: 'mann-whitney' } };
    expect(metricOf(series).metric).toMatchObject({ form: 'value', compare: { by: 'mann-whitney' } });
  });

  it('knows what a query gives, and its unit from the limit where it does not', () => {
    const plain = (more: object) => {
      const { metric } = metricOf({ prometheus: 'up', ...more });
      return [metric?.source.unit, metric?.unit, metric?.form];
    };
    expect(plain({ max: '5%' })).toEqual(['ratio', 'percent', 'value']);
    expect(plain({ max: '5%', unit: 'percent' })).toEqual(['percent', 'percent', 'value']);
    expect(plain({ max: '300ms' })).toEqual(['s', 'ms', 'value']);
    expect(plain({ max: 7 })).toEqual(['number', 'number', 'value']);
    expect(plain({ max: 7, unit: 'ms' })).toEqual(['ms', 'ms', 'value']);
    expect(metricOf({ process: 'p95', max: '1s' }).metric).toMatchObject({
      form: 'histogram',
      quantile: 0.95,
    });
  });

  it.each<[string, object, RegExp]>([
    [
      'tolerate alone',
      { process: 'p95', max: '1s', tolerate: '5%' },
      /metrics\.0\.tolerate: .*tolerates nothing/,
    ],
    ['the same query of both', { prometheus: 'up', compare: 'baseline' }, /compare: .*asks the same of both/],
    ['counts by mann-whitney', { process: 'error-rate', compare: { by: 'mann-whitney' } }, /no series/],
    ['another unit', { process: 'p95', max: 7, unit: 'ratio' }, /unit: .*measured in milliseconds/],
    ['seconds for milliseconds', { process: 'p95', max: 7, unit: 's' }, /unit: .*leave `unit` out/],
    ['a limit of another unit', { prometheus: 'up', max: '5%', unit: 'ms' }, /max: .*5% is no such limit/],
    [
      'min and max apart',
      { process: 'p95', max: '1s', min: 7 },
      /min must not be above max, in the same unit/,
    ],
    ['an unknown comparison', { process: 'p95', compare: 'last' }, /baseline/],
    [
      'two providers',
      { process: 'p95', prometheus: 'up', max: 1 },
      /found process and prometheus|found prometheus and process/,
    ],
    ['a weight below 0', { process: 'p95', max: 1, weight: -1 }, /from 0/],
  ])('refuses a metric with %s', (_, more, message) => {
    const { metric, messages } = metricOf(more);
    expect(metric).toBeUndefined();
    expect(messages.join('\n')).toMatch(message);
  });

  it.each<[string, object, RegExp]>([
    ['an unknown metric', { 'after-switch': { metrics: ['errrs'] } }, /after-switch\.metrics\.0: .*"errors"/],
    ['a metric twice', { 'before-traffic': { metrics: ['errors', 'errors'] } }, /metrics\.1: .*twice/],
    [
      'a comparison after the switch',
      {
        'after-switch': { metrics: ['p95'] },
        metrics: [errors, { name: 'p95', process: 'p95', compare: 'baseline' }],
      },
      /"p95" only compares/,
    ],
    ['a warm-up without a bake', { 'warm-up': '1m' }, /steps\.0: nothing would be measured/],
    ['a step that only warms up', { steps: [{ weight: '5%', 'warm-up': '2m' }] }, /2m is not shorter/],
    ['an analysis that only warms up', { 'after-switch': { 'warm-up': '1m' } }, /after-switch: nothing/],
    ['a confidence of 100%', { confidence: '100%' }, /less than 100%/],
    ['a confidence below chance', { confidence: '1%' }, /at least 50%/],
    ['a score upside down', { score: { pass: '10%' } }, /score: marginal must not be above/],
    ['a pin of nothing', { pins: [{ value: 'x' }] }, /pins\.0: /],
    ['an unknown router', { router: { haproxi: {} } }, /haproxy/],
  ])('refuses %s', (_, more, message) => {
    const { strategy, messages } = canary(more);
    expect(strategy).toBeUndefined();
    expect(messages.join('\n')).toMatch(message);
  });

  it('refuses metrics that are measured nowhere', () => {
    for (const type of ['recreate', 'rolling', 'blue-green']) {
      expect(read({ [type]: { metrics: [errors] } }).messages.join()).toMatch(
        /measured nowhere.*after-switch/,
      );
    }
    const before = { 'blue-green': { metrics: [errors], 'before-traffic': { metrics: ['errors'] } } };
    expect(read(before).messages).toEqual([]);
  });

  it('reads limits as percentages, milliseconds or numbers', () => {
    const limits = [
      ['error-rate', '1%'],
      ['p95', '300ms'],
      ['requests', 12],
    ].map(([process, max]) => {
      const { strategy } = canary({ metrics: [{ ...errors, process, max }] });
      return strategy?.type === 'canary' ? strategy.config.metrics[0]?.max : undefined;
    });
    expect(limits).toEqual([
      { value: 1, unit: 'percent' },
      { value: 300, unit: 'ms' },
      { value: 12, unit: 'number' },
    ]);
  });

  it.each([
    ['error-rate', '300ms', /measured in percent, and 300ms is no such limit/],
    ['p95', '5%', /measured in milliseconds, and 5% is no such limit/],
    ['requests', '50%', /measured in plain numbers, and 50% is no such limit/],
  ])('refuses a limit of %s that could never be right: %s', (process, limit, message) => {
    for (const key of ['max', 'min']) {
      const metric = { name: 'x', process, [key]: limit };
      expect(canary({ metrics: [metric] }).messages.join()).toMatch(message);
    }
    expect(canary({ metrics: [{ name: 'x', process, max: 5 }] }).messages).toEqual([]);
  });

  it.each([
    ['an unknown strategy', { canari: {} }, /unknown strategy "canari".*canary/],
    ['two strategies', { canary: {}, recreate: {} }, /exactly one strategy/],
    ['no metric', { canary: { steps: ['5%'], metrics: [] } }, /at least 1/],
    [
      'a metric without a provider',
      { canary: { steps: ['5%'], metrics: [{ name: 'x', max: 1 }] } },
      /one provider/,
    ],
    [
      'a metric without a limit',
      { canary: { steps: ['5%'], metrics: [{ name: 'x', process: 'error-rate' }] } },
      /max or min/,
    ],
    [
      'an unknown limit',
      { canary: { steps: ['5%'], metrics: [{ ...errors, max: 'low' }] } },
      /percentage \(1%\)/,
    ],
    [
      'min above max',
      { canary: { steps: ['5%'], metrics: [{ ...errors, min: '2%' }] } },
      /min must not be above/,
    ],
    ['a name used twice', { canary: { steps: ['5%'], metrics: [errors, errors] } }, /two metrics are called/],
    ['a mistyped key', { canary: { steps: ['5%'], metrics: [{ ...errors, noData: 'wait' }] } }, /no-data/],
    [
      'an unknown answer to no data',
      { canary: { steps: ['5%'], metrics: [{ ...errors, 'no-data': 'ok' }] } },
      /inconclusive/,
    ],
    ['steps that fall', { canary: { steps: ['25%', '5%'], metrics: [errors] } }, /5% is not more than 25%/],
    ['a step at 0', { canary: { steps: ['0%'], metrics: [errors] } }, /0% is not more than 0%/],
    ['no steps', { canary: { steps: [], metrics: [errors] } }, /at least 1/],
  ])('refuses %s', (_, value, message) => {
    const { strategy, messages } = read(value);
    expect(strategy).toBeUndefined();
    expect(messages.join('\n')).toMatch(message);
  });
});
