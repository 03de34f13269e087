import type { Launch } from '../state.ts';
import { Stats } from './stats.ts';

/** How many revisions' figures are kept. */
const KEPT = 6;

/** A new configuration of the same image is measured for itself. */
type Counted = Pick<Launch, 'digest' | 'settings'>;
const keyOf = ({ digest, settings }: Counted): string => `${digest} ${settings}`;

/** What was counted, by what was launched: a candidate's figures stay its own when it becomes live. */
export class Figures {
  readonly #stats = new Map<string, Stats>();

  of(launch: Counted): Stats {
    const key = keyOf(launch);
    const known = this.#stats.get(key);
    if (known) return known;
    const made = new Stats();
    this.#stats.set(key, made);
    return made;
  }

  /** Forgets the oldest that are not in use. */
  prune(inUse: readonly Counted[]): void {
    const keys = inUse.map(keyOf);
    for (const key of this.#stats.keys()) {
      if (this.#stats.size <= KEPT) return;
      if (!keys.includes(key)) this.#stats.delete(key);
    }
  }
}
