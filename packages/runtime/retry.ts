import type { Clock } from './clock.ts';

export interface RetryPolicy {
  /** Milliseconds from the first try after which none is started. */
  readonly deadline: number;
  /** First pause in milliseconds; doubled each time up to `maxPause`, with full jitter. */
  readonly firstPause: number;
  readonly maxPause: number;
}

export const DEFAULT_RETRY: RetryPolicy = { deadline: 60_000, firstPause: 250, maxPause: 15_000 };

/** How long to wait before the next try, in ms; undefined: do not try again. */
export type Verdict = { after?: number } | undefined;

/**
 * Tries until it works, `judge` says the error is final, or the next pause would pass the deadline; then
 * throws the last error. A pause the server asked for (`after`) is kept, never shortened.
 */
export async function retry<T>(
  attempt: (tries: number) => Promise<T>,
  judge: (error: unknown) => Verdict,
  { clock, signal, policy = DEFAULT_RETRY }: { clock: Clock; signal?: AbortSignal; policy?: RetryPolicy },
): Promise<T> {
  const end = clock.now() + policy.deadline;
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted();
    try {
      return await attempt(tries);
    } catch (error) {
      const verdict = judge(error);
      if (!verdict) throw error;
      const ceiling = Math.min(policy.maxPause, policy.firstPause * 2 ** (tries - 1));
      // Never below the back-off: `Retry-After: 0` must not become a tight loop.
      const pause = Math.max(verdict.after ?? 0, ceiling * (0.5 + Math.random() / 2));
      if (clock.now() + pause > end) throw error;
      await clock.sleep(pause, signal);
    }
  }
}
