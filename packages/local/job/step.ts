import { holds, resolveBoolean, resolveNumber, resolveText, resolveTexts } from '../expression/evaluate.ts';
import type { Conclusion, StepResult } from '../options.ts';
import type { Step } from '../parser/model.ts';
import { messageOf } from '../run/record.ts';
import { stepScope } from './contexts.ts';
import { runScript } from './run-step.ts';
import { type StepSignal, stepSignal } from './signal.ts';
import { annotate, type Frame, type JobState } from './state.ts';
import { runUses } from './uses.ts';

/** What a step's work comes to. */
export interface Done {
  ok: boolean;
  outputs: Record<string, string>;
}

/**
 * Runs one step: its environment, its condition, its work, its result. `label` is the name under which its
 * output appears: its own, or that of the composite action it is part of.
 */
export async function runStep(
  job: JobState,
  frame: Frame,
  step: Step,
  label: string | undefined,
  parent: AbortSignal,
): Promise<StepResult> {
  const started = performance.now();
  let name = label ?? defaultName(step);
  let outcome: Conclusion = 'failure';
  let done: Done = { ok: false, outputs: {} };
  let own: Record<string, string> = {};
  let limit: StepSignal | undefined;
  try {
    own = resolveTexts(step.env, stepScope(job, frame));
    name = label ?? nameOf(job, frame, step, own);
    const wanted = () => holds(step.condition, stepScope(job, frame, own));
    if (!label) job.run.reporter.report({ type: 'step-started', job: job.result.key, step: name });
    if (!wanted()) outcome = 'skipped';
    else {
      const minutes = resolveNumber(step.timeoutMinutes, stepScope(job, frame, own), 'timeout-minutes');
      limit = stepSignal(
        parent,
        job.force,
        () => quietly(wanted),
        minutes === undefined ? undefined : minutes * 60_000,
      );
      done = await work(job, frame, step, own, name, limit.signal);
      outcome = outcomeOf(job, name, done, limit, minutes);
    }
  } catch (error) {
    annotate(job, { level: 'error', message: messageOf(error), step: name });
  } finally {
    limit?.dispose();
  }
  const durationMs = Math.round(performance.now() - started);
  return finish(
    job,
    frame,
    step,
    label === undefined,
    { name, outcome, outputs: done.outputs, durationMs },
    own,
  );
}

async function work(
  job: JobState,
  frame: Frame,
  step: Step,
  own: Record<string, string>,
  name: string,
  signal: AbortSignal,
): Promise<Done> {
  if (step.kind === 'run') return await runScript(job, frame, step, own, name, signal);
  return await runUses(job, frame, step, own, name, signal);
}

function outcomeOf(
  job: JobState,
  name: string,
  done: Done,
  limit: StepSignal,
  minutes: number | undefined,
): Conclusion {
  if (limit.timedOut()) {
    const message = `The action '${name}' has timed out after ${minutes} minutes.`;
    annotate(job, { level: 'error', message, step: name });
    return 'failure';
  }
  if (limit.signal.aborted) return 'cancelled';
  return done.ok ? 'success' : 'failure';
}

function finish(
  job: JobState,
  frame: Frame,
  step: Step,
  own: boolean,
  part: Omit<StepResult, 'conclusion' | 'id'>,
  env: Record<string, string>,
): StepResult {
  let conclusion = part.outcome;
  if (part.outcome === 'failure') {
    try {
      const scope = stepScope(job, frame, env);
      if (resolveBoolean(step.continueOnError, scope, 'continue-on-error')) conclusion = 'success';
    } catch (error) {
      annotate(job, { level: 'error', message: messageOf(error), step: part.name });
    }
  }
  if (step.id) frame.steps[step.id] = { outputs: part.outputs, outcome: part.outcome, conclusion };
  if (conclusion === 'failure') {
    if (frame.parent) frame.failed = true;
    else job.failed = true;
  }
  const result: StepResult = { ...part, conclusion, ...(step.id ? { id: step.id } : {}) };
  if (own) recordStep(job, result);
  return result;
}

/** Adds a step to the job's result and reports its end. */
export function recordStep(job: JobState, result: StepResult): void {
  const outputs = Object.entries(result.outputs).map(([name, value]) => [name, job.masks.hide(value)]);
  const masked = { ...result, outputs: Object.fromEntries(outputs) };
  job.result.steps.push(masked);
  job.run.reporter.report({ type: 'step-finished', job: job.result.key, step: result.name, result: masked });
}

function nameOf(job: JobState, frame: Frame, step: Step, own: Record<string, string>): string {
  const name = step.name ? resolveText(step.name, stepScope(job, frame, own)) : '';
  return job.masks.hide(name || defaultName(step, job, frame, own));
}

/** The name GitHub shows for a step without one. */
export function defaultName(step: Step, job?: JobState, frame?: Frame, own?: Record<string, string>): string {
  if (step.kind === 'uses') return `Run ${step.uses}`;
  if (!job || !frame) return 'Run';
  const script = resolveText(step.run, stepScope(job, frame, own));
  return `Run ${script.trim().split('\n')[0]}`;
}

function quietly(condition: () => boolean): boolean {
  try {
    return condition();
  } catch {
    return false;
  }
}
