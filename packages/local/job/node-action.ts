import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Step } from '../parser/model.ts';
import { processEnvironment } from './contexts.ts';
import { type Ended, runStepProcess } from './process.ts';
import { type ActionRecord, type Frame, type JobState, type NodeUse, placeOf } from './state.ts';

/** The state of a step's action, shared by its pre, main and post. */
export function recordOf(job: JobState, frame: Frame, step: Step): ActionRecord {
  const place = placeOf(frame, step);
  const known = job.actions.get(place) ?? { state: {}, postRegistered: false };
  job.actions.set(place, known);
  return known;
}

/** Runs one phase of a JavaScript action as the runner does: its bundle, in a process of its own. */
export async function runNode(
  job: JobState,
  frame: Frame,
  step: Step,
  use: NodeUse,
  phase: 'pre' | 'main' | 'post',
  own: Record<string, string>,
  name: string,
  signal: AbortSignal,
): Promise<Ended> {
  const script = join(use.folder, use.runs[phase] ?? '');
  if (!(await exists(script))) throw new Error(`File not found: '${script}' (runs.${phase} of the action)`);
  const record = recordOf(job, frame, step);
  const added: Record<string, string> = {};
  for (const [input, value] of Object.entries(use.inputs)) {
    added[`INPUT_${input.replaceAll(' ', '_').toUpperCase()}`] = value;
  }
  for (const [key, value] of Object.entries(record.state)) added[`STATE_${key}`] = value;
  const inside: Frame = { ...frame, github: { ...frame.github, ...use.github } };
  const command = {
    file: job.run.node,
    args: [script],
    cwd: job.folders.workspace,
    env: processEnvironment(job, inside, own, added),
  };
  const ended = await runStepProcess(job, name, command, signal);
  Object.assign(record.state, ended.state);
  return ended;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
