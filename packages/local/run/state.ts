import type { Secrets } from '@fairway/runtime/redact';
import type { Value } from '../expression/evaluate.ts';
import type { GitHubOptions, JobResult } from '../options.ts';
import type { Catalog } from '../parser/catalog.ts';
import type { Source, Workflow } from '../parser/model.ts';
import type { Reporter } from '../reporter.ts';
import type { Limit } from './limit.ts';

/** What all jobs of a run share. */
export interface Run {
  id: string;
  source: Source;
  entry: Workflow;
  event: { name: string; payload: Record<string, Value>; inputs: Record<string, Value> };
  vars: Record<string, string>;
  github: GitHubOptions;
  /** Environment of every process of this run: the machine's part and the caller's additions. */
  baseEnv: Record<string, string>;
  node: string;
  folders: { jobs: string; artifacts: string; tools: string; event: string };
  locks: { folder: string; scope: string };
  masks: Secrets;
  reporter: Reporter;
  catalog: Catalog;
  slots: Limit;
  results: JobResult[];
  /** The keys of jobs that are taken. */
  keys: Set<string>;
  /** Cancels the whole run; also used when a newer run takes over its concurrency group. */
  cancel: AbortController;
}

/** One workflow of a run: the one that was started, or one that a job calls. */
export interface Call {
  workflow: Workflow;
  inputs: Record<string, Value>;
  secrets: Record<string, string>;
  /** Put before the ids and names of its jobs. */
  idPrefix: string;
  namePrefix: string;
  depth: number;
  signal: AbortSignal;
  /** Concurrency groups that its callers hold; waiting for one of them would never end. */
  held: string[];
}

/** One combination of a job's matrix. */
export interface Leg {
  matrix: Record<string, Value> | null;
  strategy: Record<string, Value>;
  needs: Record<string, Value>;
  signal: AbortSignal;
}
