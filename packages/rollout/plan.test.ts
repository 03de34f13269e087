import { describe, expect, it } from 'vitest';
import { type Strategy, strategyKind } from './kinds.ts';
import { checksOf, metricsAt, planRollout, type RolloutCapabilities, refusal } from './plan.ts';

const errors = { name: 'errors', process: 'error-rate', max: '1%', compare: 'baseline' };
const faster = { name: 'faster', process: 'p95', compare: 'baseline' };
const check = { http: 'http://127.0.0.1/healthz' };
const all: RolloutCapabilities = { stage: true, weights: true };

function strategy(value: object): Strategy {
  const problems: string[] = [];
  const read = strategyKind.read(value, [], ({ message }) => problems.push(message));
  if (!read) throw new Error(problems.join());
  return read;
}
const plan = (value: object, capabilities = all) => planRollout(strategy(value), capabilities);
/** `weight bake warm-up`, then the metrics, `checks` and `approval`. */
const words = (value: object, capabilities = all) =>
  plan(value, capabilities).steps.map(({ weight, bake, warmUp, metrics, checks, approval }) =>
    [weight, bake, warmUp, ...metrics, ...(checks ? ['checks'] : []), ...(approval ? ['approval'] : [])].join(
      ' ',
    ),
  );

describe('planRollout', () => {
  it('makes the steps of a canary, its analysis at 0 and at 100, and the delay', () => {
    const canary = {
      'before-traffic': { checks: [check] },
      steps: ['5%', { weight: '25%', bake: '2s', 'warm-up': '100ms', checks: [check], approve: true }],
      'after-switch': { approve: true },
      'scale-down-delay': '30s',
      bake: '10s',
      'warm-up': '1s',
      interval: '5s',
      confidence: '99.9%',
      metrics: [errors, faster],
    };
    expect(words({ canary })).toEqual([
      '0 0 0 checks',
      '5 10000 1000 errors faster',
      '25 2000 100 errors faster checks approval',
      '100 10000 1000 errors approval',
      '100 30000 0',
    ]);
    const { alpha, maxDuration, maxPause, interval, by, score, metrics } = plan({ canary });
    expect({ alpha, maxDuration, maxPause, interval, by, score }).toEqual({
      alpha: expect.closeTo(0.001, 9),
      ...{ maxDuration: 52_000 + 600_000, maxPause: 86_400_000, interval: 5_000 },
      ...{ by: 'stage', score: { pass: 95, marginal: 75 } },
    });
    expect(metrics.map(({ minSamples }) => minSamples)).toEqual([1, 1]);
  });

  it.each([
    ['5m', 30_000],
    ['30m', 60_000],
    ['2s', 1_000],
  ])('looks during a bake of %s where metrics are compared', (bake, interval) => {
    const canary = (...metrics: object[]) => plan({ canary: { steps: ['5%'], bake, metrics } });
    expect(canary(errors, faster).interval).toBe(interval);
    const { compare: _, ...limited } = errors;
    expect(canary(limited).interval).toBeUndefined();
    const shift = { name: 'cpu', prometheus: 'cpu{v="{{ version }}"}', compare: { by: 'mann-whitney' } };
    expect(canary(shift).interval).toBeUndefined();
  });

  it('is JSON', () => {
    const made = plan({ canary: { steps: ['5%'], metrics: [errors] } });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
    expect(made.alpha).toBe(0.01);
  });

  it('stages blue-green where a router can switch, and applies elsewhere', () => {
    const blue = {
      'blue-green': { 'after-switch': { bake: '5s', metrics: ['errors'] }, metrics: [errors] },
    };
    expect(plan(blue).by).toBe('stage');
    expect(plan(blue, { stage: true, weights: false, router: true }).by).toBe('stage');
    for (const less of [
      { stage: true, weights: false },
      { stage: false, weights: true },
      { stage: false, weights: false, router: true },
    ]) {
      expect(plan(blue, less)).toMatchObject({ by: 'apply', strategy: 'blue-green' });
      expect(words(blue, less)).toEqual(['100 5000 0 errors']);
    }
    expect(words({ 'blue-green': {} })).toEqual([]);
    expect(words({ 'blue-green': { 'scale-down-delay': '5s' } })).toEqual(['100 5000 0']);
  });

  it('applies recreate and rolling', () => {
    for (const type of ['recreate', 'rolling']) {
      expect(plan({ [type]: {} })).toMatchObject({ by: 'apply', strategy: type, steps: [] });
      expect(words({ [type]: { 'after-switch': { checks: [check] } } })).toEqual(['100 0 0 checks']);
    }
  });

  it.each<[string, object, RolloutCapabilities, RegExp]>([
    ['a canary', { canary: { steps: ['5%'], metrics: [errors] } }, { stage: false, weights: true }, /beside/],
    ['a canary', { canary: { steps: ['5%'], metrics: [errors] } }, { stage: true, weights: false }, /router/],
    [
      'before-traffic',
      { 'blue-green': { 'before-traffic': { checks: [check] } } },
      { stage: true, weights: false },
      /before-traffic needs/,
    ],
    [
      'scale-down-delay',
      { 'blue-green': { 'scale-down-delay': '1s' } },
      { stage: false, weights: false },
      /scale-down-delay needs/,
    ],
  ])('refuses %s where it cannot be had', (_, value, capabilities, message) => {
    expect(refusal(strategy(value), capabilities)).toMatch(message);
    expect(() => plan(value, capabilities)).toThrow(message);
    expect(refusal(strategy(value), all)).toBeUndefined();
  });
});

describe('what a step of a plan means now', () => {
  const canary = {
    steps: ['5%', { weight: '25%', checks: [check] }, '100%'],
    metrics: [errors, faster],
    'after-switch': { metrics: ['errors'] },
  };
  const made = plan({ canary });

  it('has its checks, as long as they stand in the configuration', () => {
    expect(checksOf(strategy({ canary }), made, 1)).toEqual([{ ...check, expect: 200, within: 30_000 }]);
    expect(checksOf(strategy({ canary }), made, 0)).toBeUndefined();
    const moved = { ...canary, steps: ['5%', { weight: '30%', checks: [check] }] };
    expect(checksOf(strategy({ canary: moved }), made, 1)).toBeUndefined();
    expect(checksOf(strategy({ recreate: {} }), made, 1)).toBeUndefined();
  });

  it('compares only while there is a baseline beside it', () => {
    const at = (step: number) => metricsAt(made, step).map(({ name, compare }) => [name, compare?.by]);
    expect(at(0)).toEqual([
      ['errors', 'sequential'],
      ['faster', 'sequential'],
    ]);
    expect(at(2)).toEqual([['errors', undefined]]);
    expect(at(3)).toEqual([['errors', undefined]]);
    expect(at(9)).toEqual([]);
  });
});
