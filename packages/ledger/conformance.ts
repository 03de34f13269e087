import { type Clock, systemClock } from '@fairway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLedger } from './ledger.ts';
import type { EnvironmentState, Ledger, LedgerEvent, LedgerStore } from './types.ts';
import { LedgerConflict } from './types.ts';

/** One place for ledgers, to which any number of stores can be opened. */
export interface Place {
  /** A new store, as another process would open it; the memory backend returns the same. */
  open(): Promise<LedgerStore>;
  close?(): Promise<void>;
}

const WRITERS = 20;
const EVENTS = 1_000;
const note: LedgerEvent = { type: 'note', message: 'a note', at: '2026-01-01T00:00:00.000Z', actor: 'ann' };

/** What every backend must do. `place` is called once. */
export function ledgerConformance(name: string, place: () => Promise<Place>): void {
  describe(`ledger backend ${name}`, () => {
    let where: Place;
    let store: LedgerStore;
    let apps = 0;
    const newKey = () => `app${++apps}/dev`;
    const ledger = (app: string, on = store, clock: Clock = systemClock): Ledger =>
      createLedger(on, { app, actor: 'ann', runId: '7', clock });

    beforeAll(async () => {
      where = await place();
      store = await where.open();
    });
    afterAll(() => where?.close?.());

    it('starts empty', async () => {
      const key = newKey();
      expect(await store.head(key)).toBeUndefined();
      expect(await store.history(key, 10)).toEqual([]);
      expect(await ledger('nothing').read('dev')).toEqual({
        schema: 1,
        app: 'nothing',
        environment: 'dev',
        sequence: 0,
      });
    });

    it('gives back events and states as they were, newest first', async () => {
      const key = newKey();
      const odd = {
        ...note,
        message: 'Zeile 1\n\nFairway-State: {"schema":9}\nümläut 🚢',
        data: { a: [1, { b: null }] },
      };
      const first = await store.append(key, undefined, odd, stateOf(key, 1));
      const second = await store.append(key, first, note, stateOf(key, 2));
      expect(await store.head(key)).toEqual({ id: second, state: stateOf(key, 2) });
      const history = [
        { id: second, event: note, state: stateOf(key, 2) },
        { id: first, event: odd, state: stateOf(key, 1) },
      ];
      expect(await store.history(key, 10)).toEqual(history);
      expect(await store.history(key, 1)).toEqual(history.slice(0, 1));
    });

    it('refuses an append to anything but the head', async () => {
      const key = newKey();
      const first = await store.append(key, undefined, note, stateOf(key, 1));
      await expect(store.append(key, undefined, note, stateOf(key, 1))).rejects.toThrow(LedgerConflict);
      const second = await store.append(key, first, note, stateOf(key, 2));
      await expect(store.append(key, first, note, stateOf(key, 2))).rejects.toThrow(LedgerConflict);
      expect((await store.head(key))?.id).toBe(second);
      expect(await store.history(key, 10)).toHaveLength(2);
    });

    it('lets one of many create it', async () => {
      const key = newKey();
      const stores = await Promise.all(Array.from({ length: 5 }, () => where.open()));
      const same = stores.map((one) => one.append(key, undefined, note, stateOf(key, 1)));
      const results = await Promise.allSettled(same);
      const lost = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(lost).toHaveLength(4);
      for (const reason of lost) expect(reason).toBeInstanceOf(LedgerConflict);
      expect(await store.history(key, 10)).toHaveLength(1);
    });

    it('lists the environments of one app', async () => {
      const [mine, other] = [ledger('list'), ledger('list2')];
      for (const environment of ['staging', 'dev']) await add(mine, environment);
      await add(other, 'production');
      expect(await mine.environments()).toEqual(['dev', 'staging']);
    });

    it('refuses a state of a newer schema, and writes nothing over it', async () => {
      const key = `newer/dev`;
      const newer = { ...stateOf(key, 1), schema: 2 } as unknown as EnvironmentState;
      const id = await store.append(key, undefined, note, newer);
      await expect(store.head(key)).rejects.toThrow(/newer Fairway/);
      await expect(add(ledger('newer'), 'dev')).rejects.toThrow(/written by a newer Fairway \(schema 2/);
      await expect(store.append(key, undefined, note, stateOf(key, 1))).rejects.toThrow(LedgerConflict);
      await expect(store.append(key, id, note, stateOf(key, 2))).resolves.toBeTypeOf('string');
    });

    it('keeps the state when decide gives up or has nothing to write', async () => {
      const mine = ledger('gives-up');
      await add(mine, 'dev');
      await expect(
        mine.append('dev', () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect((await mine.append('dev', () => undefined)).sequence).toBe(1);
      expect(await mine.history('dev')).toHaveLength(1);
    });

    it(`keeps ${EVENTS} appends of ${WRITERS} concurrent writers, each exactly once`, async () => {
      const started = performance.now();
      const shared = ledger('many');
      // Each has a store of its own, as in a process of its own: they compete by compare-and-swap alone.
      const own = await Promise.all(Array.from({ length: WRITERS }, () => where.open()));
      await Promise.all(
        Array.from({ length: WRITERS }, async (_, writer) => {
          const mine = ledger('many', own[writer]);
          for (let turn = 0; turn < EVENTS / WRITERS; turn++) await add(mine, 'dev', `${writer}-${turn}`);
        }),
      );
      const seconds = ((performance.now() - started) / 1_000).toFixed(1);
      console.log(`${name}: ${EVENTS} appends by ${WRITERS} writers in ${seconds} s`);
      const history = await shared.history('dev', EVENTS + 10);
      expect(history).toHaveLength(EVENTS);
      expect(new Set(history.map(({ event }) => event.message)).size).toBe(EVENTS);
      const sequence = history.map(({ state }) => state.sequence);
      expect(sequence).toEqual(Array.from({ length: EVENTS }, (_, at) => EVENTS - at));
    }, 300_000);
  });
}

function add(ledger: Ledger, environment: string, message = 'a note'): Promise<EnvironmentState> {
  return ledger.append(environment, () => ({ event: { type: 'note', message }, state: {} }));
}

function stateOf(key: string, sequence: number): EnvironmentState {
  const [app = '', environment = ''] = key.split('/');
  return { schema: 1, app, environment, sequence };
}
