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

describe('a metric that would prove nothing, or cry wolf, is refused', () => {
  it('compares only what looks back over its own window: one bad moment must not count in many looks', () => {
    const query = (range: string) =>
      `sum(rate(cpu_seconds_total{version="{{ version }}",x="[5m]"}[${range}]))`;
    const metric = (range: string, more: object) => ({
      metrics: [{ name: 'cpu', prometheus: query(range), ...more }],
    });
    for (const range of ['5m', ' 300s', '5m:1m'])
      for (const compare of ['baseline', { by: 'mann-whitney' }])
        expect(canary(metric(range, { compare })).messages.join()).toMatch(/prometheus: .*looks overlap/);
    expect(canary(metric('{{ window }}', { compare: 'baseline' })).messages).toEqual([]);
    expect(canary(metric('5m', { max: 1 })).messages).toEqual([]);
  });

  it('compares no numbers of requests: they tell the shares apart, not the releases', () => {
    const queries = [
      { process: 'requests' },
      { haproxy: 'requests' },
      { prometheus: { preset: 'prometheus', ask: 'requests', with: { service: 'shop' } } },
    ];
    for (const query of queries) {
      const metric = { name: 'requests', ...query };
      expect(canary({ metrics: [{ ...metric, compare: 'baseline' }] }).messages.join()).toMatch(
        /counts requests, of which each release gets its share/,
      );
      expect(canary({ metrics: [{ ...metric, min: 100 }] }).messages).toEqual([]);
    }
  });

  it('wants the unit said where a wrong one would always pass: 99.5 taken for a ratio is 9950%', () => {
    const metric = { name: 'available', prometheus: 'availability', min: '99%' };
    expect(canary({ metrics: [metric] }).messages.join()).toMatch(/min: .*`unit: ratio` or `unit: percent`/);
    expect(canary({ metrics: [{ ...metric, unit: 'percent' }] }).messages).toEqual([]);
    expect(canary({ metrics: [{ ...metric, max: '100%' }] }).messages).toEqual([]);
    expect(canary({ metrics: [{ ...errors, max: undefined, min: '1%' }] }).messages).toEqual([]);
  });

  it('reads what is too low to be worse, in the unit of the values', () => {
    const p95 = { name: 'p95', process: 'p95', compare: 'baseline' };
    const { strategy, messages } = canary({ metrics: [{ ...p95, 'ignore-below': '50ms' }] });
    expect(messages).toEqual([]);
    const [metric] = strategy?.type === 'canary' ? strategy.config.metrics : [];
    expect(metric?.compare?.ignoreBelow).toEqual({ value: 50, unit: 'ms' });
    const wrong: [object, RegExp][] = [
      [{ ...p95, 'ignore-below': '1%' }, /ignore-below: .*measured in milliseconds, and 1% is no such/],
      [{ ...p95, compare: undefined, max: '1s', 'ignore-below': '50ms' }, /ignores only what is compared/],
      [{ ...p95, compare: { worse: 'either' }, 'ignore-below': '50ms' }, /where higher is worse/],
      [{ ...p95, min: '1ms', 'ignore-below': '50ms' }, /where higher is worse/],
    ];
    for (const [one, message] of wrong) expect(canary({ metrics: [one] }).messages.join()).toMatch(message);
  });
});
