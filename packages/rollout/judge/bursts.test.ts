import { describe, expect, it } from 'vitest';
import { CALM, scatterAfter, trustIn } from './bursts.ts';
import { playCounts, type Sides, startCounts } from './counts.ts';
import { alarms, binomial, explained, type Random } from './testing.ts';
import type { Comparison } from './types.ts';
import { logOdds } from './wealth.ts';

const ALPHA = 0.05;
const compare: Comparison = { tolerate: 0.05, worse: 'higher', by: 'sequential' };

/** Errors that come `burst` at a time; the candidate has a tenth of the traffic. */
function looks(next: Random, burst: number, ratio: number): Sides[] {
  const counts = (total: number, rate: number) => ({
    events: Math.min(total, burst * binomial(next, total, rate / burst)),
    total,
  });
  return Array.from({ length: 100 }, () => ({
    candidate: counts(100, 0.02 * ratio),
    baseline: counts(900, 0.02),
  }));
}

function everFails(seen: readonly Sides[], careful: boolean): boolean {
  let wealth = startCounts(compare);
  let scatter = CALM;
  let all: Sides = { candidate: { events: 0, total: 0 }, baseline: { events: 0, total: 0 } };
  const plus = (side: 'candidate' | 'baseline', more: Sides) => ({
    events: all[side].events + more[side].events,
    total: all[side].total + more[side].total,
  });
  return seen.some((sides) => {
    wealth = playCounts(wealth, compare, sides, careful ? trustIn(scatter) : 1);
    scatter = scatterAfter(scatter, all, sides);
    all = { candidate: plus('candidate', sides), baseline: plus('baseline', sides) };
    return logOdds(wealth) >= -Math.log(ALPHA);
  });
}

describe('errors in bursts', () => {
  it('cause fewer false alarms when their scatter is learned', () => {
    const careful = alarms(400, (next) => everFails(looks(next, 3, 1), true));
    const naive = alarms(400, (next) => everFails(looks(next, 3, 1), false));
    expect(naive).toBeGreaterThan(0.15);
    expect(careful).toBeLessThan(0.6 * naive);
  });

  it('costs little where there are none', () => {
    const found = (ratio: number, careful: boolean) =>
      alarms(200, (next) => everFails(looks(next, 1, ratio), careful));
    expect(found(1.05, true)).toBeLessThanOrEqual(explained(ALPHA, 200));
    expect(found(2, true)).toBeGreaterThan(found(2, false) - 0.05);
    expect(found(2, true)).toBeGreaterThan(0.9);
  });

  it('never trusts more than fully, and keeps its head when a release breaks', () => {
    expect(trustIn(CALM)).toBe(1);
    expect(trustIn({ squares: 3, looks: 20 })).toBe(1);
    expect(trustIn({ squares: 55, looks: 20 })).toBe(0.5);
    const before: Sides = { candidate: { events: 5, total: 1_000 }, baseline: { events: 50, total: 9_000 } };
    const broken: Sides = { candidate: { events: 90, total: 100 }, baseline: { events: 5, total: 900 } };
    expect(scatterAfter(CALM, before, broken)).toEqual({ squares: 9, looks: 1 });
    expect(scatterAfter(CALM, { ...before, baseline: { events: 2, total: 9_000 } }, broken)).toEqual(CALM);
  });
});
