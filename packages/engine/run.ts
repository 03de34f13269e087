import type { Deployed, Release, Request, StrategyName } from '@fairway/ledger';
import { type Machine, next, type Observation, type Verdict } from '@fairway/rollout';
import type { Observed } from '@fairway/targets';
import type { Hold } from './lease.ts';
import type { Carried } from './record.ts';
import type { Site } from './site.ts';

/** What was measured with one share of the traffic. */
export interface StepVerdicts {
  /** Percent of the traffic. */
  readonly weight: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly verdicts: readonly Verdict[];
}

/** One rollout that this process carries. What another process needs to go on is all in the ledger. */
export interface Run {
  readonly site: Site;
  readonly id: string;
  readonly release: Release;
  readonly strategy: StrategyName;
  /** What is live beside it. */
  readonly before: Deployed | undefined;
  readonly carried: Carried;
  machine: Machine;
  /** The machine after the effect whose record is under way: what a cancellation in that moment goes on from. */
  concluding?: Machine | undefined;
  /** What the machine is told first. */
  first: Observation;
  /** As the ledger has it, and since when (ms since 1970). */
  written: Machine;
  writtenAt: number;
  readonly verdicts: StepVerdicts[];
  /** Of the last look, when it is not in the ledger yet. */
  unrecorded?: readonly Verdict[] | undefined;
  seen: readonly string[];
  revision?: string | undefined;
  /** When requests were looked for last, and the one that is being taken up. */
  askedAt: number;
  answers?: Request | undefined;
  /** What the target ran at the last look, and the looks in a row that failed. */
  observed?: Observed | undefined;
  blind: number;
  /** `pausedAt` of the pause that people were told of. */
  toldPause?: number | undefined;
  /** Notices under way. */
  readonly notices: Promise<void>[];
  /** After the promotion: why it must be taken back. */
  problem?: string;
  /** What serves after an abort, in words. */
  back?: string;
  cause?: unknown;
}

/** Before an effect: what is about to be made. */
export async function intend(
  run: Run,
  intent: string,
  hold: Pick<Hold, 'signal'>,
  weight?: number,
): Promise<void> {
  const { machine } = run;
  const more = { machine, ...(weight === undefined ? {} : { weight }) };
  await cancellable(run.carried.intent(intent, more), hold);
  mark(run, machine);
}

/**
 * After an effect: what came of it, with the state that the machine will be in when it is told `seen`, so that
 * whoever goes on from the record does not make the effect again. What makes it abort is recorded with the
 * abort, which a slow ledger does not hold up.
 */
export async function conclude(
  run: Run,
  words: string,
  seen: Observation,
  hold: Pick<Hold, 'signal'>,
  data?: Record<string, unknown> | undefined,
): Promise<void> {
  const { machine } = next(run.machine, seen);
  if (machine.phase === 'aborting') return;
  run.concluding = machine;
  await cancellable(run.carried.outcome(words, { machine, ...(data ? { data } : {}) }), hold);
  mark(run, machine);
}

function mark(run: Run, machine: Machine): void {
  run.written = machine;
  run.writtenAt = run.site.ports.clock.now();
}

/** The ledger's writes outlive a cancellation; a rollout must not wait for a slow one while it is cancelled. */
export async function cancellable(written: Promise<void>, { signal }: Pick<Hold, 'signal'>): Promise<void> {
  const done = new AbortController();
  const cancelled = new Promise<never>((_, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true, signal: done.signal });
  });
  try {
    await Promise.race([written, cancelled]);
  } finally {
    done.abort();
  }
}
