import type { Machine, PlanStep } from '@fairway/rollout';
import type { Recorded } from './looks.ts';

export type StepState = 'done' | 'now' | 'to come' | 'stopped here' | 'skipped' | 'not reached';

/** One step of the plan, and how far it came. */
export interface StepRow {
  readonly step: PlanStep;
  readonly state: StepState;
  /** Since when its weight holds, ms since 1970; absent: not yet, or not kept. */
  readonly since?: number;
  /** For the step that is under way: what it waits for. */
  readonly note: string;
}

/** The steps of a rollout. `machine`: its newest state. */
export function stepRows(machine: Machine, { states }: Pick<Recorded, 'states'>): StepRow[] {
  const since = new Map<number, number>();
  for (const { machine: then } of [...states, { machine }]) {
    if (HOLDS.has(then.phase)) since.set(then.step, then.stepAt);
  }
  const begun = [...states.map((one) => one.machine), machine].some(({ phase }) => STEPS.has(phase));
  return machine.plan.steps.map((step, index) => {
    const at = since.get(index);
    const state = stateOf(machine, index, begun);
    return {
      step,
      state,
      ...(at === undefined ? {} : { since: at }),
      note: state === 'now' ? noteOf(machine, step) : '',
    };
  });
}

/** Phases in which the weight of the step was confirmed. */
const HOLDS = new Set<Machine['phase']>(['baking', 'checking', 'paused']);

/** Phases of a rollout that has come to its steps. */
const STEPS = new Set<Machine['phase']>([...HOLDS, 'shifting', 'promoting', 'promoted']);

function stateOf({ phase, step }: Machine, index: number, begun: boolean): StepState {
  const started = phase !== 'staging' && phase !== 'applying';
  switch (phase) {
    case 'promoting':
    case 'promoted':
      // A person may have promoted it before its last step was over.
      return index <= step ? 'done' : 'skipped';
    case 'aborting':
    case 'aborted':
      return index < step ? 'done' : index === step && begun ? 'stopped here' : 'not reached';
    default:
      return !started || index > step ? 'to come' : index < step ? 'done' : 'now';
  }
}

function noteOf({ phase, stepAt, pausedAt, pause, lacks }: Machine, { bake, warmUp }: PlanStep): string {
  switch (phase) {
    case 'shifting':
      return 'traffic is being shifted';
    case 'checking':
      return 'its checks run';
    case 'paused':
      return `${pause === 'approval' ? 'waits for approval' : 'unclear, waits for a person'} since ${clock(pausedAt ?? stepAt)}`;
    case 'baking':
      return lacks ? `waits for data: ${lacks}` : `bakes until ${clock(stepAt + Math.max(bake, warmUp))}`;
    default:
      return '';
  }
}

/** `2026-01-31 13:05:00 UTC`. */
export const clock = (ms: number): string =>
  `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
