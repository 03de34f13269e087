import { resolveBoolean, resolveNumber } from '../expression/evaluate.ts';
import type { JobResult } from '../options.ts';
import type { StepsJob } from '../parser/model.ts';
import { killOrphans } from '../process/tree.ts';
import { jobScope } from '../run/contexts.ts';
import { messageOf, recordJob } from '../run/record.ts';
import type { NodeResult } from '../run/schedule.ts';
import type { Call, Leg, Run } from '../run/state.ts';
import { collectOutputs, resolveUrl } from './outputs.ts';
import { runPosts, runPres } from './pre-post.ts';
import { prepareJob, rootFrame } from './prepare.ts';
import { annotate, type JobState, jobStatus, log } from './state.ts';
import { runStep } from './step.ts';

/** A job's limit when it sets none, and the time GitHub gives a cancelled job to come to its end. */
const DEFAULT_MINUTES = 360;
const FORCE_MS = 5 * 60_000;

/** Runs a job with steps, from an empty workspace to its outputs. */
export async function runJob(
  run: Run,
  call: Call,
  job: StepsJob,
  leg: Leg,
  name: string,
): Promise<NodeResult> {
  if (leg.signal.aborted) {
    recordJob(run, call, job, { conclusion: 'cancelled' }, name);
    return { result: 'cancelled', outputs: {} };
  }
  const scope = jobScope(run, call, leg);
  const minutes = resolveNumber(job.timeoutMinutes, scope, 'timeout-minutes') ?? DEFAULT_MINUTES;
  const tolerated = resolveBoolean(job.continueOnError, scope, 'continue-on-error') ?? false;
  const limits = jobSignals(leg.signal, minutes);
  const started = performance.now();
  const state = await prepareJob(run, call, job, leg, name, limits);
  run.results.push(state.result);
  run.reporter.report({ type: 'job-started', job: state.result.key, name: state.result.name });
  try {
    await runSteps(state);
  } catch (error) {
    state.failed = true;
    annotate(state, { level: 'error', message: messageOf(error) });
  } finally {
    limits.dispose();
  }
  if (limits.timedOut()) {
    const message = `The job has exceeded the maximum execution time of ${minutes}m0s`;
    annotate(state, { level: 'error', message });
  }
  return finish(state, tolerated, Math.round(performance.now() - started));
}

async function runSteps(state: JobState): Promise<void> {
  const frame = rootFrame(state);
  try {
    await runPres(state, frame, state.job.steps);
    for (const step of state.job.steps) await runStep(state, frame, step, undefined, state.signal);
    await runPosts(state);
    collectOutputs(state, frame);
    resolveUrl(state, frame);
  } finally {
    for (const orphan of await killOrphans(state.trackingId)) {
      log(state, undefined, `Terminate orphan process: pid (${orphan.pid}) (${orphan.name})`);
    }
  }
}

function finish(state: JobState, tolerated: boolean, durationMs: number): NodeResult {
  const { result, run } = state;
  result.outcome = jobStatus(state);
  result.conclusion = tolerated && result.outcome === 'failure' ? 'success' : result.outcome;
  result.durationMs = durationMs;
  run.reporter.report({ type: 'job-finished', job: result.key, result: result satisfies JobResult });
  return { result: result.conclusion, outputs: result.outputs };
}

/** When a job must stop, and when at the latest. */
export interface JobSignals {
  signal: AbortSignal;
  force: AbortSignal;
  timedOut(): boolean;
  dispose(): void;
}

function jobSignals(outer: AbortSignal, minutes: number): JobSignals {
  const timeout = new AbortController();
  const force = new AbortController();
  let timedOut = false;
  let forcing: NodeJS.Timeout | undefined;
  const timer = setTimeout(() => {
    timedOut = true;
    timeout.abort();
  }, minutes * 60_000);
  const signal = AbortSignal.any([outer, timeout.signal]);
  signal.addEventListener('abort', () => {
    forcing = setTimeout(() => force.abort(), FORCE_MS);
  });
  const dispose = () => {
    clearTimeout(timer);
    clearTimeout(forcing);
  };
  return { signal, force: force.signal, timedOut: () => timedOut, dispose };
}
