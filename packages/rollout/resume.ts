import { abort, applied, bake, toStep, unpause } from './moves.ts';
import type { Machine, Observation } from './types.ts';

type Resumed = Extract<Observation, { kind: 'resumed' }>;

/**
 * Compares what was intended with what another process finds. Nothing is believed that goes beyond what was
 * recorded; what falls short of it is brought about again, and baked anew.
 */
export function resume(machine: Machine, seen: Resumed): Machine {
  return machine.plan.by === 'apply' ? resumeApplied(machine, seen) : resumeStaged(machine, seen);
}

function resumeApplied(machine: Machine, { serves, candidate, now }: Resumed): Machine {
  // Applying again is idempotent, and waits until the release is healthy.
  if (machine.phase === 'applying')
    return serves && candidate === 'healthy' ? applied(machine, now) : machine;
  if (!serves) return abort(machine, 'the target does not serve the release any more');
  return candidate === 'unhealthy' ? abort(machine, 'the release is not healthy') : machine;
}

function resumeStaged(machine: Machine, { serves, candidate, weight, now }: Resumed): Machine {
  const { phase } = machine;
  if (phase === 'promoting') {
    // Promoting again is idempotent; its read-back, and nothing else, ends the rollout.
    if (candidate === 'unhealthy') {
      // It is taken back even if it is found serving, and well, later on.
      const { promoteIntended: _, ...rest } = machine;
      return abort(rest, 'the candidate is not healthy');
    }
    return serves || candidate === 'healthy' ? machine : abort(machine, 'the candidate is gone');
  }
  if (serves) return abort(machine, 'the target serves the release alone, and no promotion was recorded');
  // A candidate at the intended weight, or below it, is what this rollout can have left.
  if (!(weight <= machine.weight && weight >= 0)) {
    return abort(machine, `the candidate has ${weight}% of the traffic, and ${machine.weight}% was intended`);
  }
  if (phase === 'staging') {
    return candidate === 'healthy' ? toStep({ ...machine, startedAt: now }, 0, now) : machine;
  }
  if (candidate === 'gone') return abort(machine, 'the candidate is gone');
  if (candidate === 'unhealthy') return abort(machine, 'the candidate is not healthy');
  if (weight < machine.weight) return toStep(unpause(machine, now), machine.step, now);
  return phase === 'shifting' ? bake(machine, now) : machine;
}
