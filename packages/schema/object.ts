import { type CamelCase, camelCase } from './camel.ts';
import { entriesOf, type JsonSchema, type Kind, type Path, type Report } from './kind.ts';
import { didYouMean } from './suggest.ts';

export interface Field<T, Present extends boolean = boolean> {
  readonly kind: Kind<T>;
  readonly description: string;
  readonly required: boolean;
  /** Raw value, read by the kind when the key is absent. */
  readonly default?: unknown;
  readonly present?: Present;
}

/** A key of an object. Required, or with a default, or optional. */
export function field<T>(kind: Kind<T>, options: { description: string; required: true }): Field<T, true>;
export function field<T>(kind: Kind<T>, options: { description: string; default: unknown }): Field<T, true>;
export function field<T>(kind: Kind<T>, options: { description: string }): Field<T, false>;
export function field<T>(
  kind: Kind<T>,
  options: { description: string; required?: boolean; default?: unknown },
): Field<T> {
  return { kind, required: false, ...options };
}

export type Fields = Record<string, Field<unknown>>;
type PresentKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<unknown, true> ? K : never;
}[keyof F];
type ValueOf<X> = X extends Field<infer T> ? T : never;
type Flat<T> = { [K in keyof T]: T[K] } & {};
/** The camelCase type of an object's fields. */
export type ObjectOf<F extends Fields> = Flat<
  { [K in PresentKeys<F> & string as CamelCase<K>]: ValueOf<F[K]> } & {
    [K in Exclude<keyof F, PresentKeys<F>> & string as CamelCase<K>]?: ValueOf<F[K]>;
  }
>;

/** A mapping with known keys; an unknown key is an error with a suggestion. */
export function object<F extends Fields>(fields: F): Kind<ObjectOf<F>> {
  return {
    name: 'mapping',
    json: objectSchema(fields),
    read(value, path, report) {
      const entries = entriesOf(value, path, report);
      if (!entries) return undefined;
      let good = true;
      const refuse: Report = (problem) => {
        good = false;
        report(problem);
      };
      const given = new Map(entries);
      for (const key of given.keys()) {
        if (!Object.hasOwn(fields, key)) {
          refuse({
            path: [...path, key],
            message: `unknown key "${key}".${didYouMean(key, Object.keys(fields))}`,
            on: 'key',
          });
        }
      }
      const result = readFields(fields, given, path, refuse);
      return good ? (result as ObjectOf<F>) : undefined;
    },
  };
}

function readFields(fields: Fields, given: Map<string, unknown>, path: Path, report: Report) {
  const result: Record<string, unknown> = {};
  for (const [key, declared] of Object.entries(fields)) {
    const raw = given.has(key) ? given.get(key) : declared.default;
    if (raw === undefined) {
      if (declared.required)
        report({ path, message: `"${key}" is missing: ${declared.description}`, on: 'value' });
      continue;
    }
    const read = declared.kind.read(raw, [...path, key], report);
    if (read !== undefined) result[camelCase(key)] = read;
  }
  return result;
}

function objectSchema(fields: Fields): JsonSchema {
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length ? { required } : {}),
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, declared]) => [
        key,
        {
          ...declared.kind.json,
          description: declared.description,
          ...(declared.default === undefined ? {} : { default: declared.default }),
        },
      ]),
    ),
  };
}
