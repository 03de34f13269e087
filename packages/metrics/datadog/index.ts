import { withDefaults } from '../http/defaults.ts';
import { type Answer, exchange, jsonOf, notJson, reasonOf, refusal } from '../http/exchange.ts';
import { certificatesOf } from '../http-access.ts';
import type { Measurement, MetricContext, MetricDriver } from '../types.ts';
import { type Body, points, saidIn, scalars } from './answer.ts';
import { type DatadogConnection, type DatadogQuery, datadogKind } from './kinds.ts';
import { type Ask, askOf } from './request.ts';

/** Datadog rolls metrics up to no less than this, in ms. */
const SHORTEST_STEP = 1_000;

/**
 * Datadog: metrics queries by the API v2 (scalar and timeseries) with the job's keys. Windows begin and end
 * `delay` earlier.
 */
export const datadogMetrics: MetricDriver<DatadogQuery, DatadogConnection> = {
  type: 'datadog',
  open(query, given, context) {
    const connection = withDefaults(datadogKind.connection, given);
    const ask = asking(connection, context);
    const { app, environment } = context;
    return {
      type: 'datadog',
      async measure(question, signal) {
        const [from, to] = [question.from - connection.delay, question.to - connection.delay].map(Math.round);
        const asked = { ...question, from: from ?? 0, to: to ?? 0, app, environment };
        const step = question.shape === 'series' ? (question.step ?? SHORTEST_STEP) : undefined;
        const request = askOf(query, asked, step);
        const told = (rest: object) => ({ ...rest, query: request.words }) as Measurement;
        try {
          const body = await ask(request, signal);
          if (step === undefined) return told(measured(query, scalars(body, request.names)));
          const inside = points(body).filter(({ at }) => at >= asked.from && at < asked.to);
          if (inside.length === 0) return told(noData('Datadog has no points in the window'));
          return told({ kind: 'series', points: inside });
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          return told({ kind: 'failure', reason: reasonOf(error) });
        }
      },
    };
  },
};

const noData = (reason: string): object => ({ kind: 'no-data', reason });

function measured(query: DatadogQuery, [first, total]: readonly (number | undefined)[]): object {
  if (typeof query === 'string' || 'query' in query) {
    return first === undefined
      ? noData('Datadog has no points in the window')
      : { kind: 'value', value: first };
  }
  if (total === undefined) return noData('Datadog has no points of `total` in the window');
  if (first === undefined && query.noEvents === 'no-data') {
    const hint = 'if the metric only exists once something failed, write `no-events: zero`';
    return noData(`Datadog has no points of \`events\` in the window; ${hint}`);
  }
  // Sums of whole numbers come back with the rounding of floating point.
  return { kind: 'counts', events: Math.round(first ?? 0), total: Math.round(total) };
}

function asking(connection: DatadogConnection, context: MetricContext) {
  const base = (connection.url ?? `https://api.${connection.site}`).replace(/\/+$/, '');
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'dd-api-key': context.secret(connection.apiKey).trim(),
    'dd-application-key': context.secret(connection.applicationKey).trim(),
  };
  const certificates = certificatesOf('datadog', connection.tls, base, context);
  return async ({ path, body }: Ask, signal: AbortSignal | undefined): Promise<Body> => {
    const request = {
      ...{ url: `${base}${path}`, method: 'POST', headers, body: JSON.stringify(body) },
      ...{ timeout: connection.timeout, harmless: true, tls: await certificates() },
    };
    const answer = await exchange(context.ports, request, signal, { pause });
    const json = jsonOf(answer);
    const said = saidIn(json);
    if (answer.status !== 200) throw refused(answer, said, connection);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw notJson(answer);
    // Errors may come with 200, and with a part of the data.
    if (said !== undefined) throw refusal(answer, said);
    return json;
  };
}

/** `X-RateLimit-Reset` is the number of seconds until the limit begins anew. */
function pause({ status, headers }: Answer): number | undefined {
  const reset = headers.get('x-ratelimit-reset');
  return status === 429 && reset !== null && /^\d+$/.test(reset) ? Number(reset) * 1_000 : undefined;
}

function refused(answer: Answer, said: string | undefined, connection: DatadogConnection) {
  const { status, headers } = answer;
  if (status === 401 || status === 403) {
    const keys = `${connection.apiKey} and ${connection.applicationKey}`;
    return refusal(
      answer,
      said,
      `check the keys ${keys} (scope timeseries_query) and the site: each has its own`,
    );
  }
  const reset = headers.get('x-ratelimit-reset');
  const mend =
    status === 429 ? `the limit begins anew in ${reset ?? 'some'} seconds: look less often` : undefined;
  return refusal(answer, said, mend);
}
