import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Secrets } from '@fairway/runtime/redact';
import { resolve, resolveText, resolveTexts, type Scope, type Value } from '../expression/evaluate.ts';
import type { JobResult } from '../options.ts';
import type { StepsJob } from '../parser/model.ts';
import { isMapping, property, type Token, text } from '../parser/tokens.ts';
import { jobScope, workflowScope } from '../run/contexts.ts';
import { emptyResult, jobId } from '../run/record.ts';
import type { Call, Leg, Run } from '../run/state.ts';
import type { JobSignals } from './job.ts';
import type { Frame, JobState } from './state.ts';

/** Sets a job up: its folders, its environment, its defaults. */
export async function prepareJob(
  run: Run,
  call: Call,
  job: StepsJob,
  leg: Leg,
  name: string,
  limits: Pick<JobSignals, 'signal' | 'force'>,
): Promise<JobState> {
  const scope = jobScope(run, call, leg);
  const env = {
    ...resolveTexts(call.workflow.env, workflowScope(run, call)),
    ...resolveTexts(job.env, scope),
  };
  const folders = await makeFolders(run);
  const result = emptyResult(run, jobId(call, job), call.namePrefix + name);
  describe(result, job, leg, scope, call.workflow.permissions);
  const withEnv = { ...scope, contexts: { ...scope.contexts, env } };
  const setting = (key: string) => {
    const token =
      property(property(job.defaults, 'run'), key) ?? property(property(call.workflow.defaults, 'run'), key);
    return token ? resolveText(token, withEnv) : undefined;
  };
  return {
    ...{ run, call, job, leg, result, folders, env, path: [] },
    masks: new Secrets(run.masks),
    defaults: { shell: setting('shell'), workingDirectory: setting('working-directory') },
    trackingId: `github_${randomUUID()}`,
    failed: false,
    ...{ signal: limits.signal, force: limits.force, posts: [], actions: new Map() },
  };
}

async function makeFolders(run: Run): Promise<JobState['folders']> {
  const root = join(run.folders.jobs, randomUUID());
  const name = run.source.repository.split('/')[1] ?? 'repository';
  const folders = {
    workspace: join(root, name, name),
    temp: join(root, '_temp'),
    commands: join(root, '_temp', '_runner_file_commands'),
    tools: run.folders.tools,
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
  return folders;
}

function describe(result: JobResult, job: StepsJob, leg: Leg, scope: Scope, outer: Token | undefined): void {
  if (leg.matrix) result.matrix = leg.matrix;
  const permissions = job.permissions ?? outer;
  if (permissions) result.permissions = resolve(permissions, scope) as Record<string, string> | string;
  if (!job.environment) return;
  const token = isMapping(job.environment) ? property(job.environment, 'name') : job.environment;
  const name = token ? resolveText(token, scope) : '';
  const deployment = text(property(job.environment, 'deployment')) !== 'false';
  if (name !== '') result.environment = { name, deployment };
}

/** The frame of a job's own steps. */
export function rootFrame(job: JobState): Frame {
  return {
    parent: undefined,
    steps: {},
    inputs: job.call.inputs as Record<string, Value>,
    env: {},
    source: job.call.workflow.source,
    github: {},
    failed: false,
    cancelledBefore: false,
    depth: 0,
    place: '',
  };
}
