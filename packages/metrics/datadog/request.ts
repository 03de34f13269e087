import { type Asked, type Language, render } from '../template.ts';
import type { DatadogQuery } from './kinds.ts';

/**
 * Tags are stored in small letters, with `_` for every sign but letters, digits and `_-:./`: a version such as
 * 1.0.0+Build is found as 1.0.0_build. So a value can neither miss its tag nor end the list of tags.
 */
export const TAG: Language = {
  escape: (value) => value.toLowerCase().replace(/[^a-z0-9_:./-]/g, '_'),
};

export interface Ask {
  /** Of the API. */
  readonly path: '/api/v2/query/scalar' | '/api/v2/query/timeseries';
  readonly body: object;
  /** The names of the answers, in order. */
  readonly names: readonly string[];
  /** For people. */
  readonly words: string;
}

/** `step` (ms): asks for the points themselves, at least that far from each other. */
export function askOf(query: DatadogQuery, asked: Asked, step?: number): Ask {
  const parts = partsOf(query, asked);
  const { from, to } = asked;
  const queries = parts.map(({ name, text, aggregator }) => ({
    ...{ name, data_source: 'metrics', query: text },
    ...(step === undefined ? { aggregator } : {}),
  }));
  const interval = step === undefined ? {} : { interval: step };
  const type = step === undefined ? 'scalar_request' : 'timeseries_request';
  const words = parts.map(({ text, aggregator }) => (step === undefined ? `${aggregator} of ${text}` : text));
  const range = `${new Date(from).toISOString()} to ${new Date(to).toISOString()}`;
  return {
    path: step === undefined ? '/api/v2/query/scalar' : '/api/v2/query/timeseries',
    body: { data: { type, attributes: { from, to, queries, ...interval } } },
    names: parts.map(({ name }) => name),
    words: `${words.join(' / ')}, ${range}`,
  };
}

interface Part {
  readonly name: string;
  readonly text: string;
  readonly aggregator: string;
}

function partsOf(query: DatadogQuery, asked: Asked): readonly Part[] {
  const part = (name: string, text: string, aggregator: string): Part => ({
    ...{ name, text: render(text, asked, TAG), aggregator },
  });
  if (typeof query === 'string') return [part('value', query, 'avg')];
  if ('query' in query) return [part('value', query.query, query.aggregator)];
  return [part('events', query.events, 'sum'), part('total', query.total, 'sum')];
}
