export type Path = readonly (string | number)[];

/** The subset of JSON Schema 2020-12 that kinds emit for editors. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

export interface Problem {
  /** Keys and indexes from the document's root to the offending node. */
  readonly path: Path;
  readonly message: string;
  /** Whether the key itself or its value is wrong: decides which position is shown. */
  readonly on: 'key' | 'value';
}

export type Report = (problem: Problem) => void;

/**
 * One kind of value, declared once: how it is read strictly, how editors learn it, and how the text of
 * an action input becomes it. Every problem is reported; nothing is coerced silently.
 */
export interface Kind<T> {
  /** Word for tables and messages: `duration`, `list of text`. */
  readonly name: string;
  readonly json: JsonSchema;
  /** True when the value must be masked before anything is printed. */
  readonly secret?: boolean;
  /** Returns the value, or reports at least one problem and returns undefined. */
  read(value: unknown, path: Path, report: Report): T | undefined;
  /** The text of an action input as the value that `read` takes; scalars take the text itself. */
  fromText?(text: string): unknown;
}

export interface FieldOptions {
  readonly description: string;
}

export type Infer<K> = K extends Kind<infer T> ? T : never;

/** `environments.prod.checks[0].http`, for messages. */
export function showPath(path: Path): string {
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i ? `.${part}` : part)).join('');
}

/** What was found, in words short enough for a message. */
export function found(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}..."` : shown;
}

/** The entries of a mapping; anything else is reported. */
export function entriesOf(value: unknown, path: Path, report: Report): [string, unknown][] | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.entries(value);
  report({ path, message: `expected a mapping, found ${found(value)}`, on: 'value' });
  return undefined;
}
