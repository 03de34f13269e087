import { describe, expect, it } from 'vitest';
import { next, start } from './machine.ts';
import { at, faithful, measured, metric, plan, play, step, verdict } from './testing.ts';
import type { Machine, Observation } from './types.ts';

const both = (word: 'pass' | 'fail' | 'inconclusive' | 'error', evidence?: boolean) => [
  verdict('errors', word, evidence),
  verdict('p95', word, evidence),
];
const time = (now: number): Observation => ({ kind: 'time', now });
const staged: Observation = { kind: 'staged', now: 0 };
const shifted = (weight: number, now = 0): Observation => ({ kind: 'shifted', now, weight });
const stop: Observation = { kind: 'stop', now: 1, reason: 'no' };
/** In the bake of the first step, since 0. */
const baking = (more: Parameters<typeof plan>[0] = {}): Machine =>
  play(start(plan(more), 0), staged, shifted(plan(more).steps[0]?.weight ?? 0)).machine;
/** The final look of the first step has been asked for. */
const looking = (more?: Parameters<typeof plan>[0]): Machine => play(baking(more), time(100)).machine;

describe('a rollout', () => {
  it('walks the steps of a staged plan to promotion', () => {
    const { trail, machine, now } = faithful(start(plan(), 0));
    const bake = ['wait', 'measure final'];
    expect(trail).toEqual(['stage', 'shift 5', ...bake, 'shift 25', ...bake, 'promote']);
    expect(machine).toMatchObject({ phase: 'promoted', weight: 100 });
    expect(now).toBe(300);
  });

  it('bakes what was applied at 100%, and goes back when it fails', () => {
    const applied = plan({ strategy: 'rolling', by: 'apply', steps: [step(100, { checks: true })] });
    const { trail, machine } = faithful(start(applied, 0));
    expect(trail).toEqual(['apply', 'wait', 'measure final', 'check 0', 'promote']);
    expect(machine).toMatchObject({ phase: 'promoted', weight: 100 });
    const bad = faithful(start(applied, 0), 'fail');
    expect(bad.trail).toEqual(['apply', 'wait', 'measure final', 'abort']);
    expect(bad.machine).toMatchObject({ phase: 'aborted', weight: 0, reason: 'errors fail' });
    expect(faithful(start(plan({ by: 'apply', steps: [] }), 0)).trail).toEqual(['apply', 'promote']);
  });

  it('walks every kind of step', () => {
    const quiet = { metrics: [], bake: 10 };
    const steps = [
      step(0, { ...quiet, checks: true }),
      step(50, { ...quiet, approval: true, bake: 20 }),
      step(100, quiet),
      step(100, { ...quiet, bake: 30 }),
    ];
    const paused = faithful(start(plan({ steps }), 0));
    expect(paused.trail).toEqual(['stage', 'shift 0', 'wait', 'check 0', 'shift 50', 'wait']);
    expect(at(paused.machine, time(40))).toEqual({
      kind: 'pause',
      why: 'approval',
      reason: 'step 2 (50%) went well and waits for approval',
      until: 50_030,
    });
    const { machine } = play(paused.machine, { kind: 'promote', now: 1_030, full: false, by: 'ada' });
    expect(machine).toMatchObject({ phase: 'shifting', weight: 100, pausedFor: 1_000 });
    const end = faithful(machine, 'pass', 1_030);
    expect(end.trail).toEqual(['shift 100', 'wait', 'shift 100', 'wait', 'promote']);
    expect(end.now).toBe(1_070);
  });

  it('counts its time from when the candidate stands', () => {
    const { machine } = play(start(plan(), 0), { kind: 'staged', now: 60_000 });
    expect(machine).toMatchObject({ phase: 'shifting', startedAt: 60_000 });
    expect(at(start(plan(), 0), time(60_000))).toEqual({ kind: 'stage' });
  });

  it('walks several steps at once when all their time is over', () => {
    const none = { metrics: [], bake: 0 };
    const steps = [step(100, none), step(100, none), step(100, { ...none, bake: 50 })];
    const { trail, machine } = faithful(start(plan({ by: 'apply', steps }), 0));
    expect(trail).toEqual(['apply', 'wait', 'promote']);
    expect(machine.step).toBe(2);
  });

  it('waits no longer than until its time is over', () => {
    const steps = [step(5, { bake: 60_000 })];
    expect(at(baking({ steps }), time(0))).toEqual({ kind: 'wait', until: 10_001 });
  });

  it('loses no time to a clock that runs backwards during a pause', () => {
    const steps = [step(5, { metrics: [], approval: true }), step(25)];
    const paused = play(baking({ steps }), time(500)).machine;
    const { machine } = play(paused, { kind: 'promote', now: 100, full: false, by: 'ada' });
    expect(machine).toMatchObject({ phase: 'shifting', pausedFor: 0 });
  });
});

