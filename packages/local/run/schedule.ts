import { holds } from '../expression/evaluate.ts';
import type { Status } from '../expression/functions.ts';
import type { Conclusion } from '../options.ts';
import type { Job } from '../parser/model.ts';
import { jobScope } from './contexts.ts';
import { runLegs } from './legs.ts';
import { failedJob, recordJob } from './record.ts';
import type { Call, Leg, Run } from './state.ts';

/** What `needs` and the workflow's outputs see of a job, all its matrix combinations together. */
export interface NodeResult {
  result: Conclusion;
  outputs: Record<string, string>;
}

/** Runs the jobs of one workflow, each when what it needs is over. */
export async function runJobs(run: Run, call: Call): Promise<Map<string, NodeResult>> {
  const running = new Map<string, Promise<NodeResult>>();
  const done = new Map<string, NodeResult>();
  const start = (id: string): Promise<NodeResult> => {
    const known = running.get(id);
    if (known !== undefined) return known;
    const job = call.workflow.jobs.get(id);
    if (!job) throw new Error(`job '${id}' does not exist`);
    const promise = Promise.all(job.needs.map(start)).then(async () => {
      const result = await runNode(run, call, job, done);
      done.set(id, result);
      return result;
    });
    running.set(id, promise);
    return promise;
  };
  await Promise.all([...call.workflow.jobs.keys()].map(start));
  return done;
}

/** The result of several jobs as one: of a matrix, or of a called workflow. */
export function combine(results: Conclusion[]): Conclusion {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}

async function runNode(run: Run, call: Call, job: Job, done: Map<string, NodeResult>): Promise<NodeResult> {
  const needs = Object.fromEntries(job.needs.map((id) => [id, { ...(done.get(id) as NodeResult) }]));
  const blank: Omit<Leg, 'signal'> = { matrix: null, strategy: {}, needs };
  const ancestors = ancestorsOf(call, job);
  const results = (names: string[]) =>
    (names.length > 0 ? names : ancestors).map((id) => done.get(id)?.result ?? 'skipped');
  const status: Status = {
    // As on GitHub the whole chain counts, not only the direct needs.
    success: (names) => !call.signal.aborted && results(names).every((result) => result === 'success'),
    failure: (names) => results(names).includes('failure'),
    cancelled: () => call.signal.aborted,
  };
  const condition = () => holds(job.condition, jobScope(run, call, blank, status));
  try {
    if (!condition()) {
      const result: Conclusion = call.signal.aborted ? 'cancelled' : 'skipped';
      recordJob(run, call, job, { conclusion: result });
      return { result, outputs: {} };
    }
    return await runLegs(run, call, job, blank, condition);
  } catch (error) {
    recordJob(run, call, job, failedJob(error));
    return { result: 'failure', outputs: {} };
  }
}

function ancestorsOf(call: Call, job: Job): string[] {
  const found = new Set<string>();
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    for (const need of call.workflow.jobs.get(id)?.needs ?? []) visit(need);
  };
  for (const need of job.needs) visit(need);
  return [...found];
}
