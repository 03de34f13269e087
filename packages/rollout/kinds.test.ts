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

describe('strategyKind', () => {
  it('fills in the defaults', () => {
    const { strategy, messages } = canary({ steps: ['5%', { weight: '25%', bake: '2s' }] });
    expect(messages).toEqual([]);
    expect(strategy).toEqual({
      type: 'canary',
      config: {
        steps: [{ weight: 5 }, { weight: 25, bake: 2_000 }],
        bake: 60_000,
        minSamples: 1,
        metrics: [
          {
            name: 'errors',
            source: { type: 'process', config: 'error-rate' },
            max: { value: 1, unit: 'percent' },
            noData: 'wait',
            failureLimit: 0,
            errorLimit: 4,
            inconclusiveLimit: 0,
          },
        ],
      },
    });
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
    ['a strategy of a later version', { rolling: {} }, /unknown strategy "rolling".*blue-green/],
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
