import type { Machine, PlanStep } from './types.ts';

/** The moves between phases that several observations share. All pure. */

export const stepOf = ({ plan, step }: Machine): PlanStep | undefined => plan.steps[step];

/** When what is measured begins: after the warm-up. */
export const bakeFrom = (machine: Machine): number => machine.stepAt + (stepOf(machine)?.warmUp ?? 0);

/** When the bake ends; a warm-up that is longer is kept to its end. */
export const bakeEnd = (machine: Machine): number =>
  machine.stepAt + Math.max(stepOf(machine)?.bake ?? 0, stepOf(machine)?.warmUp ?? 0);

/** The last moment of the rollout; waiting for people does not count. */
export const deadline = ({ startedAt, pausedFor, plan }: Machine): number =>
  startedAt + plan.maxDuration + pausedFor;

/** From here only a return to the weight 0 is possible, except after a promotion that was made already. */
export function abort(machine: Machine, reason: string): Machine {
  const { pausedAt: _, pause: __, asked: ___, ...rest } = machine;
  return { ...rest, phase: 'aborting', weight: 0, reason };
}

/** Brings the weight of a step about, also once more after a router forgot it. */
export function toStep(machine: Machine, step: number, now: number): Machine {
  const { asked: _, lacks: __, once: ___, ...rest } = machine;
  const to = machine.plan.steps[step];
  // Promotion itself takes the candidate to 100; until it is confirmed the weight stays.
  if (!to) return promoting(rest);
  const at: Machine = { ...rest, phase: 'shifting', step, weight: to.weight };
  // What was applied serves alone: there is no weight to bring about.
  return machine.plan.by === 'apply' ? bake(at, now) : at;
}

export function bake(machine: Machine, now: number): Machine {
  const at: Machine = { ...machine, phase: 'baking', stepAt: now };
  return { ...at, measureAt: nextLook(at, bakeFrom(at)) };
}

/** The target serves the release alone: its time, and what is judged, count from here. */
export function applied(machine: Machine, now: number): Machine {
  return toStep({ ...machine, startedAt: now, weight: 100 }, 0, now);
}

export function promoting(machine: Machine): Machine {
  const { asked: _, lacks: __, once: ___, ...rest } = machine;
  return { ...rest, phase: 'promoting', promoteIntended: true };
}

export function pause(machine: Machine, why: 'approval' | 'unclear', now: number, reason: string): Machine {
  const { asked: _, ...rest } = machine;
  return { ...rest, phase: 'paused', pause: why, pausedAt: now, reason };
}

/** Ends a pause, so that the time it took does not count. */
export function unpause(machine: Machine, now: number): Machine {
  const { pausedAt, pause: _, ...rest } = machine;
  return { ...rest, pausedFor: rest.pausedFor + Math.max(0, now - (pausedAt ?? now)) };
}

/**
 * After an interval. The final look is due at the end of the bake, and takes a last part of less than half an
 * interval in with it: in a window that short there is often no data.
 */
export function nextLook(machine: Machine, now: number): number {
  const { interval = Number.POSITIVE_INFINITY } = machine.plan;
  const [end, then] = [bakeEnd(machine), now + interval];
  return end - then < interval / 2 ? end : then;
}

/** What follows a bake that ended well: checks, approval, the next step. */
export function baked(machine: Machine, now: number): Machine {
  const { lacks: _, ...rest } = machine;
  return stepOf(machine)?.checks ? { ...rest, phase: 'checking' } : checked(rest, now);
}

export function checked(machine: Machine, now: number): Machine {
  const { step, weight } = machine;
  return stepOf(machine)?.approval
    ? pause(machine, 'approval', now, `step ${step + 1} (${weight}%) went well and waits for approval`)
    : toStep(machine, step + 1, now);
}
