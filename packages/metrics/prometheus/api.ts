import { RemoteError, UserError } from '@fairway/runtime/errors';
import { type Answer, excerpt, exchange, jsonOf, type Request } from '../http/exchange.ts';
import { authHeaders, certificatesOf } from '../http-access.ts';
import type { MetricContext } from '../types.ts';
import type { PrometheusConnection } from './kinds.ts';

/** `data` of an answer of `/api/v1/query` and `/api/v1/query_range`. */
export interface Data {
  readonly resultType: string;
  readonly result: unknown;
}

interface Body {
  readonly status?: string;
  readonly data?: Data;
  readonly error?: string;
  readonly errorType?: string;
  readonly warnings?: readonly string[];
}

/** The HTTP API of one server. */
export interface Api {
  /** Throws RemoteError for anything but a whole answer. */
  ask(
    path: 'query' | 'query_range',
    params: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Data>;
}

const LONGEST_QUOTE = 300;

/** Secrets are read at once: a job without them fails before anything is measured. */
export function openApi(connection: Partial<PrometheusConnection>, context: MetricContext): Api {
  const { url, timeout = 10_000, method = 'post' } = connection;
  if (url === undefined) {
    throw new UserError('no address of Prometheus is configured', {
      mend: 'add `providers: { prometheus: { url: https://... } }` to fairway.yml',
    });
  }
  const { ports } = context;
  const headers = {
    ...connection.headers,
    ...authHeaders(connection.auth, context),
    ...(method === 'post' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
    accept: 'application/json',
  };
  const tls = certificatesOf('prometheus', connection.tls, url, context);
  return {
    async ask(path, params, signal) {
      const place = `${url.replace(/\/+$/, '')}/api/v1/${path}`;
      const form = new URLSearchParams({
        ...params,
        timeout: `${timeout}ms`,
        // Thanos gives what it can reach without it, and calls that a success.
        partial_response: 'false',
      }).toString();
      const sent: Request = {
        ...(method === 'post' ? { url: place, body: form } : { url: `${place}?${form}` }),
        // A query changes nothing: it may be sent again whatever the method.
        ...{ method: method.toUpperCase(), headers, timeout, harmless: true },
        tls: await tls(),
      };
      const body = bodyOf(await exchange(ports, sent, signal));
      return dataOf(body, place, (text) => ports.log.warning(`Prometheus: ${text}`));
    },
  };
}

function bodyOf(answer: Answer): Body {
  const { status, place, text } = answer;
  const json = jsonOf(answer);
  const body = typeof json === 'object' && json !== null ? (json as Body) : undefined;
  if (body?.status === 'success' && status === 200) return body;
  const said = body?.error ? `${body.errorType ?? 'error'}: ${body.error}` : excerpt(text);
  const short = said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE)}...` : said || 'nothing';
  throw new RemoteError(`Prometheus answered HTTP ${status} with ${body ? '' : 'no JSON: '}${short}`, {
    ...{ where: place, status, mend: mendOf(status, body), retryable: status >= 500 },
  });
}

function mendOf(status: number, body: Body | undefined): string {
  if (status === 401 || status === 403) return 'check `auth` of the provider and the secret it names';
  if (status >= 500) return 'see the log of the server';
  if (status === 404 || !body) return 'check `url` of the provider: the API is expected below it, at /api/v1';
  return status === 400 || status === 422 ? 'correct the query' : 'read what it says';
}

/** What PromQL remarks about a query is told; any other warning means that a part of the data is missing. */
function dataOf({ data, warnings = [] }: Body, place: string, tell: (text: string) => void): Data {
  const missing = warnings.filter((warning) => !/^PromQL (info|warning):/.test(warning));
  if (missing.length > 0) {
    throw new RemoteError(
      `Prometheus gave a part of the data only: ${missing.join('; ').slice(0, LONGEST_QUOTE)}`,
      {
        ...{ where: place, mend: 'mend the store that did not answer', retryable: true },
      },
    );
  }
  for (const warning of warnings) tell(warning.slice(0, LONGEST_QUOTE));
  if (isData(data)) return data;
  throw new RemoteError('Prometheus answered without data, or in another form', { where: place });
}

/** A list of series, or a time and a value. */
function isData(data: Data | undefined): data is Data {
  if (typeof data?.resultType !== 'string' || !Array.isArray(data.result)) return false;
  if (data.resultType === 'scalar' || data.resultType === 'string') return data.result.length === 2;
  return data.result.every((one) => typeof one?.metric === 'object' && one.metric !== null);
}
