import { resolveText } from '../expression/evaluate.ts';
import type { Step } from '../parser/model.ts';
import { stepScope } from './contexts.ts';
import { type Frame, type JobState, placeOf } from './state.ts';
import { type Done, runStep } from './step.ts';
import type { Used } from './uses.ts';

/** How deep composite actions may use each other. */
const MAX_DEPTH = 10;

/** Runs the steps of a composite action: they see their own `steps` and `inputs`, and share the job's `env`. */
export async function runComposite(
  job: JobState,
  frame: Frame,
  step: Step,
  used: Used,
  inputs: Record<string, string>,
  own: Record<string, string>,
  name: string,
  signal: AbortSignal,
): Promise<Done> {
  const { action } = used;
  if (action.runs.using !== 'composite') throw new Error(`'${action.name}' is not a composite action`);
  if (frame.depth >= MAX_DEPTH)
    throw new Error(`composite actions may use each other ${MAX_DEPTH} levels deep`);
  const declared = new Set(action.inputs.map((input) => input.name.toLowerCase()));
  const inside: Frame = {
    parent: frame,
    steps: {},
    inputs: Object.fromEntries(Object.entries(inputs).filter(([key]) => declared.has(key))),
    env: { ...frame.env, ...own },
    source: action.source,
    github: { ...frame.github, ...used.github, action_path: action.folder },
    failed: false,
    cancelledBefore: job.signal.aborted,
    depth: frame.depth + 1,
    place: placeOf(frame, step),
  };
  for (const inner of action.runs.steps) await runStep(job, inside, inner, name, signal);
  const scope = stepScope(job, inside);
  const outputs = action.outputs.map(({ name: output, value }) => [
    output,
    value ? resolveText(value, scope) : '',
  ]);
  return { ok: !inside.failed, outputs: Object.fromEntries(outputs) };
}
