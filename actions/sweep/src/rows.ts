import { holderOf, nameOf, type Site, type Status, type Swept, statusOf } from '@fairway/engine';

/** What was done, or would be done, to one environment. JSON; times in ISO 8601. */
export interface Row {
  readonly environment: string;
  readonly outcome: Swept['outcome'] | 'due';
  readonly version?: string;
  /** One sentence for people. */
  readonly detail: string;
  readonly nextAt?: string;
}

export function rowOf({ environment, outcome, version, detail, nextAt }: Swept): Row {
  return {
    ...{ environment, outcome, detail },
    ...(version === undefined ? {} : { version }),
    ...(nextAt === undefined ? {} : { nextAt: new Date(nextAt).toISOString() }),
  };
}

/** What a sweep would find now. Changes nothing. */
export async function planned({ ledger, environment, ports }: Site): Promise<Row> {
  const state = await ledger.read(environment);
  const now = ports.clock.now();
  const { rollout } = statusOf(state, now);
  if (!rollout) return { environment, outcome: 'idle', detail: 'no rollout is in flight' };
  const { version } = rollout.release;
  const holder = holderOf(state, now);
  if (holder !== undefined) return { environment, version, outcome: 'held', detail: `${holder} carries it` };
  const { nextAt } = rollout;
  const due = nextAt === undefined || Date.parse(nextAt) <= now;
  const outcome = due ? 'due' : rollout.paused ? 'paused' : 'baking';
  return {
    ...{ environment, version, outcome, detail: `${nameOf(rollout.release)}: ${wordsFor(rollout, due)}` },
    ...(nextAt === undefined ? {} : { nextAt }),
  };
}

function wordsFor({ phase, weight, paused, reason }: NonNullable<Status['rollout']>, due: boolean): string {
  if (paused)
    return due ? 'has waited too long for a person' : `waits for a person at ${weight}%: ${reason ?? ''}`;
  const word = phase ?? 'was interrupted';
  return due ? `${word} at ${weight}%, and something is due` : `${word} at ${weight}%`;
}
