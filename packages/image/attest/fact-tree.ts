import type { FileFacts } from '@fairway/scan/sbom';

/** What files tell, by path, with folders that can be taken away whole. Holds only files that tell something. */
export class FactTree {
  readonly #facts = new Map<string, FileFacts>();
  /** How many facts lie below each folder. */
  readonly #below = new Map<string, number>();

  get facts(): ReadonlyMap<string, FileFacts> {
    return this.#facts;
  }

  get(path: string): FileFacts | undefined {
    return this.#facts.get(path);
  }

  set(path: string, facts: FileFacts): void {
    if (!this.#facts.has(path)) this.#count(path, 1);
    this.#facts.set(path, facts);
  }

  /** The path and all below it. */
  remove(path: string): void {
    if (this.#facts.delete(path)) this.#count(path, -1);
    this.empty(path);
  }

  /** All below a folder; '' is the root. */
  empty(folder: string): void {
    // Nearly always there is nothing: then no path is looked at.
    if (folder !== '' && !this.#below.has(folder)) return;
    for (const path of [...this.#facts.keys()]) {
      if (folder !== '' && !path.startsWith(`${folder}/`)) continue;
      this.#facts.delete(path);
      this.#count(path, -1);
    }
  }

  #count(path: string, by: number): void {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      const count = (this.#below.get(folder) ?? 0) + by;
      if (count > 0) this.#below.set(folder, count);
      else this.#below.delete(folder);
    }
  }
}
