/** Replaces secrets in text by `***`, in the forms in which they leak. */
export class Masks {
  readonly #values = new Set<string>();
  #pattern: RegExp | undefined;

  /** A copy that can learn more without the original knowing, for one job. */
  fork(): Masks {
    const copy = new Masks();
    for (const value of this.#values) copy.#values.add(value);
    return copy;
  }

  /** Masks a value, each line of it, and its encodings (base64 at every offset, JSON, URL). */
  add(value: string): void {
    for (const text of [value, ...value.split(/\r?\n/)]) {
      if (text.trim() === '') continue;
      for (const form of formsOf(text)) this.#values.add(form);
    }
    this.#pattern = undefined;
  }

  apply(text: string): string {
    if (this.#values.size === 0) return text;
    if (!this.#pattern) {
      const longestFirst = [...this.#values].sort((a, b) => b.length - a.length);
      const alternatives = longestFirst.map((value) => value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
      this.#pattern = new RegExp(alternatives.join('|'), 'g');
    }
    return text.replace(this.#pattern, '***');
  }

  /** Whether a text holds a secret. */
  found(text: string): boolean {
    return this.apply(text) !== text;
  }
}

function formsOf(text: string): string[] {
  const forms = [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text.toWellFormed())];
  // Inside a longer base64 text a secret begins at any of three offsets; the edge characters differ.
  if (text.length > 5) {
    for (let shift = 0; shift < 3; shift++) {
      const bytes = Buffer.from('\0'.repeat(shift) + text);
      const usable = bytes.subarray(0, bytes.length - (bytes.length % 3));
      forms.push(usable.toString('base64').slice(shift === 0 ? 0 : 4));
    }
    forms.push(Buffer.from(text).toString('base64'));
  }
  return forms.filter((form) => form.length > 0);
}
