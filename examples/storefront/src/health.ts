import type { Store } from './store.ts';

/** Ready for traffic: the database answers and is migrated. */
export function checkHealth(store: Store): { ok: boolean; reason?: string } {
  try {
    store.check();
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
