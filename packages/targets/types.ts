import type { Release } from '@fairway/ledger';
import type { Ports } from '@fairway/runtime';

/** What a target needs to know about where it stands. */
export interface TargetContext {
  readonly app: string;
  readonly environment: string;
  readonly ports: Pick<Ports, 'context' | 'exec' | 'http' | 'clock' | 'log' | 'files' | 'mask'>;
}

/** What a target calls one deployed release. */
export interface Revision {
  readonly id: string;
  readonly version: string;
  readonly commit: string;
  /** `sha256:...`, read back from what really runs. */
  readonly digest: string;
  readonly healthy: boolean;
  /** Why it is not healthy, in words. */
  readonly reason?: string;
  /** `host:port` at which a router outside of the target reaches this very revision, where there is one. */
  readonly address?: string;
  /** Fingerprint of the configuration it was started with, where the target knows. */
  readonly settings?: string;
}

/** What really runs now. */
export interface Observed {
  readonly live?: Revision;
  readonly candidate?: Revision;
  /** Percent of traffic that the candidate gets. */
  readonly weight: number;
}

/** What an apply would do, as data; a dry run prints it and stops there. */
export interface Plan {
  readonly wanted: Release;
  readonly from: Revision | undefined;
  /** Sentences, in order. Empty: the target already serves the wanted digest, healthy, as configured. */
  readonly steps: readonly string[];
}

export interface Verification {
  readonly ok: boolean;
  /** What was read, in words: `serves sha256:... (version 1.2.0), healthy`. */
  readonly message: string;
  readonly observed: Observed;
}

export interface Capabilities {
  /** A candidate can stand beside the live revision without traffic: stage, promote, discard. */
  readonly stage: boolean;
  /** Traffic can be split by weight. */
  readonly weights: boolean;
}

/** Where software runs. All methods may be called by another process than the one that deployed. */
export interface Target {
  readonly type: string;
  /** Words for messages: `process target dev of storefront on port 8081`. */
  readonly location: string;
  /** Where clients reach it, if known: `http://127.0.0.1:8081`. */
  readonly url: string | undefined;
  readonly capabilities: Capabilities;
  inspect(signal?: AbortSignal): Promise<Observed>;
  /** Pure. */
  plan(observed: Observed, wanted: Release): Plan;
  /**
   * Takes the wanted release live (blue-green where the target can): the old one serves until the new one
   * is healthy, and goes on serving when it never is (UserError with the release's own last log lines).
   */
  apply(plan: Plan, signal: AbortSignal): Promise<Revision>;
  /** Reads again; a waiter's word is not proof. */
  verify(wanted: Pick<Release, 'digest'>, signal?: AbortSignal): Promise<Verification>;
  /** Starts the candidate beside the live revision, healthy, with weight 0. Idempotent for one digest. */
  stage?(release: Release, signal: AbortSignal): Promise<Revision>;
  /** Makes the candidate live (weight 100) and drains and ends the old one. Idempotent. */
  promote?(digest: string, signal: AbortSignal): Promise<Revision>;
  /** Ends the candidate after its traffic is at 0. Idempotent; works without a candidate. */
  discard?(signal: AbortSignal): Promise<void>;
  /** Ends everything the target started on this machine. Idempotent. */
  down?(): Promise<void>;
}

export interface TargetDriver<C> {
  readonly type: string;
  open(config: C, context: TargetContext): Target;
}
