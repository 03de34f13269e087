import { UserError } from '@fairway/runtime/errors';
import { authHeaders, certificatesOf } from '../http-access.ts';
import { type Asked, namesIn, render } from '../template.ts';
import type { Measurement, MetricContext, MetricDriver, Question } from '../types.ts';
import { withDefaults } from './defaults.ts';
import { type Answer, exchange, jsonOf, notJson, type Request, reasonOf, refusal } from './exchange.ts';
import { type HttpConnection, type HttpQuery, httpKind } from './kinds.ts';
import { ADDRESS, JSON_PATH, JSON_TEXT } from './languages.ts';
import type { Json, Picked } from './pick.ts';

/** Loaded with the first question: a job that asks none starts without it. */
const picking = () => import('./pick.ts');
type Picking = Awaited<ReturnType<typeof picking>>;

/**
 * Any service that answers with JSON: a request, and JSON paths (RFC 9535) to the figures. Only a 2xx answer
 * counts. A path that finds nothing or null is no data; several values where one is wanted are a failure.
 */
export const httpMetrics: MetricDriver<HttpQuery, HttpConnection> = {
  type: 'http',
  open(query, given, context) {
    const connection = withDefaults(httpKind.connection, given);
    const prepare = prepared(query, connection, context);
    const { app, environment, ports } = context;
    return {
      type: 'http',
      async measure(question, signal) {
        const pick = await picking();
        checkPaths(query, pick);
        const asked = { ...question, app, environment };
        const request = await prepare(asked);
        const paths = pathsOf(query, asked);
        const shown = `${request.method} ${request.url}${request.body ? ` ${request.body}` : ''}`;
        const told = (rest: object) => ({ ...rest, query: `${shown}: ${paths.join(' of ')}` }) as Measurement;
        try {
          const answer = await exchange(ports, request, signal);
          return told(measured(query, paths, jsonIn(answer), question, pick));
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          return told({ kind: 'failure', reason: reasonOf(error) });
        }
      },
    };
  },
};

/** What a request is made of. Certificates, `auth` and headers of the provider go to its own address only. */
function prepared(query: HttpQuery, connection: HttpConnection, context: MetricContext) {
  const own = query.url.startsWith('/');
  if (own && connection.url === undefined) {
    throw new UserError(`http: ${query.url} is a path, and the provider has no address`, {
      mend: 'add `providers: { http: { url: https://... } }`, or write the whole address',
    });
  }
  const base = own ? (connection.url ?? '').replace(/\/+$/, '') : '';
  const secrets = Object.entries(query.secretHeaders).map(([name, secret]) => [
    name,
    context.secret(secret).trim(),
  ]);
  const headers = {
    ...{
      accept: 'application/json',
      ...(query.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(own ? { ...connection.headers, ...authHeaders(connection.auth, context) } : {}),
    ...query.headers,
    ...Object.fromEntries(secrets),
  };
  const certificates = certificatesOf('http', own ? connection.tls : undefined, base, context);
  const method = query.method ?? (query.body === undefined ? 'GET' : 'POST');
  return async (asked: Asked): Promise<Request> => {
    return {
      url: `${base}${render(query.url, asked, ADDRESS)}`,
      ...{ method, headers, timeout: connection.timeout, harmless: method === 'GET' },
      ...(query.body === undefined ? {} : { body: render(query.body, asked, JSON_TEXT) }),
      tls: await certificates(),
    };
  };
}

function jsonIn(answer: Answer): Json {
  const { status } = answer;
  if (status < 200 || status > 299) {
    const denied = status === 401 || status === 403;
    throw refusal(
      answer,
      undefined,
      denied ? 'check `auth` or `secret-headers` and the secrets they name' : undefined,
    );
  }
  const json = jsonOf(answer);
  if (json === undefined) throw notJson(answer);
  return json as Json;
}

/** Raw templates, in the order in which they are shown and measured. */
function templates(query: HttpQuery): readonly string[] {
  if ('events' in query) return [query.events, query.total];
  if ('points' in query) return [query.points];
  return query.samples === undefined ? [query.value] : [query.value, query.samples];
}

const pathsOf = (query: HttpQuery, asked: Asked): string[] =>
  templates(query).map((path) => render(path, asked, JSON_PATH));

/** A path that is none is told before anything is asked; names stand for a word meanwhile. */
function checkPaths(query: HttpQuery, { pathProblem }: Picking): void {
  for (const path of templates(query)) {
    const sample = namesIn(path).length ? path.replace(/\{\{[^{}]*\}\}/g, 'x') : path;
    const problem = pathProblem(sample);
    if (problem) throw new UserError(`http: ${path} is no JSON path: ${problem}`, { mend: 'see RFC 9535' });
  }
}

function measured(
  query: HttpQuery,
  paths: readonly string[],
  json: Json,
  { from, to }: Question,
  { pickNumber, pickPoints }: Picking,
): object {
  const [first = ''] = paths;
  if ('points' in query) {
    const points = pickPoints(json, first);
    if (typeof points === 'string') return { kind: 'failure', reason: points };
    return { kind: 'series', points: points.filter(({ at }) => at >= from && at <= to) };
  }
  const picked = paths.map((path) => pickNumber(json, path));
  // A mistake is told before the absence of data.
  for (const [kind, told] of [
    ['wrong', 'failure'],
    ['none', 'no-data'],
  ] as const) {
    const bad = picked.find((one): one is Exclude<Picked, { kind: 'number' }> => one.kind === kind);
    if (bad) return { kind: told, reason: bad.reason };
  }
  const [a, b] = picked.map((one) => (one.kind === 'number' ? one.value : Number.NaN));
  if ('events' in query) return { kind: 'counts', events: a, total: b };
  return { kind: 'value', value: a, ...(b === undefined ? {} : { samples: b }) };
}
