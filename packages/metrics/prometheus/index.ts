import { describeError } from '@fairway/runtime/errors';
import { render } from '../template.ts';
import type { Measured, MetricContext, MetricDriver, Question, Side } from '../types.ts';
import { countsOf, histogramOf, Nothing, oneNumber, pointsOf, Unfit } from './answers.ts';
import { type Api, openApi } from './api.ts';
import { type PrometheusConnection, type PrometheusQuery, plainOf, prometheusKind } from './kinds.ts';
import { isSelector, promql } from './promql.ts';

/** Points of a series where the question does not say. */
const POINTS = 30;

/**
 * What a Prometheus, or what speaks its HTTP API, tells. A plain query is asked at the window's end, or in steps
 * for a series; samples older than the window (or the step) are no data: of any query where the server knows
 * `lookback_delta` (Prometheus 2.43, Thanos), else of a selector alone.
 *
 * Counts and classes: `increase` extrapolates to the window's edges, so they are rounded and may be off by the
 * events of one scrape interval; it misses the first value of a series that appears, and has no data in a window
 * shorter than two scrapes. Presets count exactly. Where `events` have no series, that is no data:
 * `or vector(0)` says that none is none.
 */
export const prometheusMetrics: MetricDriver<PrometheusQuery, Partial<PrometheusConnection>> = {
  type: 'prometheus',
  open(query, connection, context) {
    const api = openApi(connection, context);
    return {
      type: 'prometheus',
      async measure(question, signal) {
        const sent = rendered(query, question, context);
        const shown = shownAs(sent);
        if (isSameForBoth(query, question, context)) {
          const reason = `the query is the same for candidate and baseline: what it tells them apart by is equal`;
          return { kind: 'failure', query: shown, reason: `${reason}; use {{ revision }} or {{ digest }}` };
        }
        try {
          return { ...(await ask(api, sent, question, signal)), query: shown };
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          if (error instanceof Nothing) return { kind: 'no-data', query: shown, reason: error.message };
          const reason = error instanceof Unfit ? error.message : describeError(error).text;
          return { kind: 'failure', query: shown, reason };
        }
      },
    };
  },
};

type Sent = string | { readonly events: string; readonly total: string } | { readonly histogram: string };
type Place = Pick<MetricContext, 'app' | 'environment'>;

function rendered(query: PrometheusQuery, question: Question, { app, environment }: Place): Sent {
  const fill = (text: string) => render(text, { ...question, app, environment }, promql);
  const plain = plainOf(query, question.side);
  if (typeof plain === 'string') return fill(plain);
  if ('events' in plain) return { events: fill(plain.events), total: fill(plain.total) };
  return { histogram: fill(plain.histogram) };
}

const shownAs = (sent: Sent): string => (typeof sent === 'string' ? sent : Object.values(sent).join(' / '));

/** A release of the same version with another configuration: {{ version }} would select both. */
function isSameForBoth(query: PrometheusQuery, question: Question, place: Place): boolean {
  if (!question.baseline || !prometheusKind.sided(query)) return false;
  const of = (side: Side) => JSON.stringify(rendered(query, { ...question, side }, place));
  return of('candidate') === of('baseline');
}

async function ask(api: Api, sent: Sent, question: Question, signal?: AbortSignal): Promise<Measured> {
  const { shape, from, to } = question;
  if (shape === 'series' && typeof sent === 'string') return await range(api, sent, question, signal);
  const instant = (query: string) => {
    const lookback = promql.window?.(to - from) ?? '';
    return api.ask('query', { query, time: seconds(to), lookback_delta: lookback }, signal);
  };
  if (typeof sent === 'string') {
    const stamp = isSelector(sent) ? instant(`timestamp(${sent})`) : undefined;
    const [value, taken] = await Promise.all([instant(sent), stamp]);
    const measured = { kind: 'value', value: oneNumber(value) } as const;
    const at = taken ? oneNumber(taken) * 1_000 : to;
    if (at > from) return measured;
    throw new Nothing(`the last sample is from ${new Date(at).toISOString()}, before the window`);
  }
  if ('histogram' in sent) return histogramOf(await instant(sent.histogram));
  const [events, total] = await Promise.all([instant(sent.events), instant(sent.total)]);
  return countsOf(eventsOf(events, total), oneNumber(total));
}

/** No series of errors may mean no error, or a name that is wrong. */
function eventsOf(events: Parameters<typeof oneNumber>[0], total: Parameters<typeof oneNumber>[0]): number {
  const all = oneNumber(total);
  try {
    return oneNumber(events);
  } catch (error) {
    if (!(error instanceof Nothing) || all === 0) throw error;
    throw new Nothing(
      `events has no series, of ${all} in total: a name may be wrong; where no series means none, add \`or vector(0)\` to events`,
    );
  }
}

/** Each point from the samples of its own step: none is counted twice. */
async function range(
  api: Api,
  query: string,
  { from, to, step }: Question,
  signal?: AbortSignal,
): Promise<Measured> {
  const length = Math.max(1, to - from);
  const apart = Math.max(1, Math.min(length, Math.round(step ?? Math.max(1_000, length / POINTS))));
  const ask = (text: string) => {
    const times = { start: seconds(from + apart), end: seconds(to), step: seconds(apart) };
    const lookback = promql.window?.(apart) ?? '';
    return api.ask('query_range', { query: text, ...times, lookback_delta: lookback }, signal);
  };
  const stamps = isSelector(query) ? ask(`timestamp(${query})`) : undefined;
  const [values, taken] = await Promise.all([ask(query), stamps]);
  const series = pointsOf(values);
  if (!taken) return series;
  const takenAt = new Map(pointsOf(taken).points.map(({ at, value }) => [at, value * 1_000]));
  return { ...series, points: series.points.filter(({ at }) => (takenAt.get(at) ?? 0) > at - apart) };
}

/** With milliseconds, as text. */
const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
