import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { machineEnvironment } from '../env.ts';
import type { RunOptions } from '../options.ts';
import { Catalog, openSource } from '../parser/catalog.ts';
import type { Job, Workflow } from '../parser/model.ts';
import { type Problem, problemAt } from '../parser/problem.ts';
import { MAX_DEPTH } from '../run/call.ts';
import { defaultSlug } from '../run/contexts.ts';
import { checkCall } from './call.ts';
import { checkConcurrency, checkKeys } from './job.ts';
import { checkSteps } from './steps.ts';

/** What a check needs to know of a run. */
export type CheckOptions = Pick<
  RunOptions,
  'workflow' | 'repository' | 'slug' | 'ref' | 'repositories' | 'baseEnv'
>;

/** Everything that would keep a workflow from running here, with places. Nothing is run. */
export async function checkWorkflow(options: CheckOptions): Promise<Problem[]> {
  const env = options.baseEnv ?? machineEnvironment();
  const scratch = await mkdtemp(join(tmpdir(), 'local-check-'));
  try {
    const slug = options.slug ?? defaultSlug(await realpath(options.repository));
    const place = {
      repository: options.repository,
      slug,
      ref: options.ref,
      exportTo: join(scratch, 'source'),
    };
    const catalog = new Catalog(await openSource(place, env), options.repositories ?? {}, env);
    return await checkFiles(catalog, options.workflow);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Checks a workflow and everything it uses, as far as that is known before a run. */
export async function checkFiles(catalog: Catalog, path: string): Promise<Problem[]> {
  const { value, problems } = await catalog.workflow(catalog.caller, normalize(path));
  return value ? await checkParsed({ catalog, seen: new Set() }, value, 1) : problems;
}

/** What a check carries along. */
export interface CheckState {
  catalog: Catalog;
  /** Files that were checked already. */
  seen: Set<string>;
}

async function checkParsed(state: CheckState, workflow: Workflow, depth: number): Promise<Problem[]> {
  const key = join(workflow.source.folder, workflow.path);
  if (depth > MAX_DEPTH) {
    const message = `workflows call each other more than ${MAX_DEPTH} levels deep`;
    return [problemAt(workflow.file, undefined, 'syntax', message)];
  }
  if (state.seen.has(`${key}#${depth}`)) return [];
  state.seen.add(`${key}#${depth}`);
  const problems = checkConcurrency(workflow.file, workflow.concurrency);
  for (const job of workflow.jobs.values()) problems.push(...(await checkJob(state, workflow, job, depth)));
  return problems;
}

async function checkJob(state: CheckState, workflow: Workflow, job: Job, depth: number): Promise<Problem[]> {
  const problems = [...checkKeys(workflow.file, job), ...checkConcurrency(workflow.file, job.concurrency)];
  if (job.kind === 'steps') {
    problems.push(...(await checkSteps(state, workflow.file, workflow.source, job.steps, 1)));
    return problems;
  }
  const place = await state.catalog.locateWorkflow(job.uses, workflow.source);
  if (typeof place === 'string') {
    problems.push(problemAt(workflow.file, job.usesToken, 'unsupported', place));
    return problems;
  }
  const callee = await state.catalog.workflow(place.source, place.path);
  if (!callee.value) return [...problems, ...callee.problems];
  problems.push(...checkCall(workflow.file, job, callee.value));
  problems.push(...(await checkParsed(state, callee.value, depth + 1)));
  return problems;
}
