import { bakeEnd, bakeFrom, deadline } from './moves.ts';
import { observe } from './observe.ts';
import type { Decision, Machine, Observation, RolloutPlan } from './types.ts';

/** A machine that has done nothing yet. `now`: ms since 1970. */
export function start(plan: RolloutPlan, now: number): Machine {
  const tallies = plan.metrics.map(({ name }) => [name, { failures: 0, errors: 0, inconclusive: 0 }]);
  return {
    schema: 2,
    plan,
    phase: plan.by === 'stage' ? 'staging' : 'applying',
    step: 0,
    weight: 0,
    startedAt: now,
    stepAt: now,
    measureAt: now,
    tallies: Object.fromEntries(tallies),
    memories: {},
    pausedFor: 0,
  };
}

/** Pure. What to do now, and the state to keep before doing it. */
export function next(machine: Machine, seen: Observation): { machine: Machine; decision: Decision } {
  const after = observe(machine, seen);
  const decision = decide(after, seen.now);
  if (decision.kind !== 'measure') return { machine: after, decision };
  // An answer counts only for the question it answers: one that came before the end is not the final look.
  const { step, final } = decision;
  return { machine: { ...after, asked: { step, final } }, decision };
}

function decide(machine: Machine, now: number): Decision {
  const { phase, weight, plan, step, reason = 'stopped' } = machine;
  switch (phase) {
    case 'staging':
      return { kind: 'stage' };
    case 'applying':
      return { kind: 'apply' };
    case 'shifting':
      return { kind: 'shift', weight };
    case 'baking':
      return look(machine, now);
    case 'checking':
      return { kind: 'check', step };
    case 'paused':
      return {
        kind: 'pause',
        why: machine.pause ?? 'unclear',
        reason,
        until: (machine.pausedAt ?? now) + plan.maxPause,
      };
    case 'promoting':
      return { kind: 'promote' };
    case 'aborting':
      return { kind: 'abort', reason };
    case 'promoted':
      return { kind: 'done', outcome: 'promoted', ...(machine.reason ? { reason: machine.reason } : {}) };
    case 'aborted':
      return { kind: 'done', outcome: 'aborted', reason };
  }
}

function look(machine: Machine, now: number): Decision {
  const { measureAt, step } = machine;
  // Without metrics the bake itself moves it on: see `ripen`.
  if (!machine.plan.steps[step]?.metrics.length || now < measureAt) {
    const until = machine.plan.steps[step]?.metrics.length ? measureAt : bakeEnd(machine);
    return { kind: 'wait', until: Math.min(until, deadline(machine) + 1) };
  }
  return { kind: 'measure', step, from: bakeFrom(machine), to: now, final: now >= bakeEnd(machine) };
}
