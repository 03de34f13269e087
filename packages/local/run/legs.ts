import { resolve, resolveBoolean, resolveNumber, resolveText, type Value } from '../expression/evaluate.ts';
import { runJob } from '../job/job.ts';
import type { Conclusion } from '../options.ts';
import type { Job } from '../parser/model.ts';
import { isExpression, property } from '../parser/tokens.ts';
import { runCalled } from './call.ts';
import { readConcurrency, withConcurrency } from './concurrency.ts';
import { jobScope } from './contexts.ts';
import { Limit } from './limit.ts';
import { expandMatrix, matrixLabel } from './matrix.ts';
import { failedJob, recordJob } from './record.ts';
import { combine, type NodeResult } from './schedule.ts';
import type { Call, Leg, Run } from './state.ts';

interface Plan {
  legs: Omit<Leg, 'signal'>[];
  failFast: boolean;
  maxParallel: number;
}

/** Runs every combination of a job's matrix (one, without a matrix) and puts the results together. */
export async function runLegs(
  run: Run,
  call: Call,
  job: Job,
  blank: Omit<Leg, 'signal'>,
  condition: () => boolean,
): Promise<NodeResult> {
  const plan = planLegs(run, call, job, blank);
  const limit = new Limit(plan.maxParallel);
  const controllers = plan.legs.map(() => new AbortController());
  const onCancel = () => {
    // GitHub asks the condition again: a job with `if: always()` goes on.
    if (!evaluatesTrue(condition)) for (const controller of controllers) controller.abort();
  };
  call.signal.addEventListener('abort', onCancel, { once: true });
  const outputs: Record<string, string> = {};
  const runOne = async (leg: Leg): Promise<Conclusion> => {
    const ended = await runLeg(run, call, job, leg);
    // The last combination to finish wins, but an empty output does not erase one.
    for (const [name, value] of Object.entries(ended.outputs))
      if (value !== '' || !(name in outputs)) outputs[name] = value;
    if (ended.result === 'failure' && plan.failFast && plan.legs.length > 1) {
      for (const controller of controllers) if (controller.signal !== leg.signal) controller.abort();
    }
    return ended.result;
  };
  try {
    const results = await Promise.all(
      plan.legs.map((leg, index) => {
        const signal = controllers[index]?.signal as AbortSignal;
        return limit.run(() => runOne({ ...leg, signal }));
      }),
    );
    return { result: combine(results), outputs };
  } finally {
    call.signal.removeEventListener('abort', onCancel);
  }
}

function evaluatesTrue(condition: () => boolean): boolean {
  try {
    return condition();
  } catch {
    return false;
  }
}

function planLegs(run: Run, call: Call, job: Job, blank: Omit<Leg, 'signal'>): Plan {
  const scope = jobScope(run, call, blank);
  const matrixToken = property(job.strategy, 'matrix');
  const failFast = resolveBoolean(property(job.strategy, 'fail-fast'), scope, 'strategy.fail-fast') ?? true;
  const combinations = matrixToken ? expandMatrix(resolve(matrixToken, scope)) : [undefined];
  const total = combinations.length;
  const maxParallel =
    resolveNumber(property(job.strategy, 'max-parallel'), scope, 'strategy.max-parallel') ?? total;
  const legs = combinations.map((combination, index) => {
    const strategy: Record<string, Value> = {
      'fail-fast': failFast,
      'job-index': index,
      'job-total': total,
      'max-parallel': maxParallel,
    };
    return { ...blank, strategy, matrix: combination ?? null };
  });
  return { legs, failFast, maxParallel: Math.max(1, maxParallel) };
}

async function runLeg(run: Run, call: Call, job: Job, leg: Leg): Promise<NodeResult> {
  let name = job.id;
  try {
    const scope = jobScope(run, call, leg);
    name = nameOf(job, leg, job.name ? resolveText(job.name, scope) : '');
    const group = readConcurrency(job.concurrency, scope);
    return await withConcurrency(
      run,
      call,
      group,
      leg.signal,
      async (signal, held) => {
        const inner = { ...leg, signal };
        if (job.kind === 'call') return await runCalled(run, { ...call, held }, job, inner, name);
        return await run.slots.run(() => runJob(run, call, job, inner, name));
      },
      (message) => {
        const level = 'error' as const;
        recordJob(run, call, job, { conclusion: 'cancelled', annotations: [{ level, message }] }, name);
        return { result: 'cancelled', outputs: {} };
      },
    );
  } catch (error) {
    recordJob(run, call, job, failedJob(error), name);
    return { result: 'failure', outputs: {} };
  }
}

function nameOf(job: Job, leg: Leg, evaluated: string): string {
  if (job.name && isExpression(job.name) && evaluated !== '') return evaluated;
  return (evaluated || job.id) + (leg.matrix ? matrixLabel(leg.matrix) : '');
}
