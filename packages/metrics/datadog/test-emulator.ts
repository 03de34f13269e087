import type { ServerResponse } from 'node:http';
import { type Received, reply } from '../http/test-server.ts';

export interface Stored {
  readonly metric: string;
  readonly tags: readonly string[];
  /** ms since 1970, value. */
  readonly points: readonly (readonly [at: number, value: number])[];
}

interface Query {
  readonly name: string;
  readonly query: string;
  readonly aggregator?: string;
}
interface Attributes {
  readonly from: number;
  readonly to: number;
  readonly queries: readonly Query[];
  readonly interval?: number;
}

const QUERY = /^(?:avg|sum|min|max|p95):([\w.]+)\{([^}]*)\}(?: by \{([^}]*)\})?(?:\.as_count\(\))?$/;

/**
 * Test support: as much of Datadog's query API as the provider uses. Its requests and answers are held against
 * the published schema in a lane.
 */
export class DatadogEmulator {
  readonly keys: { readonly api: string; readonly application: string };
  stored: readonly Stored[] = [];
  /** Kept for the schema. */
  readonly exchanged: { path: string; status: number; request: unknown; answer: unknown }[] = [];

  constructor(keys: { readonly api: string; readonly application: string }) {
    this.keys = keys;
  }

  readonly reply = (response: ServerResponse, received: Received): void => {
    const { headers, path, body } = received;
    const known =
      headers['dd-api-key'] === this.keys.api && headers['dd-application-key'] === this.keys.application;
    const request = JSON.parse(body);
    const [status, answer] = known ? this.#answer(path, request) : [403, { errors: ['Forbidden'] }];
    this.exchanged.push({ path, status, request, answer });
    const send = reply(status, answer);
    if (typeof send === 'function') send(response, received);
  };

  #answer(path: string, request: { data: { attributes: Attributes } }): [number, object] {
    const { attributes } = request.data;
    const parsed = attributes.queries.map(({ query }) => QUERY.exec(query));
    const wrong = parsed.indexOf(null);
    if (wrong >= 0)
      return [400, { errors: [`Rule 'scope_expr' didn't match at ${attributes.queries[wrong]?.query}`] }];
    const groups = parsed.map((match) => this.#groups(match as RegExpExecArray, attributes));
    if (path === '/api/v2/query/scalar') return [200, scalar(attributes, groups)];
    return [200, timeseries(attributes, groups)];
  }

  /** The points in the window of each group, by its tag. */
  #groups(
    [, metric, scope = '*', by]: RegExpExecArray,
    { from, to }: Attributes,
  ): Map<string, [number, number][]> {
    const wanted = scope === '*' ? [] : scope.split(',');
    const found = this.stored.filter(
      (one) => one.metric === metric && wanted.every((tag) => one.tags.includes(tag)),
    );
    const groups = new Map<string, [number, number][]>();
    for (const { tags, points } of found) {
      const group = by ? (tags.find((tag) => tag.startsWith(`${by}:`)) ?? '') : '';
      const inside = points
        .filter(([at]) => at >= from && at < to)
        .map(([at, value]): [number, number] => [at, value]);
      if (inside.length) groups.set(group, [...(groups.get(group) ?? []), ...inside]);
    }
    return groups;
  }
}

type Groups = readonly ReadonlyMap<string, [number, number][]>[];

function scalar({ queries }: Attributes, groups: Groups): object {
  const columns = queries.map(({ name, aggregator = 'avg' }, i) => ({
    ...{ name, type: 'number', meta: { unit: null } },
    values: [...(groups[i]?.values() ?? [])].map((points) => aggregate(points, aggregator)),
  }));
  return { data: { type: 'scalar_response', attributes: { columns } } };
}

function aggregate(points: readonly [number, number][], aggregator: string): number {
  const values = points.map(([, value]) => value);
  const sum = values.reduce((all, value) => all + value, 0);
  if (aggregator === 'sum') return sum;
  if (aggregator === 'max') return Math.max(...values);
  return sum / values.length;
}

function timeseries({ interval = 1_000 }: Attributes, groups: Groups): object {
  const all = groups.flatMap((each, query_index) =>
    [...each].map(([tag, points]) => ({ query_index, tag, points })),
  );
  const slot = (at: number) => Math.floor(at / interval) * interval;
  const times = [...new Set(all.flatMap(({ points }) => points.map(([at]) => slot(at))))].sort(
    (a, b) => a - b,
  );
  const values = all.map(({ points }) =>
    times.map((time) => {
      const inside = points.filter(([at]) => slot(at) === time);
      return inside.length ? aggregate(inside, 'avg') : null;
    }),
  );
  const series = all.map(({ query_index, tag }) => ({
    group_tags: tag ? [tag] : [],
    query_index,
    unit: null,
  }));
  return { data: { type: 'timeseries_response', attributes: { series, times, values } } };
}
