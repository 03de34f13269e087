import { runBuiltin } from '../builtin/index.ts';
import { resolveText, resolveTexts, type Value } from '../expression/evaluate.ts';
import type { Located } from '../parser/catalog.ts';
import type { Action, UsesStep } from '../parser/model.ts';
import { describeProblem } from '../parser/problem.ts';
import { runComposite } from './composite.ts';
import { stepScope } from './contexts.ts';
import { recordOf, runNode } from './node-action.ts';
import { annotate, type Frame, type JobState, type NodeUse } from './state.ts';
import type { Done } from './step.ts';

/** An action that a step uses, found and read. */
export interface Used {
  action: Action;
  local: boolean;
  github: Record<string, Value>;
}

/** Runs a step that uses an action. */
export async function runUses(
  job: JobState,
  frame: Frame,
  step: UsesStep,
  own: Record<string, string>,
  name: string,
  signal: AbortSignal,
): Promise<Done> {
  const located = await job.run.catalog.locateAction(step.uses, frame.source, job.folders.workspace);
  if (located.kind === 'refused') throw new Error(located.message);
  if (located.kind === 'builtin') {
    const given = resolveTexts(step.with, stepScope(job, frame, own));
    return await runBuiltin(job, located.name, given, name, signal);
  }
  const used = await openAction(job, step, located);
  const inputs = inputsOf(job, frame, step, used.action, own, name);
  const { runs } = used.action;
  if (runs.using === 'composite')
    return await runComposite(job, frame, step, used, inputs, own, name, signal);
  const use: NodeUse = { runs, folder: used.action.folder, inputs, github: used.github };
  registerPost(job, frame, step, use, own, name);
  return await runNode(job, frame, step, use, 'main', own, name, signal);
}

/** Reads the action at a place, or says why it cannot. */
export async function openAction(
  job: JobState,
  step: UsesStep,
  located: Extract<Located, { kind: 'folder' }>,
): Promise<Used> {
  const parsed = await job.run.catalog.action(located.source, located.folder);
  if (!parsed) {
    const hint = located.local
      ? ' Did you forget to run actions/checkout before running your local action?'
      : '';
    throw new Error(`Can't find 'action.yml' or 'action.yaml' under '${located.folder}'.${hint}`);
  }
  const [problem] = parsed.problems;
  if (!parsed.value || problem)
    throw new Error(problem ? describeProblem(problem) : `${step.uses} cannot be read`);
  const github: Record<string, Value> = {
    action: step.id ?? `__${located.repository.replace('/', '_') || 'self'}`,
  };
  if (!located.local)
    Object.assign(github, { action_repository: located.repository, action_ref: located.ref });
  return { action: parsed.value, local: located.local, github };
}

/** The values of an action's inputs: what the step gives, and the defaults of the rest. */
export function inputsOf(
  job: JobState,
  frame: Frame,
  step: UsesStep,
  action: Action,
  own: Record<string, string>,
  name: string,
): Record<string, string> {
  const scope = stepScope(job, frame, own);
  const given = resolveTexts(step.with, scope);
  const inputs: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) inputs[key.toLowerCase()] = value;
  const known = action.inputs.map((input) => input.name.toLowerCase());
  const unexpected = Object.keys(given).filter((key) => !known.includes(key.toLowerCase()));
  if (unexpected.length > 0) {
    const list = (names: string[]) => names.map((input) => `'${input}'`).join(', ');
    const message = `Unexpected input(s) ${list(unexpected)}, valid inputs are [${list(known)}]`;
    annotate(job, { level: 'warning', message, step: name });
  }
  for (const input of action.inputs) {
    const key = input.name.toLowerCase();
    if (input.deprecation && key in inputs) {
      const message = `Input '${input.name}' has been deprecated with message: ${input.deprecation}`;
      annotate(job, { level: 'warning', message, step: name });
    }
    inputs[key] ??= input.default ? resolveText(input.default, scope) : '';
  }
  return inputs;
}

/** Makes an action's post due at the end of the job; once, however often it is asked. */
export function registerPost(
  job: JobState,
  frame: Frame,
  step: UsesStep,
  use: NodeUse,
  own: Record<string, string>,
  name: string,
): void {
  const record = recordOf(job, frame, step);
  if (!use.runs.post || record.postRegistered) return;
  record.postRegistered = true;
  const postName = `Post ${name}`;
  job.posts.push({
    name: postName,
    condition: use.runs.postIf,
    frame,
    step,
    run: async (signal) => (await runNode(job, frame, step, use, 'post', own, postName, signal)).ok,
  });
}
