import { describe, expect, it } from 'vitest';
import { start } from './machine.ts';
import { at, plan, play, step } from './testing.ts';
import type { Machine, Observation } from './types.ts';

type Resumed = Extract<Observation, { kind: 'resumed' }>;
const resumed = (weight: number, more: Partial<Resumed> = {}): Resumed => ({
  ...{ kind: 'resumed', now: 50, weight, candidate: 'healthy', serves: false },
  ...more,
});

const quiet = step(5, { metrics: [], checks: true, approval: true });
const steps = [quiet, step(25)];
const staging = start(plan({ steps }), 0);
const shifting = play(staging, { kind: 'staged', now: 0 }).machine;
const baking = play(shifting, { kind: 'shifted', now: 0, weight: 5 }).machine;
const checking = play(baking, { kind: 'time', now: 100 }).machine;
const paused = play(checking, { kind: 'checked', now: 100, step: 0 }).machine;
const promoting = play(baking, { kind: 'promote', now: 100, full: true, by: 'ada' }).machine;
const aborting = play(baking, { kind: 'stop', now: 100, reason: 'no' }).machine;

describe('a staged rollout that another process takes over', () => {
  it.each<[string, Machine, Resumed, string]>([
    ['staging, nothing there', staging, resumed(0, { candidate: 'gone' }), 'stage'],
    ['staging, not ready', staging, resumed(0, { candidate: 'unhealthy' }), 'stage'],
    ['staging, ready', staging, resumed(0), 'shift 5'],
    ['shifting, not made', shifting, resumed(0), 'shift 5'],
    ['shifting, made', shifting, resumed(5), 'wait'],
    ['baking', baking, resumed(5), 'wait'],
    ['baking, router restarted', baking, resumed(0), 'shift 5'],
    ['checking', checking, resumed(5), 'check'],
    ['checking, router restarted', checking, resumed(1), 'shift 5'],
    ['paused', paused, resumed(5, { now: 200 }), 'pause'],
    ['paused, router restarted', paused, resumed(0, { now: 200 }), 'shift 5'],
    ['promoting, not made', promoting, resumed(5), 'promote'],
    ['promoting, made', promoting, resumed(0, { candidate: 'gone', serves: true }), 'promote'],
    ['promoting, half made', promoting, resumed(100), 'promote'],
    ['promoting, lost', promoting, resumed(0, { candidate: 'gone' }), 'abort'],
    ['promoting, unhealthy', promoting, resumed(5, { candidate: 'unhealthy' }), 'abort'],
    ['aborting', aborting, resumed(5), 'abort'],
    ['aborting, serves', aborting, resumed(0, { serves: true }), 'abort'],
  ])('%s', (_, machine, seen, expected) => {
    const decision = at(machine, seen);
    expect(decision?.kind === 'shift' ? `shift ${decision.weight}` : decision?.kind).toBe(expected);
  });

  it('is aborted when more holds than was intended, or the candidate is lost', () => {
    for (const machine of [shifting, baking, checking, paused]) {
      for (const wrong of [
        resumed(6),
        resumed(100),
        resumed(Number.NaN),
        resumed(-1),
        resumed(0, { serves: true, candidate: 'gone' }),
        resumed(5, { serves: true }),
        resumed(5, { candidate: 'gone' }),
        resumed(5, { candidate: 'unhealthy' }),
      ]) {
        expect(at(machine, wrong), `${machine.phase} ${JSON.stringify(wrong)}`).toMatchObject({
          kind: 'abort',
        });
      }
    }
    expect(at(staging, resumed(3))?.kind).toBe('abort');
  });

  it('bakes anew after a shift that had to be made again', () => {
    const again = play(
      paused,
      resumed(0, { now: 500 }),
      { kind: 'shifted', now: 500, weight: 5 },
      { kind: 'time', now: 550 },
    );
    expect(again.machine).toMatchObject({ phase: 'baking', step: 0, stepAt: 500, pausedFor: 400 });
    expect(again.decision).toEqual({ kind: 'wait', until: 600 });
  });

  it('keeps the promotion that was made before the stop, and only a healthy one', () => {
    const late = play(promoting, { kind: 'stop', now: 110, reason: 'cancelled' }).machine;
    expect(at(late, resumed(0, { serves: true }))).toEqual({ kind: 'promote' });
    expect(at(late, resumed(0, { serves: true, candidate: 'unhealthy' }))?.kind).toBe('abort');
    expect(at(late, resumed(5))?.kind).toBe('abort');
    const sick = play(promoting, resumed(0, { serves: true, candidate: 'unhealthy' })).machine;
    expect(at(sick, resumed(0, { serves: true }))?.kind).toBe('abort');
  });
});

describe('an applied rollout that another process takes over', () => {
  const applying = start(plan({ by: 'apply', steps: [step(100, { approval: true, metrics: [] })] }), 0);
  const bakes = play(applying, { kind: 'applied', now: 0 }).machine;
  const waits = play(bakes, { kind: 'time', now: 100 }).machine;
  const going = play(waits, { kind: 'promote', now: 110, full: false, by: 'ada' }).machine;
  const serves = resumed(0, { serves: true });

  it('applies again, or goes on when the release serves', () => {
    expect(at(applying, resumed(0, { candidate: 'gone' }))).toEqual({ kind: 'apply' });
    expect(at(applying, resumed(0, { serves: true, candidate: 'unhealthy' }))).toEqual({ kind: 'apply' });
    expect(at(applying, serves)).toEqual({ kind: 'wait', until: 150 });
    expect(at(bakes, serves)?.kind).toBe('wait');
    expect(at(waits, { ...serves, now: 200 })?.kind).toBe('pause');
    expect(at(going, serves)?.kind).toBe('promote');
  });

  it('goes back when it does not serve any more, and never leaves an abort', () => {
    for (const machine of [bakes, waits, going]) {
      expect(at(machine, resumed(0))?.kind).toBe('abort');
      expect(at(machine, resumed(0, { serves: true, candidate: 'unhealthy' }))?.kind).toBe('abort');
    }
    const stopped = play(going, { kind: 'stop', now: 120, reason: 'no' }).machine;
    expect(at(stopped, serves)?.kind).toBe('abort');
    expect(at(stopped, { kind: 'promoted', now: 130 })?.kind).toBe('abort');
  });
});