describe('a bake', () => {
  it('is looked at after every interval and when it ends, and not during the warm-up', () => {
    const steps = [step(5, { bake: 1_100, warmUp: 300 })];
    let { machine, decision } = play(baking({ steps, interval: 300 }), time(0));
    const looks: unknown[] = [];
    for (let now = 0; now < 1_100 && decision?.kind === 'wait'; ) {
      now = decision.until;
      ({ machine, decision } = play(machine, time(now)));
      if (decision?.kind === 'measure') looks.push([now, decision.from, decision.final]);
      ({ machine, decision } = play(machine, measured(now, both('pass'))));
    }
    expect(looks).toEqual([
      [600, 300, false],
      [900, 300, false],
      [1_100, 300, true],
    ]);
    // What is left then is too short for a look of its own.
    const short = [step(5, { bake: 1_000, warmUp: 300 })];
    const second = play(baking({ steps: short, interval: 300 }), time(600), measured(600, both('pass')));
    expect(second.decision).toEqual({ kind: 'wait', until: 1_000 });
    expect(decision).toEqual({ kind: 'promote' });
  });

  it('does not advance on a look that began before its end, nor on one nobody asked for', () => {
    const early = play(baking({ interval: 60 }), time(60)).machine;
    expect(early.asked).toEqual({ step: 0, final: false });
    expect(at(early, measured(150, both('pass')))).toMatchObject({ kind: 'measure', final: true });
    expect(play(baking(), measured(150, both('pass'))).machine.phase).toBe('baking');
    expect(at(looking(), measured(150, both('pass'), 1))?.kind).toBe('measure');
    expect(at(looking(), measured(150, both('pass')))).toEqual({ kind: 'shift', weight: 25 });
  });

  it('does not miss a metric that is asked only when the bake ends', () => {
    const early = play(baking({ interval: 60 }), time(60)).machine;
    const { machine } = play(early, measured(60, [verdict('errors', 'pass')]));
    expect(machine.tallies.p95).toEqual({ failures: 0, errors: 0, inconclusive: 0 });
    const final = play(looking(), measured(100, [verdict('errors', 'pass')]));
    expect(final.decision).toEqual({ kind: 'wait', until: 200 });
    expect(final.machine.lacks).toBe('p95: was not measured');
  });

  it('waits for data, says what it lacks, and is aborted when that takes too long', () => {
    const { machine, decision } = play(looking(), measured(100, both('inconclusive', false)));
    expect(decision).toEqual({ kind: 'wait', until: 200 });
    expect(machine.lacks).toBe('errors inconclusive');
    expect(at(machine, time(10_001))).toEqual({
      kind: 'abort',
      reason: 'took longer than its max-duration of 10s, waiting for this: errors inconclusive',
    });
  });

  it('does not advance when no metric has evidence, whatever no data means', () => {
    const metrics = ['errors', 'p95'].map((name) => metric(name, { noData: 'pass' }));
    expect(at(looking({ metrics }), measured(100, both('pass', false)))?.kind).toBe('wait');
    const one = [verdict('errors', 'pass'), verdict('p95', 'pass', false)];
    expect(at(looking({ metrics }), measured(100, one))).toEqual({ kind: 'shift', weight: 25 });
    expect(at(looking({ metrics: [metric('errors'), metric('p95')] }), measured(100, one))?.kind).toBe(
      'wait',
    );
  });

  it('keeps what its metrics remember', () => {
    const first = { ...measured(60, []), memories: { errors: { until: 60 }, p95: { until: 60 } } };
    const seen = { ...measured(100, both('pass')), memories: { errors: { until: 100, odds: 2 } } };
    const early = play(baking({ interval: 60 }), time(60), first as Observation, time(100)).machine;
    expect(play(early, seen as Observation).machine.memories).toEqual({
      errors: { until: 100, odds: 2 },
      p95: { until: 60 },
    });
  });

  it('asks again after half a minute at most', () => {
    const steps = [step(5, { bake: 600_000 })];
    const end = play(baking({ steps, maxDuration: 1e9, interval: 300_000 }), time(600_000)).machine;
    expect(at(end, measured(600_000, []))).toEqual({ kind: 'wait', until: 630_000 });
  });

  it('never ends well with a metric that nobody knows', () => {
    const steps = [step(5, { metrics: ['errors', 'stranger'] })];
    const seen = measured(100, [verdict('errors', 'pass'), verdict('stranger', 'pass')]);
    expect(at(looking({ steps }), seen)).toEqual({ kind: 'wait', until: 200 });
  });
});

