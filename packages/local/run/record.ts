import type { Annotation, JobResult } from '../options.ts';
import type { Job } from '../parser/model.ts';
import { text } from '../parser/tokens.ts';
import type { Call, Run } from './state.ts';

/** The id of a job in results: its callers' ids before its own. */
export function jobId(call: Call, job: Job): string {
  return call.idPrefix + job.id;
}

/** A result to start from. */
export function emptyResult(run: Run, id: string, name: string): JobResult {
  let key = name;
  for (let count = 2; run.keys.has(key); count++) key = `${name} #${count}`;
  run.keys.add(key);
  const conclusion = 'success' as const;
  return {
    id,
    name,
    key,
    outcome: conclusion,
    conclusion,
    outputs: {},
    steps: [],
    annotations: [],
    summary: '',
    durationMs: 0,
  };
}

/** Records a job that ended without running steps: skipped, cancelled, or refused by an error. */
export function recordJob(
  run: Run,
  call: Call,
  job: Job,
  part: Partial<JobResult>,
  name = text(job.name) ?? job.id,
): JobResult {
  const result = { ...emptyResult(run, jobId(call, job), call.namePrefix + name), ...part };
  result.outcome = part.outcome ?? result.conclusion;
  run.results.push(result);
  run.reporter.report({ type: 'job-started', job: result.key, name: result.name });
  for (const annotation of result.annotations) {
    run.reporter.report({ type: 'annotation', job: result.key, annotation });
  }
  run.reporter.report({ type: 'job-finished', job: result.key, result });
  return result;
}

/** The result of a job whose settings could not be evaluated. */
export function failedJob(error: unknown): Partial<JobResult> {
  const annotation: Annotation = { level: 'error', message: messageOf(error) };
  return { conclusion: 'failure', annotations: [annotation] };
}

/** An error's message, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
