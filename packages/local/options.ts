import type { Reporter } from './reporter.ts';

/** The event that a run pretends to be started by. */
export interface EventOptions {
  name: string;
  /** `github.event`; the parts that every event has (repository, sender) are added. */
  payload?: Record<string, unknown>;
  /** Inputs of workflow_dispatch, checked against the workflow's declarations. */
  inputs?: Record<string, string | boolean | number>;
}

/** Where GitHub's API is during the run. */
export interface GitHubOptions {
  apiUrl: string;
  serverUrl: string;
  graphqlUrl?: string;
  token: string;
}

export interface RunOptions {
  /** Path of the workflow file, relative to the repository. */
  workflow: string;
  /** Folder of the caller's git repository. */
  repository: string;
  event: EventOptions;
  /** `owner/repo`, for `github.repository`; default `local/<folder name>`. */
  slug?: string;
  /** Branch, tag or commit; default the current branch. Another commit than HEAD's is taken from git. */
  ref?: string;
  /** Added to the environment of every step. */
  env?: Record<string, string>;
  /** What the machine gives to steps; default the documented safe list of `machineEnvironment()`. */
  baseEnv?: Record<string, string>;
  secrets?: Record<string, string>;
  vars?: Record<string, string>;
  /** `owner/repo` (at any ref) -> folder, for actions and reusable workflows. */
  repositories?: Record<string, string>;
  /** Where jobs get their workspaces; default a temporary folder that is removed at the end. */
  workDir?: string;
  github?: GitHubOptions;
  /** A Node 24 executable; default this process's when it is 24 or newer. */
  node?: string;
  /** Jobs at a time; default 2. */
  maxParallel?: number;
  /** Cancels the run as the button on GitHub does. */
  signal?: AbortSignal;
  reporter?: Reporter;
}

export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';

export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
  endLine?: number;
  column?: number;
  endColumn?: number;
  /** The step that said it; absent when the runner itself did. */
  step?: string;
}

export interface StepResult {
  name: string;
  id?: string;
  /** The result before `continue-on-error`. */
  outcome: Conclusion;
  /** The result after it. */
  conclusion: Conclusion;
  durationMs: number;
  outputs: Record<string, string>;
}

export interface JobResult {
  /** The job's id; in a called workflow `caller/callee`. The jobs of a matrix share it. */
  id: string;
  name: string;
  /** Unique in the run, also where names are not; what the reporter's events call the job. */
  key: string;
  /** The result before `continue-on-error`. */
  outcome: Conclusion;
  /** The result after it: what `needs` and the run see. */
  conclusion: Conclusion;
  outputs: Record<string, string>;
  steps: StepResult[];
  annotations: Annotation[];
  /** The summaries of its steps, as markdown. */
  summary: string;
  durationMs: number;
  matrix?: Record<string, unknown>;
  environment?: { name: string; url?: string; deployment: boolean };
  /** As the workflow grants them. Recorded: nothing on this machine enforces them. */
  permissions?: Record<string, string> | string;
}

export interface RunResult {
  conclusion: 'success' | 'failure' | 'cancelled';
  runId: string;
  /** Why nothing ran, when a newer run replaced this one in its concurrency group. */
  reason?: string;
  jobs: JobResult[];
}
