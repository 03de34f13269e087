import type { Memory, Verdict } from './judge/types.ts';
import type { Metric } from './metric-kind.ts';

/** One share of the traffic, and what must hold before the rollout goes on from it. */
export interface PlanStep {
  /** Percent. 0: before any traffic; 100: after the switch, while the old release still stands by. */
  readonly weight: number;
  /** Milliseconds to keep it. */
  readonly bake: number;
  /** Milliseconds after the weight holds that are not measured. */
  readonly warmUp: number;
  /** Names of the metrics that are judged here. None: time (and checks and approval) alone decide. */
  readonly metrics: readonly string[];
  /** Whether the step's checks run when its bake has ended well; which they are stands in the config. */
  readonly checks: boolean;
  /** Whether a person must agree before the next step. */
  readonly approval: boolean;
}

/** A rollout as it was planned when it started; a changed configuration does not change one in flight. JSON. */
export interface RolloutPlan {
  readonly strategy: 'recreate' | 'rolling' | 'blue-green' | 'canary';
  /**
   * `stage`: the candidate stands beside the live release and traffic is shifted; `apply`: the target replaces
   * the live release by its own means, and every step has the weight 100.
   */
  readonly by: 'stage' | 'apply';
  readonly steps: readonly PlanStep[];
  /** Milliseconds between looks in a bake; absent: one look, when the bake ends. */
  readonly interval?: number;
  /** Milliseconds, without the time it waited for a person. */
  readonly maxDuration: number;
  /** Milliseconds it may wait for a person; then it is aborted. */
  readonly maxPause: number;
  readonly metrics: readonly Metric[];
  /** All false alarms of the whole rollout: 0.01 is one percent. Shared among the compared metrics. */
  readonly alpha: number;
  /** Of 100, weighted by group: at least `pass` goes on, below `marginal` aborts, between them pauses. */
  readonly score: { readonly pass: number; readonly marginal: number };
}

/** How often each metric went wrong. Errors in a row; the others over the whole rollout. */
export interface Tally {
  readonly failures: number;
  readonly errors: number;
  readonly inconclusive: number;
}

export type Phase =
  | 'staging'
  | 'applying'
  | 'shifting'
  | 'baking'
  | 'checking'
  /** Waits for a person: at an approval point, or because nothing is clear. */
  | 'paused'
  | 'promoting'
  | 'aborting'
  | 'promoted'
  | 'aborted';

/** The whole state of a rollout. JSON, so that any later process can go on with it. Times: ms since 1970. */
export interface Machine {
  readonly schema: 2;
  readonly plan: RolloutPlan;
  readonly phase: Phase;
  /** Index of the step. */
  readonly step: number;
  /** Percent the candidate has, or is to get, now. */
  readonly weight: number;
  /** Since when its maximum duration counts: when it was staged or applied. */
  readonly startedAt: number;
  /** When the step's weight was confirmed. */
  readonly stepAt: number;
  readonly measureAt: number;
  readonly tallies: Readonly<Record<string, Tally>>;
  /** By metric; see `Memory`. */
  readonly memories: Readonly<Record<string, Memory>>;
  /** When it began to wait for a person, why, and how long it has waited before. */
  readonly pausedAt?: number;
  readonly pausedFor: number;
  readonly pause?: 'approval' | 'unclear';
  /** Why it paused or aborted, or who let it go on, for people. */
  readonly reason?: string;
  /** The look that is under way: an answer to another one does not count. */
  readonly asked?: { readonly step: number; readonly final: boolean };
  /** What the last final look still lacked, for people. */
  readonly lacks?: string;
  /** What has passed in a final look of this step and is asked only once a bake. */
  readonly once?: Readonly<Record<string, Verdict>>;
  /** The promotion was decided, so it may have been made even if a stop came after. */
  readonly promoteIntended?: true;
}

export type Observation =
  | { readonly kind: 'time'; readonly now: number }
  /** The candidate stands healthy beside the live release. */
  | { readonly kind: 'staged'; readonly now: number }
  /** The target serves the release alone, read back and healthy; for plans that apply. */
  | { readonly kind: 'applied'; readonly now: number }
  /** The weight that really holds, read back. */
  | { readonly kind: 'shifted'; readonly now: number; readonly weight: number }
  /** The answer to the last `measure`; another one changes nothing. A metric that was not due has no verdict. */
  | {
      readonly kind: 'measured';
      readonly now: number;
      readonly step: number;
      readonly verdicts: readonly Verdict[];
      readonly memories: Readonly<Record<string, Memory>>;
    }
  | { readonly kind: 'checked'; readonly now: number; readonly step: number; readonly problem?: string }
  /** The target serves the candidate alone, read back. */
  | { readonly kind: 'promoted'; readonly now: number }
  /** The candidate has no traffic and is gone, read back; or what was applied is taken back. */
  | { readonly kind: 'discarded'; readonly now: number }
  /** What another process finds when it takes over: the weight that holds, and what the target runs. */
  | {
      readonly kind: 'resumed';
      readonly now: number;
      readonly weight: number;
      readonly candidate: 'healthy' | 'unhealthy' | 'gone';
      /** Whether the target serves the release alone. */
      readonly serves: boolean;
    }
  /** A person lets it go on from a pause; `full` skips all that is left and promotes, at any time. */
  | { readonly kind: 'promote'; readonly now: number; readonly full: boolean; readonly by: string }
  /** An effect failed, the candidate is unhealthy, or somebody wants it stopped. */
  | { readonly kind: 'stop'; readonly now: number; readonly reason: string };

export type Decision =
  | { readonly kind: 'stage' }
  | { readonly kind: 'apply' }
  | { readonly kind: 'shift'; readonly weight: number }
  | { readonly kind: 'wait'; readonly until: number }
  /** Ask and judge the step's metrics; `from`: since when the weight counts; `final`: the bake has ended. */
  | {
      readonly kind: 'measure';
      readonly step: number;
      readonly from: number;
      readonly to: number;
      readonly final: boolean;
    }
  | { readonly kind: 'check'; readonly step: number }
  /** Make the candidate live, and read it back; for plans that apply, only read it back. */
  | { readonly kind: 'promote' }
  /** Weight 0, then discard the candidate; or go back to what was live before. */
  | { readonly kind: 'abort'; readonly reason: string }
  /** Only a person can go on from here, until `until` (then it is aborted). */
  | {
      readonly kind: 'pause';
      readonly why: 'approval' | 'unclear';
      readonly reason: string;
      readonly until: number;
    }
  | { readonly kind: 'done'; readonly outcome: 'promoted' | 'aborted'; readonly reason?: string };
