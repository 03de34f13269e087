import { describe, expect, it } from 'vitest';
import { NOON } from '../http/test-support.ts';
import { combine } from './answer.ts';
import { windowOf } from './window.ts';

describe('windows', () => {
  const at = (seconds: number) => NOON + seconds * 1_000;
  const asked = (from: number, to: number, rest: object = {}) =>
    windowOf({ from: at(from), to: at(to) }, { delay: 0, ...rest });

  it('follow one another without a gap and without an overlap', () => {
    const edges = [7, 95, 130, 245, 300].map(at);
    const windows = edges.slice(1).map((to, i) => windowOf({ from: edges[i] ?? 0, to }, { delay: 0 }));
    const whole = windows.filter((window) => window !== undefined);
    expect(whole.map(({ from, to }) => (to - from) / 1_000)).toEqual([60, 60, 120, 60]);
    for (const [i, window] of whole.entries()) expect(window.from).toBe(whole[i - 1]?.to ?? NOON);
  });

  it.each([
    ['less than a minute', asked(5, 50), undefined],
    ['a short period', asked(5, 50, { period: 10_000 }), { from: at(0), to: at(50), period: 10 }],
    ['a long one', asked(0, 120, { period: 300_000 }), { from: at(0), to: at(120), period: 120 }],
    ['late figures', asked(120, 240, { delay: 90_000 }), { from: at(0), to: at(120), period: 120 }],
    ['a step', asked(0, 300, { step: 90_000 }), { from: at(0), to: at(300), period: 120 }],
  ])('%s', (_what, window, expected) => {
    expect(window).toEqual(expected);
  });
});

it.each([
  ['Sum', 30],
  ['Maximum', 20],
  ['Minimum', 10],
  ['p95', 12.5],
  [undefined, 12.5],
])('combines %s', (stat, value) => {
  const points = [10, 20].map((one, i) => ({ at: i, value: one }));
  const samples = [30, 10].map((one, i) => ({ at: i, value: one }));
  expect(combine(points, stat, samples)).toBe(value);
  expect(combine(points, 'p95', [])).toBe(15);
});
