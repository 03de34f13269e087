import { formatDuration } from '@fairway/schema';
import {
  abort,
  applied,
  bake,
  baked,
  bakeEnd,
  checked,
  deadline,
  promoting,
  stepOf,
  toStep,
  unpause,
} from './moves.ts';
import { resume } from './resume.ts';
import type { Machine, Observation } from './types.ts';
import { weigh } from './weigh.ts';

/** What an observation makes of a machine. Whatever does not fit its phase changes nothing. */
export function observe(machine: Machine, seen: Observation): Machine {
  const { phase } = machine;
  if (phase === 'promoted' || phase === 'aborted') return machine;
  if (phase === 'aborting') return aborting(machine, seen);
  if (seen.kind === 'stop') return abort(machine, seen.reason);
  if (seen.kind === 'discarded') return abort(machine, 'the candidate is gone');
  if (seen.kind === 'promote' && seen.full) return promoteNow(machine, seen);
  const late = overdue(machine, seen.now);
  return late ? abort(machine, late) : ripen(inPhase(machine, seen), seen.now);
}

/** What a phase waits for. */
function inPhase(machine: Machine, seen: Observation): Machine {
  const { now } = seen;
  if (seen.kind === 'resumed') return resume(machine, seen);
  switch (machine.phase) {
    case 'staging':
      // Its time counts from here: starting the app is no part of the bakes.
      return seen.kind === 'staged' ? toStep({ ...machine, startedAt: now }, 0, now) : machine;
    case 'applying':
      return seen.kind === 'applied' ? applied(machine, now) : machine;
    case 'shifting':
      return seen.kind === 'shifted' ? shifted(machine, seen) : machine;
    case 'baking':
      return seen.kind === 'measured' ? weigh(machine, seen) : machine;
    case 'checking':
      if (seen.kind !== 'checked' || seen.step !== machine.step) return machine;
      return seen.problem === undefined ? checked(machine, now) : abort(machine, seen.problem);
    case 'paused':
      return seen.kind === 'promote' ? goOn(machine, seen) : machine;
    case 'promoting':
      return seen.kind === 'promoted' ? { ...machine, phase: 'promoted', weight: 100 } : machine;
    default:
      return machine;
  }
}

function aborting(machine: Machine, seen: Observation): Machine {
  if (seen.kind === 'discarded') return { ...machine, phase: 'aborted' };
  // The stop came too late: the switch that was under way was made. What was applied is always taken back.
  const { plan, promoteIntended = false } = machine;
  if (!promoteIntended || plan.by === 'apply') return machine;
  if (seen.kind === 'promoted') return { ...machine, phase: 'promoted', weight: 100 };
  return seen.kind === 'resumed' && seen.serves && seen.candidate !== 'unhealthy'
    ? promoting(machine)
    : machine;
}

function shifted(machine: Machine, { weight, now }: { weight: number; now: number }): Machine {
  return weight === machine.weight
    ? bake(machine, now)
    : abort(machine, `the router gives the candidate ${weight}% instead of ${machine.weight}%`);
}

type Promote = Extract<Observation, { kind: 'promote' }>;

/** A person skips what is left. Without a candidate that stands, there is nothing to promote yet. */
function promoteNow(machine: Machine, { by, now }: Promote): Machine {
  const { phase, step } = machine;
  if (phase === 'staging' || phase === 'applying' || phase === 'promoting') return machine;
  return promoting({ ...unpause(machine, now), reason: `${by} promoted it at step ${step + 1}` });
}

/** A person lets it go on. A step that was unclear counts as passed by that person. */
function goOn(machine: Machine, { by, now }: Promote): Machine {
  const { reason = 'paused', step } = machine;
  // Else the next look could trip over what this person has accepted.
  const tallies = Object.entries(machine.tallies).map(([name, tally]) => [
    name,
    { ...tally, errors: 0, inconclusive: 0 },
  ]);
  const agreed: Machine = {
    ...unpause(machine, now),
    reason: `${by} let it go on: ${reason}`,
    tallies: Object.fromEntries(tallies),
  };
  return toStep(agreed, step + 1, now);
}

/** Why it has taken too long, if it has. What was staged, and what is being promoted, is not hurried. */
function overdue(machine: Machine, now: number): string | undefined {
  const { phase, plan, pausedAt, lacks } = machine;
  if (phase === 'paused') {
    if (now < (pausedAt ?? now) + plan.maxPause) return undefined;
    return `nobody let it go on within its max-pause of ${formatDuration(plan.maxPause)}: ${machine.reason}`;
  }
  const counts = phase === 'shifting' || phase === 'baking' || phase === 'checking';
  if (!counts || now <= deadline(machine)) return undefined;
  const took = `took longer than its max-duration of ${formatDuration(plan.maxDuration)}`;
  return lacks ? `${took}, waiting for this: ${lacks}` : took;
}

/** Steps without metrics advance by time alone, maybe several at once. */
function ripen(machine: Machine, now: number): Machine {
  let ripe = machine;
  while (ripe.phase === 'baking' && !stepOf(ripe)?.metrics.length && now >= bakeEnd(ripe)) {
    ripe = baked(ripe, now);
  }
  return ripe;
}
