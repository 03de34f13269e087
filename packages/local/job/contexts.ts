import { arch, platform } from 'node:os';
import type { Scope, Value } from '../expression/evaluate.ts';
import { hashFilesFunction, statusFunctions } from '../expression/functions.ts';
import { githubContext, workflowIdentity } from '../run/contexts.ts';
import { type Frame, frameStatus, type JobState, jobStatus } from './state.ts';

/** The names that GitHub gives to systems and processors. */
const SYSTEMS: Record<string, string> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };
const PROCESSORS: Record<string, string> = { x64: 'X64', arm64: 'ARM64', arm: 'ARM', ia32: 'X86' };

/** The `github` context of a step. */
export function stepGithub(job: JobState, frame: Frame): Record<string, Value> {
  return {
    ...githubContext(job.run),
    job: job.job.id,
    workspace: job.folders.workspace,
    action_status: frameStatus(job, frame),
    ...frame.github,
  };
}

/** The `runner` context. */
export function runnerContext(job: JobState): Record<string, Value> {
  return {
    name: 'local',
    os: SYSTEMS[platform()] ?? platform(),
    arch: PROCESSORS[arch()] ?? arch().toUpperCase(),
    temp: job.folders.temp,
    tool_cache: job.folders.tools,
    environment: 'self-hosted',
    workspace: job.folders.workspace.replace(/\/[^/]+$/, ''),
    debug: '',
  };
}

/** The `env` context of a step: the job's, then what composite actions inherit, then its own. */
export function envContext(
  job: JobState,
  frame: Frame,
  own: Record<string, string> = {},
): Record<string, string> {
  return { ...job.env, ...frame.env, ...own };
}

/** What the expressions of a step can see. */
export function stepScope(job: JobState, frame: Frame, own: Record<string, string> = {}): Scope {
  const { run, call, leg } = job;
  const composite = frame.parent !== undefined;
  const contexts: Record<string, Value> = {
    github: stepGithub(job, frame),
    env: envContext(job, frame, own),
    job: { status: jobStatus(job), ...workflowIdentity(call) },
    runner: runnerContext(job),
    steps: frame.steps as unknown as Value,
    strategy: leg.strategy,
    matrix: leg.matrix,
    inputs: frame.inputs,
  };
  // A composite action cannot see these; the parser says so when it tries.
  if (!composite) Object.assign(contexts, { vars: run.vars, secrets: call.secrets, needs: leg.needs });
  const status = {
    success: () => frameStatus(job, frame) === 'success',
    failure: () => frameStatus(job, frame) === 'failure',
    cancelled: () => job.signal.aborted,
  };
  return { contexts, functions: [...statusFunctions(status), hashFilesFunction(job.folders.workspace)] };
}

/** The parts of the `github` context that become `GITHUB_*` variables. */
const GITHUB_VARIABLES = `action action_path action_ref action_repository actor actor_id api_url base_ref env
event_name event_path graphql_url head_ref job ref ref_name ref_protected ref_type repository repository_id
repository_owner repository_owner_id retention_days run_attempt run_id run_number server_url sha
triggering_actor workflow workflow_ref workflow_sha workspace`.split(/\s+/);

/** The whole environment of a step's process. */
export function processEnvironment(
  job: JobState,
  frame: Frame,
  own: Record<string, string>,
  added: Record<string, string>,
): Record<string, string> {
  const base = job.run.baseEnv;
  const env: Record<string, string> = { ...base, CI: 'true', ...envContext(job, frame, own) };
  const github = stepGithub(job, frame);
  for (const name of GITHUB_VARIABLES) {
    const value = github[name];
    if (value !== undefined && value !== null) env[`GITHUB_${name.toUpperCase()}`] = String(value);
  }
  for (const [name, value] of Object.entries(runnerContext(job))) {
    if (value !== '') env[`RUNNER_${name.toUpperCase()}`] = String(value);
  }
  // A step that clears the id itself wants its processes to outlive the job.
  const tracking = own.RUNNER_TRACKING_ID ?? job.env.RUNNER_TRACKING_ID ?? job.trackingId;
  Object.assign(env, { GITHUB_ACTIONS: 'true', RUNNER_TRACKING_ID: tracking }, added);
  if (job.path.length > 0) env.PATH = [...job.path, env.PATH ?? ''].join(':');
  return env;
}
