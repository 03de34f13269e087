import { RemoteError } from '@fairway/runtime/errors';

type Row = Readonly<Record<string, unknown>>;

interface Container {
  readonly results?: readonly Row[] | null;
  readonly rawResponse?: { readonly performanceStats?: { readonly matchCount?: unknown } } | null;
}

interface Failure {
  readonly message?: string;
  readonly extensions?: { readonly errorClass?: string; readonly code?: string };
}

export interface Body {
  readonly data?: {
    readonly actor?: { readonly account?: Readonly<Record<string, Container | null>> | null } | null;
  } | null;
  readonly errors?: readonly Failure[] | null;
}

/** GraphQL tells of errors with 200. */
export function saidIn(body: unknown): string | undefined {
  const errors = (body as Body | null)?.errors;
  if (!Array.isArray(errors) || errors.length === 0) return undefined;
  return errors
    .map(({ message, extensions }: Failure) => {
      const kind = extensions?.errorClass ?? extensions?.code;
      return [kind, message].filter(Boolean).join(': ') || 'an error without words';
    })
    .join('; ');
}

/** Results of one query, and how many events or data points stood behind them, if it is told. */
export interface Found {
  readonly rows: readonly Row[];
  readonly matched?: number;
}

/** Throws RemoteError when the account or the query has no answer. */
export function foundIn(body: Body, name: string): Found {
  const account = body.data?.actor?.account;
  if (!account) throw new RemoteError('New Relic answers without the account: is its id right?');
  const { results, rawResponse } = account[name] ?? {};
  if (!Array.isArray(results))
    throw new RemoteError(`New Relic answers with JSON of another form: no results of ${name}`);
  const matched = rawResponse?.performanceStats?.matchCount;
  return { rows: results, ...(typeof matched === 'number' ? { matched } : {}) };
}

/** The only number of a query without TIMESERIES; undefined where nothing was measured. */
export function numberOf({ rows, matched }: Found): number | undefined {
  if (rows.length > 1)
    throw new RemoteError(`New Relic answers with ${rows.length} results where one is wanted`);
  // Some functions give 0 where there was nothing: a percentage of no request is no success.
  return matched === 0 ? undefined : numberIn(rows[0] ?? {});
}

export interface Point {
  readonly at: number;
  readonly value: number;
}

/** Points of a query with TIMESERIES, without those that have no value. */
export function pointsOf({ rows }: Found): readonly Point[] {
  return rows.flatMap((row) => {
    const begin = row.beginTimeSeconds;
    if (typeof begin !== 'number') throw new RemoteError('New Relic answers with points without a time');
    const value = numberIn(row);
    return value === undefined ? [] : [{ at: begin * 1_000, value }];
  });
}

const TIMES = ['beginTimeSeconds', 'endTimeSeconds'];

/** A percentile lies one level deeper, by its number: `{ "percentile.duration": { "95": 0.2 } }`. */
function numberIn(row: Row): number | undefined {
  const leaves = Object.entries(row)
    .filter(([key]) => !TIMES.includes(key))
    .flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([inner, one]): [string, unknown] => [`${key} ${inner}`, one])
        : [[key, value] as [string, unknown]],
    );
  if (leaves.length > 1) {
    const names = leaves
      .map(([name]) => name)
      .slice(0, 4)
      .join(', ');
    throw new RemoteError(`New Relic answers with ${leaves.length} numbers where one is wanted: ${names}`);
  }
  const [name, value] = leaves[0] ?? [];
  if (value === null || value === undefined || value === 'NaN') return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new RemoteError(`New Relic answers with ${JSON.stringify(value)} as ${name}, and not with a number`);
}
