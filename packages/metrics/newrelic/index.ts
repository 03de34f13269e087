import { UserError } from '@fairway/runtime/errors';
import { withDefaults } from '../http/defaults.ts';
import { type Answer, exchange, jsonOf, notJson, reasonOf, refusal } from '../http/exchange.ts';
import { certificatesOf } from '../http-access.ts';
import type { Measurement, MetricContext, MetricDriver } from '../types.ts';
import { type Body, foundIn, numberOf, pointsOf, saidIn } from './answer.ts';
import { type NewRelicConnection, type NewRelicQuery, newrelicKind } from './kinds.ts';
import { type Ask, askOf } from './request.ts';

const ENDPOINTS = { us: 'https://api.newrelic.com/graphql', eu: 'https://api.eu.newrelic.com/graphql' };
const SHORTEST_STEP = 1_000;

/** New Relic: NRQL by NerdGraph, with a user key. Windows begin and end `delay` earlier. */
export const newrelicMetrics: MetricDriver<NewRelicQuery, NewRelicConnection> = {
  type: 'newrelic',
  open(query, given, context) {
    const connection = withDefaults(newrelicKind.connection, given);
    const { account, delay, timeout } = connection;
    if (account === undefined) {
      throw new UserError('no account of New Relic is configured', {
        mend: 'add `providers: { newrelic: { account: 1234567 } }` to fairway.yml',
      });
    }
    const ask = asking(connection, context);
    const { app, environment } = context;
    return {
      type: 'newrelic',
      async measure(question, signal) {
        const asked = { ...question, from: question.from - delay, to: question.to - delay, app, environment };
        const step = question.shape === 'series' ? (question.step ?? SHORTEST_STEP) : undefined;
        const request = askOf(query, asked, { account, timeout, step });
        const told = (rest: object) => ({ ...rest, query: request.words }) as Measurement;
        try {
          return told(
            measured(await ask(request, signal), request.names, step === undefined ? undefined : asked),
          );
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          return told({ kind: 'failure', reason: reasonOf(error) });
        }
      },
    };
  },
};

/** `series`: the window of the points that are wanted. */
function measured(
  body: Body,
  [first = '', second]: readonly string[],
  series: { readonly from: number; readonly to: number } | undefined,
): object {
  const noData = { kind: 'no-data', reason: 'New Relic has nothing in the window' };
  const main = foundIn(body, first);
  if (series) {
    // Times come in whole seconds, rounded down.
    const points = pointsOf(main).filter(({ at }) => at > series.from - 1_000 && at < series.to);
    return points.length ? { kind: 'series', points } : noData;
  }
  if (second === undefined) {
    const value = numberOf(main);
    if (value === undefined) return noData;
    return { kind: 'value', value, ...(main.matched ? { samples: main.matched } : {}) };
  }
  // That no event matched is the 0 of a count here, and no absence of data; that is told by the total.
  const events = numberOf({ rows: main.rows });
  const total = numberOf(foundIn(body, second));
  return events === undefined || total === undefined ? noData : { kind: 'counts', events, total };
}

function asking(connection: NewRelicConnection, context: MetricContext) {
  const url = connection.url ?? ENDPOINTS[connection.region];
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'api-key': context.secret(connection.apiKey).trim(),
  };
  const certificates = certificatesOf('newrelic', connection.tls, url, context);
  return async ({ query, variables }: Ask, signal: AbortSignal | undefined): Promise<Body> => {
    // The service is told the same limit: it answers before this one ends.
    const timeout = connection.timeout + 1_000;
    const request = {
      ...{ url, method: 'POST', headers, body: JSON.stringify({ query, variables }) },
      ...{ timeout, harmless: true, tls: await certificates() },
    };
    const answer = await exchange(context.ports, request, signal, { limited });
    const json = jsonOf(answer);
    const said = saidIn(json);
    const { status } = answer;
    if (
      status === 401 ||
      status === 403 ||
      (said && /unauthorized|forbidden|access denied|api key/i.test(said))
    ) {
      const mend = `check ${connection.apiKey} (a user key, NRAK-...), the account and the region: each has its own`;
      throw refusal(answer, said, mend);
    }
    if (status !== 200 || said !== undefined) throw refusal(answer, said);
    if (typeof json !== 'object' || json === null || Array.isArray(json)) throw notJson(answer);
    return json;
  };
}

/** Limits of NRQL come with 200. */
const limited = (answer: Answer): boolean =>
  answer.status === 200 && /TOO_MANY_REQUESTS|RATE_LIMIT|OVERLOAD/i.test(saidIn(jsonOf(answer)) ?? '');
