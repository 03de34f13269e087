import { Stats } from './stats.ts';

/** How many revisions' figures are kept. */
const KEPT = 6;

/** What was counted, by digest: a candidate's figures stay its own when it becomes live. */
export class Figures {
  readonly #stats = new Map<string, Stats>();

  of(digest: string): Stats {
    const known = this.#stats.get(digest);
    if (known) return known;
    const made = new Stats();
    this.#stats.set(digest, made);
    return made;
  }

  /** Forgets the oldest that are not in use. */
  prune(inUse: readonly string[]): void {
    for (const digest of this.#stats.keys()) {
      if (this.#stats.size <= KEPT) return;
      if (!inUse.includes(digest)) this.#stats.delete(digest);
    }
  }
}
