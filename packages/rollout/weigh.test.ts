import { describe, expect, it } from 'vitest';
import { start } from './machine.ts';
import { at, faithful, measured, metric, plan, play, verdict } from './testing.ts';
import type { Machine, Observation } from './types.ts';

const both = (word: 'pass' | 'fail' | 'inconclusive' | 'error', evidence?: boolean) => [
  verdict('errors', word, evidence),
  verdict('p95', word, evidence),
];
const time = (now: number): Observation => ({ kind: 'time', now });
/** In the bake of the first step, since 0. */
const baking = (more: Parameters<typeof plan>[0] = {}): Machine =>
  play(start(plan(more), 0), { kind: 'staged', now: 0 }, { kind: 'shifted', now: 0, weight: 5 }).machine;
/** The final look of the first step has been asked for. */
const looking = (more?: Parameters<typeof plan>[0]): Machine => play(baking(more), time(100)).machine;

describe('limits', () => {
  it('trip when they are exceeded: failures at once here, errors in a row', () => {
    const failing = [verdict('errors', 'fail'), verdict('p95', 'pass')];
    expect(at(looking(), measured(100, failing))).toEqual({ kind: 'abort', reason: 'errors fail' });
    const tolerant = { metrics: [metric('errors', { failureLimit: 1 }), metric('p95')] };
    const once = play(looking(tolerant), measured(100, failing), time(200));
    expect(once.decision?.kind).toBe('measure');
    expect(at(once.machine, measured(200, failing))).toEqual({ kind: 'abort', reason: 'errors fail' });
    expect(at(once.machine, measured(200, both('pass')))).toEqual({ kind: 'shift', weight: 25 });
  });

  it('count errors in a row only', () => {
    const wrong = [verdict('errors', 'error'), verdict('p95', 'pass')];
    const first = play(looking(), measured(100, wrong), time(200)).machine;
    expect(at(first, measured(200, wrong))).toMatchObject({ kind: 'pause', reason: 'errors error' });
    const between = play(first, measured(200, both('inconclusive', false)), time(300)).machine;
    expect(at(between, measured(300, wrong))?.kind).toBe('wait');
  });

  it('forget the errors that a person has accepted', () => {
    const wrong = [verdict('errors', 'pass'), verdict('p95', 'error')];
    const paused = play(looking(), measured(100, wrong));
    expect(paused.decision).toMatchObject({ kind: 'pause', reason: 'p95 error' });
    const on = play(paused.machine, { kind: 'promote', now: 200, full: false, by: 'ada' });
    expect(on.machine.tallies.p95).toEqual({ failures: 0, errors: 0, inconclusive: 0 });
  });

  it('pause what stays unclear, and a person may let it go on', () => {
    const unclear = [verdict('errors', 'inconclusive', true), verdict('p95', 'pass')];
    const { machine, decision } = play(looking(), measured(100, unclear));
    expect(decision).toEqual({ kind: 'pause', why: 'unclear', reason: 'errors inconclusive', until: 50_100 });
    const on = play(machine, { kind: 'promote', now: 20_100, full: false, by: 'ada' });
    expect(on.decision).toEqual({ kind: 'shift', weight: 25 });
    expect(on.machine).toMatchObject({ pausedFor: 20_000, reason: 'ada let it go on: errors inconclusive' });
    // What was accepted is not held against the next step.
    const end = faithful(on.machine, 'pass', 20_100);
    expect(end.machine).toMatchObject({ phase: 'promoted', reason: on.machine.reason });
    expect(at(machine, time(50_100))).toEqual({
      kind: 'abort',
      reason: 'nobody let it go on within its max-pause of 50s: errors inconclusive',
    });
  });
});

describe('metrics that are not critical', () => {
  const metrics = [metric('errors'), metric('p95', { critical: false })];
  const p95 = (word: 'fail' | 'error' | 'pass') => [verdict('errors', 'pass'), verdict('p95', word)];

  it('decide by their score', () => {
    const scored = (pass: number, marginal: number) =>
      at(looking({ metrics, score: { pass, marginal } }), measured(100, p95('fail')));
    expect(scored(95, 75)).toEqual({
      kind: 'abort',
      reason: 'the score is 50 of 100, below 75: p95 fail',
    });
    expect(scored(95, 50)).toMatchObject({ kind: 'pause', why: 'unclear' });
    expect(scored(50, 20)).toEqual({ kind: 'shift', weight: 25 });
  });

  it('are no evidence when they fail', () => {
    const quiet = [metric('errors', { noData: 'pass' }), metric('p95', { critical: false })];
    const seen = measured(100, [verdict('errors', 'pass', false), verdict('p95', 'fail')]);
    const state = looking({ metrics: quiet, score: { pass: 0, marginal: 0 } });
    expect(at(state, seen)).toEqual({ kind: 'wait', until: 200 });
  });

  it('stop nothing before the bake has ended', () => {
    const early = play(baking({ metrics, interval: 60 }), time(60)).machine;
    const after = play(early, measured(60, p95('fail')));
    expect(after.decision).toEqual({ kind: 'wait', until: 100 });
    const final = play(after.machine, time(100)).machine;
    expect(at(final, measured(100, p95('pass')))).toEqual({ kind: 'shift', weight: 25 });
  });

  it('are asked again while their errors are within the limit; then they count, and abort nothing', () => {
    const first = play(looking({ metrics }), measured(100, p95('error')), time(200));
    expect(first.decision?.kind).toBe('measure');
    const unclear = { kind: 'pause', reason: 'the score is 50 of 100, below 95: p95 error' };
    expect(at(first.machine, measured(200, p95('error')))).toMatchObject(unclear);
    const low = play(looking({ metrics, score: { pass: 50, marginal: 50 } }), measured(100, p95('error')));
    expect(at(low.machine, time(200), measured(200, p95('error')))).toEqual({ kind: 'shift', weight: 25 });
  });
});

describe('a test that is made once a bake', () => {
  const compare = { tolerate: 0.1, worse: 'higher', by: 'mann-whitney' } as const;
  const shifted = (more: object = {}) => {
    const { max: _, ...rest } = metric('errors', { compare, ...more });
    return rest;
  };
  const words = (errors: 'pass' | 'fail', p95: 'pass' | 'inconclusive') => [
    verdict('errors', errors),
    verdict('p95', p95),
  ];

  it('keeps its verdict while others wait for data', () => {
    const metrics = [shifted(), metric('p95')];
    const first = play(looking({ metrics }), measured(100, words('pass', 'inconclusive')), time(200));
    expect(first.decision).toMatchObject({ kind: 'measure', final: true });
    const second = play(first.machine, measured(200, words('fail', 'pass')));
    expect(second.decision).toEqual({ kind: 'shift', weight: 25 });
    expect(second.machine).not.toHaveProperty('once');
  });

  it('is made again in the next step, and other tests in every look', () => {
    for (const again of [
      shifted({ compare: { ...compare, by: 'sequential' } }),
      metric('errors', { compare }),
    ]) {
      const metrics = [again, metric('p95')];
      const first = play(looking({ metrics }), measured(100, words('pass', 'inconclusive')), time(200));
      expect(at(first.machine, measured(200, words('fail', 'pass')))?.kind).toBe('abort');
    }
    const once = [shifted(), metric('p95')];
    const next = play(
      looking({ metrics: once }),
      measured(100, words('pass', 'pass')),
      { kind: 'shifted', now: 100, weight: 25 },
      time(300),
    );
    expect(at(next.machine, measured(300, words('fail', 'pass'), 1))?.kind).toBe('abort');
  });
});
