import { randomUUID } from 'node:crypto';
import { decode, encode } from '../record.ts';
import type { LedgerStore } from '../types.ts';
import { LedgerConflict } from '../types.ts';

/** Lives as long as the object: for dry runs and tests. Keeps text, as the others do: nobody edits the past. */
export function memoryStore(): LedgerStore {
  const chains = new Map<string, string[]>();
  const entry = (key: string, at: number) => {
    const message = chains.get(key)?.[at - 1];
    return message === undefined ? undefined : { id: String(at), ...decode(message, `${key} at ${at}`) };
  };
  const length = (key: string): number => chains.get(key)?.length ?? 0;
  return {
    type: 'memory',
    location: 'memory',
    async head(key) {
      const newest = entry(key, length(key));
      return newest && { id: newest.id, state: newest.state };
    },
    async append(key, parent, event, state) {
      const head = length(key) === 0 ? undefined : String(length(key));
      if (head !== parent) throw new LedgerConflict(`${key} moved past ${parent ?? 'nothing'}`);
      chains.set(key, [...(chains.get(key) ?? []), encode(event, state, randomUUID()).message]);
      return String(length(key));
    },
    async history(key, limit) {
      const from = Math.max(0, length(key) - limit);
      const numbers = Array.from({ length: length(key) - from }, (_, at) => length(key) - at);
      return numbers.flatMap((at) => entry(key, at) ?? []);
    },
    async keys(prefix) {
      return [...chains.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
  };
}
