import { RemoteError } from '@fairway/runtime/errors';
import type { Window } from './window.ts';

interface Message {
  readonly Code?: string;
  readonly Value?: string;
}

interface Result {
  readonly Id?: string;
  readonly Label?: string;
  readonly StatusCode?: string;
  readonly Timestamps?: readonly (number | string)[];
  readonly Values?: readonly unknown[];
  readonly Messages?: readonly Message[];
}

/** One page of GetMetricData. */
export interface Page {
  readonly MetricDataResults?: readonly Result[];
  readonly Messages?: readonly Message[];
  readonly NextToken?: string;
}

export interface Point {
  /** ms since 1970: when the period begins. */
  readonly at: number;
  readonly value: number;
}

/** The points of one id, oldest first, and what the service says about them. */
export interface Series {
  readonly points: readonly Point[];
  readonly notes: readonly string[];
}

/**
 * The series of each id in all pages. Throws RemoteError when an answer is not whole: another status than
 * Complete at the end, a message about the whole request, several series under one id, or no numbers.
 */
export function seriesIn(pages: readonly Page[], window: Window): ReadonlyMap<string, Series> {
  const general = pages.flatMap(({ Messages = [] }) => Messages);
  if (general.length) throw new RemoteError(`CloudWatch says: ${words(general)}`);
  const byId = Map.groupBy(
    pages.flatMap(({ MetricDataResults = [] }) => MetricDataResults),
    ({ Id = '' }) => Id,
  );
  return new Map([...byId].map(([id, results]) => [id, seriesOf(id, results, window)]));
}

function seriesOf(id: string, results: readonly Result[], window: Window): Series {
  const labels = new Set(results.map(({ Label }) => Label));
  if (labels.size > 1) {
    const named = [...labels].slice(0, 3).join(', ');
    throw new RemoteError(`CloudWatch answers with ${labels.size} series where one is wanted: ${named}`, {
      mend: 'make one of them: SUM(SEARCH(...)), or no GROUP BY',
    });
  }
  const messages = results.flatMap(({ Messages = [] }) => Messages);
  const status = results.some(({ StatusCode }) => StatusCode === 'InternalError')
    ? 'InternalError'
    : results.at(-1)?.StatusCode;
  if (status !== 'Complete') {
    const why = messages.length ? `: ${words(messages)}` : '';
    throw new RemoteError(`CloudWatch has not given all of ${id} (${status ?? 'no status'})${why}`);
  }
  const points = results.flatMap(({ Timestamps = [], Values = [] }) => {
    if (Timestamps.length !== Values.length)
      throw new RemoteError('CloudWatch gives other times than values');
    return Timestamps.map((time, i) => pointOf(time, Values[i]));
  });
  const inside = points.filter(({ at }) => at >= window.from && at < window.to);
  return { points: inside.sort((a, b) => a.at - b.at), notes: messages.map((message) => words([message])) };
}

function pointOf(time: number | string, value: unknown): Point {
  const at = typeof time === 'number' ? time * 1_000 : Date.parse(time);
  if (typeof value !== 'number' || !Number.isFinite(value) || !Number.isFinite(at)) {
    throw new RemoteError(`CloudWatch answers with ${JSON.stringify(value)} at ${time}, and not a number`);
  }
  return { at, value };
}

const words = (messages: readonly Message[]): string =>
  messages.map(({ Code, Value }) => [Code, Value].filter(Boolean).join(': ')).join('; ');

/**
 * One value for the window. Sums add up, extremes stay extreme, and everything else is the mean weighted by
 * samples: exact for an average, near for a percentile. Where the window is one point it is exact for all.
 */
export function combine(
  points: readonly Point[],
  stat: string | undefined,
  samples: readonly Point[],
): number {
  const values = points.map(({ value }) => value);
  if (stat === 'Sum' || stat === 'SampleCount') return sum(values);
  if (stat === 'Minimum') return Math.min(...values);
  if (stat === 'Maximum') return Math.max(...values);
  const [only] = values;
  if (values.length === 1 && only !== undefined) return only;
  const counted = new Map(samples.map(({ at, value }) => [at, value]));
  const weights = points.map(({ at }) => counted.get(at) ?? 0);
  if (sum(weights) === 0) return sum(values) / values.length;
  return sum(values.map((value, i) => value * (weights[i] ?? 0))) / sum(weights);
}

export const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
