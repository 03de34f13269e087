import type { Entry } from '@fairway/ledger';
import type { Machine, Verdict } from '@fairway/rollout';
import { machineOf } from '../resume.ts';
import type { StepVerdicts } from '../run.ts';

/** What was found at one time, at one share of the traffic. */
export interface LookFound {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Percent of the traffic. */
  readonly weight: number;
  readonly verdicts: readonly Verdict[];
}

/** A rollout as its events tell it: states oldest first, and what was measured. */
export interface Recorded {
  readonly states: readonly { readonly at: number; readonly machine: Machine }[];
  readonly looks: readonly LookFound[];
}

/** An event farther than this from a look of the same content tells of another look, in ms. */
const SAME = 15_000;

/**
 * One rollout from the ledger's history (any order), with what this process saw and the ledger did not keep.
 * Long bakes keep only some of their looks in the record.
 */
export function recorded(id: string, history: readonly Entry[], own: readonly StepVerdicts[] = []): Recorded {
  const entries = [...history].sort((a, b) => a.state.sequence - b.state.sequence);
  const states: { at: number; machine: Machine }[] = [];
  const looks: LookFound[] = [];
  const known = new Map<string, number[]>();
  const add = (look: LookFound) => {
    const content = JSON.stringify(look.verdicts);
    known.set(content, [...(known.get(content) ?? []), look.at]);
    looks.push(look);
  };
  for (const { at, weight, verdicts } of own) add({ at: Date.parse(at), weight, verdicts });
  const mine = new Map(known);
  for (const { event, state } of entries) {
    if (event.data?.rollout !== id) continue;
    const at = Date.parse(event.at);
    // The state before: a look that ends a step is recorded with the state after it.
    const last = states.at(-1)?.machine;
    const weight = last?.plan.steps[last.step]?.weight ?? 0;
    const machine = state.rollout?.id === id ? machineOf(state.rollout) : undefined;
    if (machine) states.push({ at, machine });
    const verdicts = verdictsOf(event.data.verdicts);
    // What this process recorded it knows; and the end of a rollout repeats its last look.
    const times = (event.type === 'rollout-stopped' ? known : mine).get(JSON.stringify(verdicts)) ?? [];
    const again = times.some((time) => Math.abs(time - at) < SAME);
    if (verdicts.length && !again) add({ at, weight, verdicts });
  }
  return { states, looks: looks.sort((a, b) => a.at - b.at) };
}

/** The record may hold what another version wrote: only what can be shown is taken. */
function verdictsOf(value: unknown): Verdict[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (one: Partial<Verdict> | null) =>
      typeof one?.metric === 'string' &&
      typeof one.verdict === 'string' &&
      typeof one.explanation === 'string',
  ) as Verdict[];
}
