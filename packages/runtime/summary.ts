import { appendFileSync } from 'node:fs';

/** The platform keeps 1 MiB a step; room is left for the note that says what was cut. */
const LIMIT = 1024 * 1024 - 4096;

/** Markdown for the job summary, collected and written once at the end. */
export class Summary {
  #text = '';

  heading(text: string, level = 2): this {
    return this.raw(`${'#'.repeat(level)} ${text}\n\n`);
  }

  paragraph(text: string): this {
    return this.raw(`${text}\n\n`);
  }

  table(head: readonly string[], rows: readonly (readonly string[])[]): this {
    const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |\n`;
    return this.raw(`${line(head)}${line(head.map(() => '---'))}${rows.map(line).join('')}\n`);
  }

  details(title: string, body: string): this {
    return this.raw(`<details><summary>${title}</summary>\n\n${body}\n\n</details>\n\n`);
  }

  code(text: string, language = ''): this {
    // A longer fence than any in the text, so that the text cannot close it.
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return this.raw(`${fence}${language}\n${text}\n${fence}\n\n`);
  }

  raw(markdown: string): this {
    this.#text += markdown;
    return this;
  }

  /** Whole, or cut at a line so that the step stays within the platform's limit. */
  text(): string {
    if (Buffer.byteLength(this.#text) <= LIMIT) return this.#text;
    const cut = Buffer.from(this.#text).subarray(0, LIMIT).toString('utf8');
    return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n_Cut here: the platform keeps 1 MiB a step. The log has the rest._\n`;
  }

  /** Appends to the runner's summary file, redacted. */
  write(path: string | undefined, redact: (text: string) => string): void {
    if (path && this.#text) appendFileSync(path, redact(this.text()));
  }
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\r?\n/g, '<br>');
