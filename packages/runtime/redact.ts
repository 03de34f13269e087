/** Below this length a secret's derived forms would hide ordinary text. */
const MIN_DERIVED = 4;

/**
 * Secrets in every form they travel in: raw, each line of them, base64 at any alignment (as inside
 * `user:password` pairs), URL-encoded, JSON-escaped.
 */
export class Secrets {
  readonly #forms: Set<string>;

  constructor(known?: Secrets) {
    this.#forms = new Set(known ? known.#forms : []);
  }

  /** Returns the forms that were new, so that the runner can be told to mask them too. */
  add(secret: string): string[] {
    if (secret.trim() === '') return [];
    const added = formsOf(secret).filter((form) => !this.#forms.has(form));
    for (const form of added) this.#forms.add(form);
    return added;
  }

  /** Whether a text holds one, in any form. */
  within(text: string): boolean {
    return [...this.#forms].some((form) => text.includes(form));
  }

  /** Finds every form, also where two overlap: hiding one must not leave the rest of another. */
  hide(text: string, shortest = 1): string {
    const found: [from: number, to: number][] = [];
    for (const form of this.#forms) {
      if (form.length < shortest) continue;
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        found.push([at, at + form.length]);
      }
    }
    if (found.length === 0) return text;
    found.sort(([a], [b]) => a - b);
    let hidden = '';
    let end = 0;
    for (const [from, to] of found) {
      if (from >= end) hidden += `${text.slice(end, from)}***`;
      end = Math.max(end, to);
    }
    return hidden + text.slice(end);
  }
}

/** Hides secrets, and whatever stands as userinfo in a URL. */
export class Redactor extends Secrets {
  redact(text: string): string {
    // Forms first: a secret that is a URL with userinfo is hidden whole.
    return withoutUserinfo(this.hide(text));
  }

  /** For what is kept and read again by programs: a secret of one or two letters would riddle it. */
  redactKept(text: string): string {
    return withoutUserinfo(this.hide(text, MIN_DERIVED));
  }
}

const withoutUserinfo = (text: string): string =>
  text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#]+@/gi, '$1***@');

function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).map((line) => line.trim());
  const forms = new Set([secret, secret.trim(), ...lines.filter((line) => line.length >= MIN_DERIVED)]);
  if (secret.length >= MIN_DERIVED) {
    for (const whole of new Set([secret, secret.trim(), ...forms])) {
      forms.add(encodeURIComponent(whole.toWellFormed()));
      forms.add(JSON.stringify(whole).slice(1, -1));
      for (const form of base64Forms(whole)) forms.add(form);
    }
  }
  return [...forms].filter((form) => form !== '');
}

/** The characters of the base64 text that depend on the secret alone, for each of the three alignments. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms: string[] = [];
  for (const lead of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(lead), bytes]).toString('base64url');
    const from = Math.ceil((lead * 8) / 6);
    const to = Math.floor(((lead + bytes.length) * 8) / 6);
    const core = encoded.slice(from, to);
    if (core.length < MIN_DERIVED + 1) continue;
    forms.push(core, core.replaceAll('-', '+').replaceAll('_', '/'));
  }
  return forms;
}
