import { type Clock, RemoteError, type RetryPolicy } from '@fairway/runtime';
import { RegistryError } from './failure.ts';

/**
 * How long one piece of work is tried. The deadline counts from the last progress, so that a long upload
 * over a bad line goes on as long as bytes arrive.
 */
export class Patience {
  readonly #clock: Clock;
  readonly #policy: RetryPolicy;
  readonly #signal: AbortSignal;
  #end: number;
  #tries = 0;

  constructor(clock: Clock, policy: RetryPolicy, signal: AbortSignal) {
    this.#clock = clock;
    this.#policy = policy;
    this.#signal = signal;
    this.#end = clock.now() + policy.deadline;
  }

  progress(): void {
    this.#tries = 0;
    this.#end = this.#clock.now() + this.#policy.deadline;
  }

  /** Waits before the next try; throws the error when it is final or the deadline would pass. */
  async after(error: unknown): Promise<void> {
    this.#signal.throwIfAborted();
    if (!(error instanceof RemoteError) || !error.retryable) throw error;
    const { firstPause, maxPause } = this.#policy;
    const ceiling = Math.min(maxPause, firstPause * 2 ** this.#tries++);
    const asked = error instanceof RegistryError ? error.after : undefined;
    const pause = asked ?? ceiling * (0.5 + Math.random() / 2);
    if (this.#clock.now() + pause > this.#end) throw error;
    await this.#clock.sleep(pause, this.#signal);
  }

  async try<T>(attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        await this.after(error);
      }
    }
  }
}
