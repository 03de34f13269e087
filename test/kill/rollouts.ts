import type { Entry, LedgerEvent, Release } from '@fairway/ledger';
import type { Machine } from '@fairway/rollout';

/** One rollout, as the record tells it. */
export interface Told {
  readonly version: string;
  readonly ending: 'promoted' | 'aborted' | 'in flight';
  /** How many events end it. */
  readonly ends: number;
  /** Its events; `interrupted`: the environment changed hands since the one before. */
  readonly events: readonly { readonly entry: Entry; readonly interrupted: boolean }[];
  /** Shares of the traffic it was to get, in percent, in order. */
  readonly intents: readonly number[];
  /** What its metric remembered, wherever that changed. */
  readonly memories: readonly Memory[];
}

export interface Memory {
  readonly until: number;
  readonly looks: number;
  readonly all: readonly [number, number, number, number];
}

/** Whether an event ends a rollout. */
export const isEnd = ({ type }: LedgerEvent): boolean =>
  type === 'rollout-succeeded' || type === 'rollout-stopped';

/** All rollouts but that of 1.0.0, which the scene begins with. `entries`: oldest first. */
export function rollouts(entries: readonly Entry[]): Told[] {
  const starts = entries.filter(({ event }) => event.type === 'rollout-started').slice(1);
  return starts.map(({ event }) => {
    const id = event.data?.rollout;
    const events = eventsOf(entries, id);
    const ends = events.filter(({ entry }) => isEnd(entry.event));
    const succeeded = ends.some(({ entry }) => entry.event.type === 'rollout-succeeded');
    return {
      version: (event.data?.release as Release | undefined)?.version ?? 'unknown',
      ending: ends.length === 0 ? 'in flight' : succeeded ? 'promoted' : 'aborted',
      ends: ends.length,
      events,
      intents: events.flatMap(({ entry }) => intended(entry.event)),
      memories: memoriesOf(events.map(({ entry }) => entry)),
    };
  });
}

function eventsOf(entries: readonly Entry[], id: unknown): Told['events'] {
  let interrupted = false;
  return entries.flatMap((entry) => {
    const { type, data } = entry.event;
    if (type.startsWith('lease-')) interrupted = true;
    if (data?.rollout !== id) return [];
    const found = { entry, interrupted };
    interrupted = false;
    return [found];
  });
}

function intended({ data }: LedgerEvent): number[] {
  const share = /^weight (\d+)$/.exec(String(data?.intent))?.[1];
  return share === undefined || data?.outcome !== undefined ? [] : [Number(share)];
}

function memoriesOf(entries: readonly Entry[]): Memory[] {
  const all = entries.flatMap(({ state }) => {
    const machine = state.rollout?.machine as Machine | undefined;
    const memory = machine?.memories.errors;
    // A cancellation aborts with what was known before the look that it cut off; nothing is measured after it.
    return memory && machine?.phase !== 'aborting' ? [memory as unknown as Memory] : [];
  });
  return all.filter((memory, i) => JSON.stringify(memory) !== JSON.stringify(all[i - 1]));
}
