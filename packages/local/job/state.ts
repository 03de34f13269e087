import type { Secrets } from '@fairway/runtime/redact';
import type { Value } from '../expression/evaluate.ts';
import type { Annotation, Conclusion, JobResult } from '../options.ts';
import type { NodeRuns, Source, Step, StepsJob } from '../parser/model.ts';
import type { Call, Leg, Run } from '../run/state.ts';

/** A running job. */
export interface JobState {
  run: Run;
  call: Call;
  job: StepsJob;
  leg: Leg;
  result: JobResult;
  masks: Secrets;
  folders: { workspace: string; temp: string; commands: string; tools: string };
  /** The job's `env` context: the workflow's and the job's `env`, and what steps add through GITHUB_ENV. */
  env: Record<string, string>;
  /** What steps add through GITHUB_PATH, the newest first. */
  path: string[];
  defaults: { shell: string | undefined; workingDirectory: string | undefined };
  trackingId: string;
  failed: boolean;
  /** Cancelled by the run, by its matrix, or by its time limit. */
  signal: AbortSignal;
  /** Aborts when a cancelled job has used up the time that GitHub gives it. */
  force: AbortSignal;
  posts: Post[];
  /** State of actions with pre or post, by the place of the step (see `placeOf`). */
  actions: Map<string, ActionRecord>;
}

/** What is kept of an action between its pre, main and post. */
export interface ActionRecord {
  state: Record<string, string>;
  postRegistered: boolean;
}

/** A post step that is due at the end of the job. */
export interface Post {
  name: string;
  condition: string;
  run(signal: AbortSignal): Promise<boolean>;
  frame: Frame;
  step: Step;
}

/** The steps that run together and see each other: a job's, or those of one use of a composite action. */
export interface Frame {
  /** Undefined for the job's own steps. */
  parent: Frame | undefined;
  /** The `steps` context. */
  steps: Record<string, { outputs: Record<string, string>; outcome: Conclusion; conclusion: Conclusion }>;
  inputs: Record<string, Value>;
  /** What the step that uses the composite action puts into the environment of its steps. */
  env: Record<string, string>;
  /** Where the file with these steps comes from. */
  source: Source;
  github: Record<string, Value>;
  failed: boolean;
  /** A composite action that runs in a cancelled job starts afresh. */
  cancelledBefore: boolean;
  depth: number;
  /** Which uses of composite actions lead here; empty for the job's own steps. */
  place: string;
}

/** One use of a JavaScript action. */
export interface NodeUse {
  runs: NodeRuns;
  folder: string;
  inputs: Record<string, string>;
  github: Record<string, Value>;
}

/** Names one step of a job, also within the composite actions that it reached it through. */
export function placeOf(frame: Frame, step: Step): string {
  return `${frame.place}/${step.token.line}:${step.token.col}`;
}

/** The state of a job, as `job.status` says it. */
export function jobStatus(job: JobState): 'success' | 'failure' | 'cancelled' {
  if (job.signal.aborted) return 'cancelled';
  return job.failed ? 'failure' : 'success';
}

/** The state that `success()` and `failure()` ask about. */
export function frameStatus(job: JobState, frame: Frame): 'success' | 'failure' | 'cancelled' {
  if (!frame.parent) return jobStatus(job);
  if (frame.failed) return 'failure';
  return job.signal.aborted && !frame.cancelledBefore ? 'cancelled' : 'success';
}

/** Adds an annotation to the job's result and reports it, masked. */
export function annotate(job: JobState, annotation: Annotation): void {
  const masked = { ...annotation, message: job.masks.hide(annotation.message).slice(0, 4096) };
  if (masked.title) masked.title = job.masks.hide(masked.title);
  job.result.annotations.push(masked);
  const place = { job: job.result.key, ...(masked.step ? { step: masked.step } : {}) };
  job.run.reporter.report({ type: 'annotation', annotation: masked, ...place });
}

/** Writes a line of the job's log, masked. */
export function log(job: JobState, step: string | undefined, text: string): void {
  const place = { job: job.result.key, ...(step ? { step } : {}) };
  for (const line of job.masks.hide(text).split('\n'))
    job.run.reporter.report({ type: 'line', text: line, ...place });
}
