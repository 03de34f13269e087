import type { Target, TargetContext } from '@fairway/targets';

/** Requests that go to the candidate whatever the weight: those with this header or cookie. */
export type Pin =
  | { readonly header: string; readonly value: string }
  | { readonly cookie: string; readonly value: string };

/** Shifts traffic between the live revision and the candidate. Never decides. */
export interface Router {
  readonly type: string;
  /** Percent of requests that go to the candidate, 0 to 100. Idempotent. */
  setWeight(percent: number, signal: AbortSignal): Promise<void>;
  /** The weight that really holds, read back. */
  weight(signal?: AbortSignal): Promise<number>;
  /**
   * Sends requests with one of these headers or cookies to the candidate, also at weight 0; an empty list
   * sends none. Absent where the router cannot. Idempotent.
   */
  setPins?(pins: readonly Pin[], signal: AbortSignal): Promise<void>;
  /** The pins that really hold, read back; names of headers in lower case. */
  pins?(signal?: AbortSignal): Promise<readonly Pin[]>;
  /** Leaves no trace of the split, after promote or discard: pins too. Idempotent. */
  finalize(signal: AbortSignal): Promise<void>;
}

export interface RouterDriver<C> {
  readonly type: string;
  open(config: C, context: TargetContext, target: Target): Router;
}
