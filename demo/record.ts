import type { Sample } from './load.ts';

/** What `demo/run.json` holds: everything the demo proved, by release and environment. */
export interface DemoRecord {
  startedAt: string;
  seconds: number;
  node: string;
  app: string;
  steps: StepRecord[];
  backup: BackupProof[];
  ledger: { environment: string; events: { at: string; type: string; message: string }[] }[];
  traffic: { environment: string; samples: Sample[] }[];
}

export interface StepRecord {
  /** What was tried: `A new feature`, `Rollback of production`. */
  title: string;
  kind: 'release' | 'rollback';
  /** What must come out of it; the demo fails when it does not. */
  expected: string;
  outcome: string;
  good: boolean;
  version: string;
  commit: string;
  digest: string;
  from: number;
  to: number;
  environments: EnvironmentRecord[];
  /** Tag and page of the release, when one was made. */
  release?: { tag: string; url: string };
  verdicts: { metric: string; verdict: string; explanation: string }[];
}

export interface EnvironmentRecord {
  environment: string;
  /** `deployed`, `promoted`, `stopped`, `aborted`, `not reached`. */
  outcome: string;
  /** Version and digest that this release asked for. */
  version: string;
  digest: string;
  /** What the live process itself says afterwards. */
  liveVersion: string;
  liveDigest: string;
  requests: number;
  failed: number;
}

export interface BackupProof {
  release: string;
  environment: string;
  archive: string;
  size: number;
  sha256: string;
  restored: boolean;
  restoreMs: number;
  tables: { name: string; rows: number }[];
}
