import type { Entry, LedgerStore } from '../types.ts';
import { LedgerConflict } from '../types.ts';

/** Lives as long as the object: for dry runs and tests. Entries are copied, so nobody can edit the past. */
export function memoryStore(): LedgerStore {
  const chains = new Map<string, Entry[]>();
  const chain = (key: string): Entry[] => chains.get(key) ?? [];
  return {
    type: 'memory',
    location: 'memory',
    async head(key) {
      const entry = chain(key).at(-1);
      return entry && structuredClone({ id: entry.id, state: entry.state });
    },
    async append(key, parent, event, state) {
      const entries = chain(key);
      if (entries.at(-1)?.id !== parent) throw new LedgerConflict(`${key} moved past ${parent ?? 'nothing'}`);
      const id = String(entries.length + 1);
      chains.set(key, [...entries, structuredClone({ id, event, state })]);
      return id;
    },
    async history(key, limit) {
      return structuredClone(chain(key).slice(-limit).reverse());
    },
    async keys(prefix) {
      return [...chains.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
}
