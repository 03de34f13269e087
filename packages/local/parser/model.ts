import type { Token } from './tokens.ts';

/** A repository at a commit, as a folder. `$/` paths resolve in the source of the file that says them. */
export interface Source {
  /** `owner/repo`. */
  repository: string;
  folder: string;
  ref: string;
  sha: string;
}

interface StepBase {
  /** As written; a step without one does not appear in the `steps` context. */
  id: string | undefined;
  name: Token | undefined;
  /** The whole condition, its implied `success()` included. */
  condition: string;
  env: Token | undefined;
  continueOnError: Token | undefined;
  timeoutMinutes: Token | undefined;
  token: Token;
}
export interface RunStep extends StepBase {
  kind: 'run';
  run: Token;
  shell: Token | undefined;
  workingDirectory: Token | undefined;
}
export interface UsesStep extends StepBase {
  kind: 'uses';
  uses: string;
  with: Token | undefined;
}
export type Step = RunStep | UsesStep;

interface JobBase {
  id: string;
  name: Token | undefined;
  needs: string[];
  condition: string;
  strategy: Token | undefined;
  concurrency: Token | undefined;
  permissions: Token | undefined;
  token: Token;
}
/** A job with steps. */
export interface StepsJob extends JobBase {
  kind: 'steps';
  env: Token | undefined;
  environment: Token | undefined;
  outputs: Token | undefined;
  defaults: Token | undefined;
  timeoutMinutes: Token | undefined;
  continueOnError: Token | undefined;
  steps: Step[];
}
/** A job that calls a reusable workflow. */
export interface CallJob extends JobBase {
  kind: 'call';
  uses: string;
  usesToken: Token;
  with: Token | undefined;
  /** `inherit`, or the mapping. */
  secrets: Token | undefined;
}
export type Job = StepsJob | CallJob;

export interface Workflow {
  source: Source;
  /** Relative to the source's folder. */
  path: string;
  /** What messages call the file: its path, absolute outside the caller's repository. */
  file: string;
  name: string;
  runName: Token | undefined;
  /** Event name -> its configuration. */
  on: Map<string, Token | undefined>;
  env: Token | undefined;
  defaults: Token | undefined;
  concurrency: Token | undefined;
  permissions: Token | undefined;
  jobs: Map<string, Job>;
}

export interface ActionInput {
  name: string;
  required: boolean;
  default: Token | undefined;
  deprecation: string | undefined;
}
export interface NodeRuns {
  using: 'node';
  main: string;
  pre: string | undefined;
  preIf: string;
  post: string | undefined;
  postIf: string;
}
export interface CompositeRuns {
  using: 'composite';
  steps: Step[];
}
export interface Action {
  name: string;
  /** What messages call its action.yml. */
  file: string;
  /** The folder that holds action.yml. */
  folder: string;
  source: Source;
  inputs: ActionInput[];
  outputs: { name: string; value: Token | undefined }[];
  runs: NodeRuns | CompositeRuns;
}