describe('a stop', () => {
  it('aborts from everywhere, and nothing but the return to 0 ends it', () => {
    const everywhere = [start(plan(), 0), baking(), looking(), start(plan({ by: 'apply' }), 0)];
    for (const machine of everywhere) {
      const stopped = play(machine, stop, { kind: 'promote', now: 2, full: true, by: 'ada' });
      expect(stopped.decision).toEqual({ kind: 'abort', reason: 'no' });
      expect(at(stopped.machine, { kind: 'promoted', now: 3 })?.kind).toBe('abort');
      expect(play(stopped.machine, { kind: 'discarded', now: 3 }).machine).toMatchObject({
        phase: 'aborted',
        weight: 0,
      });
    }
  });

  it('that comes after the promotion was made comes too late', () => {
    const full: Observation = { kind: 'promote', now: 50, full: true, by: 'ada' };
    const stopped = play(baking(), full, stop);
    expect(stopped.decision).toEqual({ kind: 'abort', reason: 'no' });
    expect(at(stopped.machine, { kind: 'promoted', now: 60 })).toMatchObject({ outcome: 'promoted' });
    expect(at(stopped.machine, { kind: 'discarded', now: 60 })).toMatchObject({ outcome: 'aborted' });
    const done = play(stopped.machine, { kind: 'promoted', now: 60 }).machine;
    expect(play(done, stop).machine).toEqual(done);
  });

  it('is what another weight than the intended one, a lost candidate and a failed check are', () => {
    expect(at(play(start(plan(), 0), staged).machine, shifted(50))).toEqual({
      kind: 'abort',
      reason: 'the router gives the candidate 50% instead of 5%',
    });
    for (const held of [Number.NaN, 3, -0.1]) {
      expect(at(play(start(plan(), 0), staged).machine, shifted(held))?.kind).toBe('abort');
    }
    expect(at(baking(), { kind: 'discarded', now: 1 })?.kind).toBe('abort');
    const steps = [step(5, { checks: true, metrics: [] })];
    const checking = play(baking({ steps }), time(100));
    expect(checking.decision).toEqual({ kind: 'check', step: 0 });
    expect(at(checking.machine, { kind: 'checked', now: 101, step: 0, problem: 'HTTP 500' })).toEqual({
      kind: 'abort',
      reason: 'HTTP 500',
    });
    expect(at(checking.machine, { kind: 'checked', now: 101, step: 1 })?.kind).toBe('check');
  });
});

describe('promote', () => {
  it('in full goes straight to the promotion once a candidate stands', () => {
    const full: Observation = { kind: 'promote', now: 50, full: true, by: 'ada' };
    expect(at(start(plan(), 0), full)).toEqual({ kind: 'stage' });
    for (const machine of [play(start(plan(), 0), staged).machine, baking(), looking()]) {
      const { machine: after, decision } = play(machine, full);
      expect(decision).toEqual({ kind: 'promote' });
      expect(at(after, { kind: 'promoted', now: 60 })).toEqual({
        kind: 'done',
        outcome: 'promoted',
        reason: 'ada promoted it at step 1',
      });
    }
  });

  it('changes nothing where nothing is paused', () => {
    const on: Observation = { kind: 'promote', now: 50, full: false, by: 'ada' };
    for (const machine of [start(plan(), 0), baking()]) expect(next(machine, on).machine).toEqual(machine);
  });
});
