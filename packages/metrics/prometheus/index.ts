import { describeError } from '@fairway/runtime/errors';
import { render } from '../template.ts';
import type { Measured, MetricDriver, Question } from '../types.ts';
import { countsOf, histogramOf, Nothing, oneNumber, pointsOf, Unfit } from './answers.ts';
import { type Api, openApi } from './api.ts';
import { type Plain, type PrometheusConnection, type PrometheusQuery, plainOf } from './kinds.ts';
import { promql } from './promql.ts';

/** Points of a series where the question does not say. */
const POINTS = 30;

/**
 * What a Prometheus, or what speaks its HTTP API, tells. A plain query is asked at the window's end, or in steps
 * for a series; samples older than the window (or the step) are no data, where the server knows
 * `lookback_delta`. Counts and classes: `increase` extrapolates to the window's edges, so they are rounded and
 * may be off by the events of one scrape interval; a window shorter than two scrapes has no data.
 * Where the events have no series, that is no data too: `or vector(0)` says that none is none.
 */
export const prometheusMetrics: MetricDriver<PrometheusQuery, Partial<PrometheusConnection>> = {
  type: 'prometheus',
  open(query, connection, context) {
    const api = openApi(connection, context);
    const { app, environment } = context;
    return {
      type: 'prometheus',
      async measure(question, signal) {
        const sent = rendered(plainOf(query, question.side), (text) =>
          render(text, { ...question, app, environment }, promql),
        );
        const shown = typeof sent === 'string' ? sent : Object.values(sent).join(' / ');
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

function rendered(query: Plain, fill: (template: string) => string): Sent {
  if (typeof query === 'string') return fill(query);
  if ('events' in query) return { events: fill(query.events), total: fill(query.total) };
  return { histogram: fill(query.histogram) };
}

async function ask(api: Api, sent: Sent, question: Question, signal?: AbortSignal): Promise<Measured> {
  const { shape, from, to } = question;
  const instant = (query: string) => {
    const lookback = promql.window?.(to - from) ?? '';
    return api.ask('query', { query, time: seconds(to), lookback_delta: lookback }, signal);
  };
  if (typeof sent === 'string') {
    if (shape === 'series') return pointsOf(await range(api, sent, question, signal));
    return { kind: 'value', value: oneNumber(await instant(sent)) };
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
async function range(api: Api, query: string, { from, to, step }: Question, signal?: AbortSignal) {
  const length = Math.max(1, to - from);
  const apart = Math.max(1, Math.min(length, Math.round(step ?? Math.max(1_000, length / POINTS))));
  const params = {
    ...{ query, start: seconds(from + apart), end: seconds(to), step: seconds(apart) },
    lookback_delta: promql.window?.(apart) ?? '',
  };
  return await api.ask('query_range', params, signal);
}

/** With milliseconds, as text. */
const seconds = (ms: number): string => (ms / 1_000).toFixed(3);
