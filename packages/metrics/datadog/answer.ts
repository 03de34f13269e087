import { RemoteError } from '@fairway/runtime/errors';

interface Column {
  readonly type?: string;
  readonly name?: string;
  readonly values?: readonly unknown[];
}

interface Attributes {
  readonly columns?: readonly Column[];
  readonly series?: readonly { readonly group_tags?: readonly string[]; readonly query_index?: number }[];
  readonly times?: readonly number[];
  readonly values?: readonly (readonly unknown[] | null)[];
}

/** An answer with 200; `errors` and `error` may stand in it nevertheless. */
export interface Body {
  readonly data?: { readonly attributes?: Attributes } | null;
  readonly errors?: unknown;
  readonly error?: unknown;
}

/** What is wrong in words, of an answer of any status; undefined when nothing is said. */
export function saidIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { errors, error } = body as Body;
  const said = [errors, error].flat().filter((one) => one !== undefined && one !== null && one !== '');
  return said.length
    ? said.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('; ')
    : undefined;
}

/**
 * One number for each name, or undefined where Datadog has none. Throws RemoteError for several series or
 * what is no number.
 */
export function scalars(body: Body, names: readonly string[]): (number | undefined)[] {
  const { columns } = attributesOf(body);
  if (!Array.isArray(columns)) throw anotherForm('columns');
  const numbers = (columns as readonly Column[]).filter(({ type }) => type === 'number');
  return names.map((name, i) => {
    // Columns have the names of the queries; a proxy that drops them keeps their order.
    const column = numbers.find((one) => one.name === name) ?? (numbers[i]?.name ? undefined : numbers[i]);
    const values = column?.values ?? [];
    if (values.length > 1) throw severalSeries(values.length);
    return numberOf(values[0]);
  });
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

/** The points of the only series; none where Datadog has no series. */
export function points(body: Body): readonly Point[] {
  const { series, times, values } = attributesOf(body);
  if (!Array.isArray(series) || !Array.isArray(times) || !Array.isArray(values)) throw anotherForm('series');
  if (series.length > 1) throw severalSeries(series.length);
  const [only = []] = values as NonNullable<Attributes['values']>;
  return (times as readonly number[]).flatMap((time, i) => {
    const value = numberOf(only?.[i]);
    // Milliseconds; seconds by the words of the documentation.
    const at = time < 1e11 ? time * 1_000 : time;
    return value === undefined ? [] : [{ at, value }];
  });
}

function attributesOf(body: Body): Attributes {
  const attributes = body.data?.attributes;
  if (typeof attributes !== 'object' || attributes === null) throw anotherForm('data');
  return attributes;
}

function numberOf(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new RemoteError(`Datadog answers with ${JSON.stringify(value)}, and not with a number`);
}

const anotherForm = (missing: string): RemoteError =>
  new RemoteError(`Datadog answers with JSON of another form: ${missing} is missing`);

const severalSeries = (many: number): RemoteError =>
  new RemoteError(`Datadog answers with ${many} series where one is wanted`, {
    mend: 'leave out `by {...}`, or name one group in the tags',
  });
