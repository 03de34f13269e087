/** An immutable release: version, commit and image digest. */
export interface Release {
  readonly version: string;
  /** Full commit id. */
  readonly commit: string;
  /** `<repository>@sha256:...`, or `oci:<folder>@sha256:...` for an OCI layout on this machine. */
  readonly image: string;
  /** `sha256:...` of the image's manifest or index. */
  readonly digest: string;
}

/** A release that is or was live in an environment. */
export interface Deployed extends Release {
  /** What the target calls it. */
  readonly revision: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly runId: string | undefined;
  readonly actor: string;
}

export type StrategyName = 'recreate' | 'rolling' | 'blue-green' | 'canary';

/** What is in flight. Written before the first effect, removed with the outcome. */
export interface Rollout {
  readonly id: string;
  readonly release: Release;
  readonly strategy: StrategyName;
  readonly reason: 'deploy' | 'rollback';
  readonly startedAt: string;
  readonly runId: string | undefined;
  readonly actor: string;
  /** The effect that is about to be made or was made last: `stage`, `weight 25`, `promote`, `discard`. */
  readonly intent: string;
  /** Percent of traffic the candidate should have now. */
  readonly weight: number;
  /** What splits its traffic, as fairway.yml named it when it started. */
  readonly router?: string;
  /** The rollout machine's own state, as JSON; the ledger only keeps it. */
  readonly machine?: unknown;
  /** What a person asked of it, and nobody has taken up yet. */
  readonly request?: Request;
}

/** What a person asks of a rollout in flight; whoever carries it takes it up. */
export interface Request {
  readonly kind: 'promote' | 'abort';
  /** For `promote`: skip all that is left. */
  readonly full: boolean;
  /** For people; may be empty. */
  readonly why: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A lock that expires: a dead owner blocks nobody for long. */
export interface Lease {
  /** `run <id> attempt <n> job <name>`, or `<user>@<host> pid <n>`. */
  readonly owner: string;
  readonly purpose: string;
  readonly acquiredAt: string;
  readonly expiresAt: string;
}

/** A release that was stopped or rolled back, kept so that it is not deployed again by accident. */
export interface Stopped {
  readonly release: Release;
  readonly why: string;
  readonly at: string;
}

/** `state.json` of one environment. */
export interface EnvironmentState {
  /** Version of this schema. A newer one than we know is refused, never guessed at. */
  readonly schema: 1;
  readonly app: string;
  readonly environment: string;
  /** Counts events from 1. */
  readonly sequence: number;
  readonly live?: Deployed;
  readonly previous?: Deployed;
  readonly rollout?: Rollout;
  readonly lease?: Lease;
  readonly lastStopped?: Stopped;
  /** Last proven backup, by environment. */
  readonly backup?: BackupRecord;
}

export interface BackupRecord {
  readonly name: string;
  readonly at: string;
  /** Bytes of the archive. */
  readonly size: number;
  readonly sha256: string;
  readonly restored: boolean;
}

export type EventType =
  | 'rollout-started'
  | 'rollout-intent'
  | 'rollout-requested'
  | 'rollout-succeeded'
  | 'rollout-stopped'
  | 'lease-acquired'
  | 'lease-renewed'
  | 'lease-released'
  | 'backup-recorded'
  | 'note';

/** One append. The message says it in words; `data` holds details for machines. */
export interface LedgerEvent {
  readonly type: EventType;
  readonly message: string;
  readonly at: string;
  readonly actor: string;
  readonly runId?: string;
  readonly data?: Record<string, unknown>;
}

export interface Entry {
  /** Commit id, or a counter in memory. */
  readonly id: string;
  readonly event: LedgerEvent;
  readonly state: EnvironmentState;
}

export interface Head {
  readonly id: string;
  readonly state: EnvironmentState;
}

/** A backend: one append-only chain per key, moved only by compare-and-swap. */
export interface LedgerStore {
  readonly type: 'github' | 'git' | 'memory';
  /** Words for messages: where the ledger is. */
  readonly location: string;
  /** undefined when the key has no entry yet. One request. */
  head(key: string): Promise<Head | undefined>;
  /** Throws LedgerConflict when the head is no longer `parent`. At most three requests. */
  append(
    key: string,
    parent: string | undefined,
    event: LedgerEvent,
    state: EnvironmentState,
  ): Promise<string>;
  /** Newest first. */
  history(key: string, limit: number): Promise<Entry[]>;
  keys(prefix: string): Promise<string[]>;
}

/** The head moved between the read and the append. Nothing was written. */
export class LedgerConflict extends Error {
  override readonly name = 'LedgerConflict';
}

/** The record of one app's environments. */
export interface Ledger {
  readonly app: string;
  readonly location: string;
  read(environment: string): Promise<EnvironmentState>;
  /**
   * Reads, lets `decide` make the next state and its event, appends by compare-and-swap, and starts over
   * when somebody was faster. `decide` may be called several times; it may throw to give up, or return
   * undefined when there is nothing to write. Sequence, schema, app and environment are filled in.
   * Returns the state after it. Throws RemoteError when others were faster all through the deadline.
   */
  append(environment: string, decide: Decide): Promise<EnvironmentState>;
  /** Newest first; 50 unless told. */
  history(environment: string, limit?: number): Promise<Entry[]>;
  environments(): Promise<string[]>;
}

/** When, by whom and in which run: what the ledger stamps on each event, and transitions put into the state. */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The same, ISO 8601, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly runId: string | undefined;
}

/** An event and what it changes in the state. */
export interface Change {
  readonly event: EventDraft;
  readonly state: Partial<StatePatch>;
}

export type Decide = (state: EnvironmentState, stamp: Stamp) => Change | undefined;

/** `at`, `actor` and `runId` are filled in by the ledger. */
export type EventDraft = Pick<LedgerEvent, 'type' | 'message' | 'data'>;

/** Keys to set; `undefined` removes a key. */
export type StatePatch = {
  [K in 'live' | 'previous' | 'rollout' | 'lease' | 'lastStopped' | 'backup']:
    | EnvironmentState[K]
    | undefined;
};
