import { setTimeout } from 'node:timers/promises';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A timer takes no more (25 days) and would end at once. */
const LONGEST = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  async sleep(ms, signal) {
    try {
      let left = ms;
      do {
        await setTimeout(Math.min(left, LONGEST), undefined, signal ? { signal } : {});
        left -= LONGEST;
      } while (left > 0);
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    }
  },
};
