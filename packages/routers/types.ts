import type { Target, TargetContext } from '@fairway/targets';

/** Shifts traffic between the live revision and the candidate. Never decides. */
export interface Router {
  readonly type: string;
  /** Percent of requests that go to the candidate, 0 to 100. Idempotent. */
  setWeight(percent: number, signal: AbortSignal): Promise<void>;
  /** The weight that really holds, read back. */
  weight(signal?: AbortSignal): Promise<number>;
  /** Leaves no trace of the split, after promote or discard. Idempotent. */
  finalize(signal: AbortSignal): Promise<void>;
}

export interface RouterDriver<C> {
  readonly type: string;
  open(config: C, context: TargetContext, target: Target): Router;
}
