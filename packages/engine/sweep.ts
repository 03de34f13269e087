import { describeError } from '@fairway/runtime';
import { holderOf, unlessHeld } from './lease.ts';
import { leaveToNext } from './post.ts';
import { nameOf } from './record.ts';
import type { Site } from './site.ts';
import { summarizeRun } from './tell.ts';
import { type Ticked, tick } from './tick.ts';

/** What a sweep did to one environment. */
export interface Swept {
  readonly environment: string;
  /** `idle`: nothing was in flight; `held`: a living job carries it; `failed`: see `error`. */
  readonly outcome: Ticked['outcome'] | 'held' | 'failed';
  /** One sentence for people. */
  readonly detail: string;
  /** Version that was in flight. */
  readonly version?: string;
  /** When the next thing is due, ms since 1970. */
  readonly nextAt?: number;
  /** Why it failed, or why the rollout was aborted. */
  readonly error?: Error;
}

/**
 * Finishes what nobody resumed: does what is due of each rollout in flight that no living job carries. One
 * environment that fails does not stop the others. Never throws, but for the job's own cancellation.
 */
export async function sweep(
  open: (environment: string) => Promise<Site>,
  environments: readonly string[],
): Promise<Swept[]> {
  const swept: Swept[] = [];
  for (const environment of environments) swept.push(await sweepOne(open, environment));
  return swept;
}

async function sweepOne(open: (environment: string) => Promise<Site>, environment: string): Promise<Swept> {
  try {
    const site = await open(environment);
    site.ports.signal.throwIfAborted();
    const state = await site.ledger.read(site.environment);
    const { rollout } = state;
    if (!rollout) return { environment, outcome: 'idle', detail: 'no rollout is in flight' };
    const { version } = rollout.release;
    const holder = holderOf(state, site.ports.clock.now());
    leaveToNext(site.ports);
    const done = holder ? undefined : await unlessHeld(site, 'sweep', (hold) => tick(site, hold));
    if (!done) {
      return { environment, version, outcome: 'held', detail: `${holder ?? 'another job'} carries it` };
    }
    await summarizeRun(site, done);
    const { outcome, nextAt, failure } = done;
    return {
      ...{ environment, version, outcome, detail: `${nameOf(rollout.release)}: ${wordsFor(done)}` },
      ...(nextAt === undefined ? {} : { nextAt }),
      ...(failure ? { error: failure } : {}),
    };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { environment, outcome: 'failed', detail: describeError(cause).text, error };
  }
}

function wordsFor({ outcome, weight, nextAt, pause, failure }: Ticked): string {
  const due = nextAt === undefined ? '' : `, until ${new Date(nextAt).toISOString()}`;
  switch (outcome) {
    case 'baking':
      return `bakes at ${weight}%${due}`;
    case 'paused':
      return `waits for a person at ${weight}%${due}: ${pause?.reason ?? ''}`;
    case 'aborted':
      return `was aborted: ${failure?.message ?? ''}`;
    case 'promoted':
      return 'was promoted';
    case 'recovered':
      return weight === 100 ? 'was interrupted, and is live' : 'was interrupted, and is taken back';
    case 'idle':
      return 'ended in the meantime';
  }
}
