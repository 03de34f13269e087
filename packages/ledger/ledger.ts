import { type Clock, RemoteError } from '@fairway/runtime';
import { environmentKey } from './names.ts';
import { SCHEMA } from './record.ts';
import { withoutSecrets } from './secrets.ts';
import type { Change, EnvironmentState, Ledger, LedgerEvent, LedgerStore, Stamp } from './types.ts';
import { LedgerConflict } from './types.ts';

export interface LedgerOptions {
  readonly app: string;
  readonly actor: string;
  readonly runId: string | undefined;
  readonly clock: Clock;
  /** Aborted: an append still goes through, so that a cancelled job can record how far it came, but soon. */
  readonly signal?: AbortSignal;
  /** Hides secrets: what is written here can be read by everyone who can read the repository, for ever. */
  readonly redact?: (text: string) => string;
  /** Milliseconds from the first try of one append after which none is started. Default 2 minutes. */
  readonly deadline?: number;
}

const DEADLINE = 120_000;
/** A cancelled job has about ten seconds left. */
const CANCELLED_DEADLINE = 7_000;
const FIRST_PAUSE = 4;
const MAX_PAUSE = 5_000;

/** Appends of one process to one environment stand in line here; only other processes compete by the CAS. */
export function createLedger(store: LedgerStore, options: LedgerOptions): Ledger {
  const { app } = options;
  const lines = new Map<string, Promise<unknown>>();
  const empty = (environment: string): EnvironmentState => ({
    schema: SCHEMA,
    app,
    environment,
    sequence: 0,
  });

  return {
    app,
    location: store.location,
    async read(environment) {
      return (await store.head(environmentKey(app, environment)))?.state ?? empty(environment);
    },
    append(environment, decide) {
      const key = environmentKey(app, environment);
      const mine = (lines.get(key) ?? Promise.resolve()).then(() =>
        untilWritten(store, key, options, (state, stamp) => {
          const before = state ?? empty(environment);
          const change = withoutSecrets(decide(before, stamp), options.redact);
          return { before, change };
        }),
      );
      lines.set(
        key,
        mine.catch(() => undefined),
      );
      return mine;
    },
    history: (environment, limit = 50) => store.history(environmentKey(app, environment), limit),
    async environments() {
      const keys = await store.keys(`${app}/`);
      return keys.map((key) => key.slice(app.length + 1)).sort();
    },
  };
}

type Step = (
  state: EnvironmentState | undefined,
  stamp: Stamp,
) => { before: EnvironmentState; change: Change | undefined };

/** No upper number of tries: with many writers any number would lose an event some day. Time bounds it. */
async function untilWritten(
  store: LedgerStore,
  key: string,
  options: LedgerOptions,
  step: Step,
): Promise<EnvironmentState> {
  const { clock, signal, deadline = DEADLINE } = options;
  const start = clock.now();
  for (let tries = 1; ; tries++) {
    const head = await store.head(key);
    const stamp = stampOf(options);
    const { before, change } = step(head?.state, stamp);
    if (!change) return before;
    const next = apply(before, change.state);
    try {
      await store.append(key, head?.id, eventOf(change, stamp), next);
      return next;
    } catch (error) {
      if (!(error instanceof LedgerConflict)) throw error;
      const waited = clock.now() - start;
      const limit = signal?.aborted ? Math.min(deadline, CANCELLED_DEADLINE) : deadline;
      if (waited > limit) throw contended(store, key, tries, error);
      // Full jitter, up to a pause that lets twenty writers through one by one: writers that collided once must
      // not collide again in step, and shorter pauses would only waste everybody's requests.
      await clock.sleep(Math.random() * Math.min(MAX_PAUSE, FIRST_PAUSE * 2 ** tries));
    }
  }
}

function stampOf({ clock, actor, runId }: LedgerOptions): Stamp {
  const now = clock.now();
  return { now, at: new Date(now).toISOString(), actor, runId };
}

function eventOf({ event }: Change, { at, actor, runId }: Stamp): LedgerEvent {
  return { ...event, at, actor, ...(runId === undefined ? {} : { runId }) };
}

function apply(before: EnvironmentState, patch: Change['state']): EnvironmentState {
  const { schema, app, environment, sequence, ...facts } = before;
  const kept = Object.entries({ ...facts, ...patch }).filter(([, value]) => value !== undefined);
  return { schema, app, environment, sequence: sequence + 1, ...Object.fromEntries(kept) };
}

function contended(store: LedgerStore, key: string, tries: number, cause: unknown): RemoteError {
  return new RemoteError(`the ledger of ${key} was moved by others in each of ${tries} tries`, {
    where: store.location,
    mend: 'run the job again; if it stays, look for a job that appends in a loop',
    retryable: true,
    cause,
  });
}
