import { UserError } from '@fairway/runtime/errors';
import { type Asked, type Language, render } from '../template.ts';
import type { CloudWatchMetric, CloudWatchQuery } from './kinds.ts';
import type { Window } from './window.ts';

/** One entry of MetricDataQueries. */
type Entry = Readonly<Record<string, unknown>> & { readonly Id: string };

export interface Request {
  /** Body of GetMetricData. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Ids of the results that are wanted; for a plain metric also that of its samples. */
  readonly ids: { readonly value: string; readonly samples?: string; readonly total?: string };
  /** For people. */
  readonly query: string;
}

/** A dimension's value is a text of its own in JSON. */
const DIMENSION: Language = { escape: (value) => value };

/** In metric maths a value stands in quotes or not; what could end them or be an operator is refused. */
const EXPRESSION: Language = {
  escape(value) {
    if (/^[\w.:/@+-]+$/.test(value)) return value;
    throw new UserError(`${JSON.stringify(value)} cannot stand in an expression of CloudWatch`, {
      mend: 'use it as the value of a dimension, under `metrics`',
    });
  },
};

/** The request for one window. */
export function requestOf(query: CloudWatchQuery, window: Window, asked: Asked): Request {
  const parts = 'namespace' in query ? plain(query, window, asked) : maths(query, window, asked);
  const { from, to, period } = window;
  const range = `${iso(from)} to ${iso(to)}, one point for ${period}s`;
  const body = {
    MetricDataQueries: parts.entries,
    StartTime: from / 1_000,
    EndTime: to / 1_000,
    ScanBy: 'TimestampAscending',
  };
  return { body, ids: parts.ids, query: `${parts.words}, ${range}` };
}

type Parts = Pick<Request, 'ids'> & { readonly entries: readonly Entry[]; readonly words: string };

function plain(metric: CloudWatchMetric, { period }: Window, asked: Asked): Parts {
  const ids = { value: 'fairway_value', samples: 'fairway_samples' };
  const { entry, words } = metricEntry(ids.value, metric, period, asked);
  const samples = metricEntry(ids.samples, { ...metric, stat: 'SampleCount' }, period, asked).entry;
  return { ids, entries: [entry, samples], words };
}

type Maths = Exclude<CloudWatchQuery, { namespace: string }>;

function maths(query: Maths, { period }: Window, asked: Asked): Parts {
  const wanted = 'events' in query ? [query.events, query.total] : [query.expression];
  const expressions = wanted.map((text) => render(text, asked, EXPRESSION).trim());
  const metrics = Object.entries(query.metrics).map(([id, metric]) => {
    const { entry, words } = metricEntry(id, metric, period, asked);
    return { entry: { ...entry, ReturnData: expressions.includes(id) }, words: `${id} = ${words}` };
  });
  const made: Entry[] = [];
  const ids = expressions.map((text, i) => {
    // The name of a metric alone is that metric.
    if (Object.hasOwn(query.metrics, text)) return text;
    const Id = `fairway_${i}`;
    const insights = /^SELECT\b/i.test(text) ? { Period: period } : {};
    made.push({ Id, Expression: text, ...insights });
    return Id;
  });
  const [value = '', total] = ids;
  const words = [expressions.join(' of '), ...metrics.map((metric) => metric.words)].join('; ');
  const entries = [...metrics.map(({ entry }) => entry), ...made];
  return { ids: { value, ...(total === undefined ? {} : { total }) }, entries, words };
}

function metricEntry(Id: string, metric: CloudWatchMetric, Period: number, asked: Asked) {
  const { namespace, metric: name, dimensions, stat, unit, account } = metric;
  const rendered = Object.entries(dimensions).map(([key, value]) => ({
    Name: key,
    Value: render(value, asked, DIMENSION),
  }));
  const entry: Entry = {
    Id,
    MetricStat: {
      Metric: { Namespace: namespace, MetricName: name, Dimensions: rendered },
      ...{ Period, Stat: stat },
      ...(unit ? { Unit: unit } : {}),
    },
    ...(account ? { AccountId: account } : {}),
  };
  const labels = rendered.map(({ Name, Value }) => `${Name}=${JSON.stringify(Value)}`).join(', ');
  return { entry, words: `${stat} of ${namespace} ${name} {${labels}}` };
}

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');
