import { entriesOf, found, type JsonSchema, type Kind } from './kind.ts';
import { didYouMean } from './suggest.ts';

/** A list; an input's text is split at new lines, or at commas when it is one line. */
export function list<T>(item: Kind<T>, options: { min?: number } = {}): Kind<T[]> {
  return {
    name: `list of ${item.name}`,
    ...(item.secret ? { secret: true } : {}),
    json: { type: 'array', items: item.json, ...(options.min ? { minItems: options.min } : {}) },
    fromText: (input) => {
      const parts = input.includes('\n') ? input.split('\n') : input.split(',');
      const words = parts.map((part) => part.trim()).filter((part) => part !== '');
      return words.map((word) => (item.fromText ? item.fromText(word) : word));
    },
    read(value, path, report) {
      if (!Array.isArray(value)) {
        report({ path, message: `expected a list, found ${found(value)}`, on: 'value' });
        return undefined;
      }
      if (value.length < (options.min ?? 0)) {
        report({
          path,
          message: `expected at least ${options.min} entries, found ${value.length}`,
          on: 'value',
        });
        return undefined;
      }
      const items = value.map((entry, i) => item.read(entry, [...path, i], report));
      return items.some((entry) => entry === undefined) ? undefined : (items as T[]);
    },
  };
}

/** A mapping with free keys; an input's text is one `key=value` a line. */
export function map<T>(
  item: Kind<T>,
  options: { keys?: RegExp; keyHint?: string } = {},
): Kind<Record<string, T>> {
  return {
    name: `map of ${item.name}`,
    ...(item.secret ? { secret: true } : {}),
    json: {
      type: 'object',
      additionalProperties: item.json,
      ...(options.keys ? { propertyNames: { pattern: options.keys.source } } : {}),
    },
    fromText: (input) => linesToMap(input, item),
    read(value, path, report) {
      if (value instanceof Unreadable) return void report({ path, message: String(value), on: 'value' });
      const entries = entriesOf(value, path, report);
      if (!entries) return undefined;
      let good = true;
      const result: [string, T][] = [];
      for (const [key, entry] of entries) {
        if (options.keys && !options.keys.test(key)) {
          const wrong = `is not a valid name: ${options.keyHint ?? options.keys.source}`;
          // The name on a line of secrets may be a part of one: base64 ends in "=".
          const [at, message] = item.secret
            ? [path, `a name ${wrong}`]
            : [[...path, key], `"${key}" ${wrong}`];
          report({ path: at, message, on: 'key' });
          good = false;
          continue;
        }
        const read = item.read(entry, [...path, key], report);
        if (read === undefined) good = false;
        else result.push([key, read]);
      }
      // Not by assignment: a key such as __proto__ would be lost.
      return good ? Object.fromEntries(result) : undefined;
    },
  };
}

function linesToMap(input: string, item: Kind<unknown>): unknown {
  const result = new Map<string, unknown>();
  for (const [i, line] of input.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    const [key, value] = [line.slice(0, Math.max(0, at)).trim(), line.slice(at + 1).trim()];
    const shown = item.secret ? '' : ` (${found(line.trim())})`;
    if (key === '') return new Unreadable(`expected name=value a line; line ${i + 1} has no name${shown}`);
    if (result.has(key)) return new Unreadable(`line ${i + 1} gives a name a second time${shown}`);
    result.set(key, item.fromText ? item.fromText(value) : value);
  }
  return Object.fromEntries(result);
}

/** Stands for a text that is no map; `read` reports why. Its field is private: it is no part of a value. */
class Unreadable {
  readonly #why: string;

  constructor(why: string) {
    this.#why = why;
  }

  toString(): string {
    return this.#why;
  }
}

/** A mapping with exactly one key that names a variant: `{ process: {...} }` -> `{ type: 'process', config }`. */
export function named<V extends Record<string, Kind<unknown>>>(
  what: string,
  variants: V,
): Kind<
  { [K in keyof V & string]: { type: K; config: V[K] extends Kind<infer T> ? T : never } }[keyof V & string]
> {
  const names = Object.keys(variants);
  return {
    name: what,
    json: {
      oneOf: names.map((name) => ({
        type: 'object',
        additionalProperties: false,
        required: [name],
        properties: { [name]: orNothing(variants[name]?.json ?? {}) },
      })),
    },
    read(value, path, report) {
      const entries = entriesOf(value, path, report);
      if (!entries) return undefined;
      const [entry, ...others] = entries;
      if (!entry || others.length) {
        report({
          path,
          message: `expected exactly one ${what}, found ${entries.length}. Valid: ${names.join(', ')}.`,
          on: 'value',
        });
        return undefined;
      }
      const kind = Object.hasOwn(variants, entry[0]) ? variants[entry[0]] : undefined;
      if (!kind) {
        report({
          path: [...path, entry[0]],
          message: `unknown ${what} "${entry[0]}".${didYouMean(entry[0], names)}`,
          on: 'key',
        });
        return undefined;
      }
      const config = kind.read(entry[1] ?? {}, [...path, entry[0]], report);
      // The mapped type is a union over names; TypeScript cannot follow the lookup.
      return config === undefined ? undefined : ({ type: entry[0], config } as never);
    },
  };
}

/** `recreate:` alone stands for `recreate: {}`. */
function orNothing(json: JsonSchema): JsonSchema {
  return json.type === 'object' && !json.required ? { ...json, type: ['object', 'null'] } : json;
}

/** A short form beside a long one: a scalar is read by the first kind, a mapping by the second. */
export function either<A, B>(scalar: Kind<A>, mapping: Kind<B>): Kind<A | B> {
  return {
    name: `${scalar.name} or ${mapping.name}`,
    json: { anyOf: [scalar.json, mapping.json] },
    read: (value, path, report): A | B | undefined =>
      typeof value === 'object' && value !== null
        ? mapping.read(value, path, report)
        : scalar.read(value, path, report),
  };
}
