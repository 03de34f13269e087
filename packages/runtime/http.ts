import type { Clock } from './clock.ts';
import { RemoteError } from './errors.ts';
import { IdleLimit, whole } from './idle-limit.ts';
import { DEFAULT_RETRY, type RetryPolicy, retry } from './retry.ts';
import { type Tls, tlsFetch } from './tls-fetch.ts';

export interface HttpOptions extends Omit<RequestInit, 'signal'> {
  signal?: AbortSignal;
  /** Milliseconds until the headers of one try, and for each pause of the body after them. Default 30 s. */
  timeout?: number;
  /**
   * `false`: one try. After a fault only safe or idempotent methods are tried again, unless a policy is given;
   * any method is when the server refused it unread, because of a limit.
   */
  retry?: RetryPolicy | false;
  /** Reads the body as part of each try: one that breaks off is tried again too. For small answers. */
  whole?: boolean;
  /** For https with a private authority or a client certificate; redirects are answers then. */
  tls?: Tls;
}

export interface Http {
  /**
   * Returns the response whatever its status, after retrying limits (429, and 403 as GitHub means it), 5xx
   * and network faults with back-off (honouring `Retry-After`). Throws RemoteError when nothing answered.
   */
  fetch(url: string | URL, options?: HttpOptions): Promise<Response>;
}

const IDEMPOTENT = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

class PassingStatus extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super(`HTTP ${response.status}`);
    this.response = response;
  }
}

export function systemHttp(clock: Clock): Http {
  return { fetch: (url, options = {}) => fetchWithRetry(clock, new URL(url), options) };
}

async function fetchWithRetry(clock: Clock, url: URL, options: HttpOptions): Promise<Response> {
  const { retry: policy, timeout = 30_000, signal, whole: entire, tls, ...init } = options;
  const method = (init.method ?? 'GET').toUpperCase();
  const again = policy !== false && (policy !== undefined || IDEMPOTENT.has(method));
  // A stream is used up by the first try.
  const anew = policy !== false && !(init.body instanceof ReadableStream);
  try {
    return await retry(
      async () => {
        const limit = new IdleLimit(timeout, signal);
        const limited = { ...init, signal: limit.signal };
        const answer = await limit.holds(tls ? tlsFetch(url, limited, tls) : fetch(url, limited));
        const response = entire ? await whole(answer) : answer;
        const passing = isLimited(response) ? anew : again && PASSING.has(response.status);
        if (passing) throw new PassingStatus(response);
        return response;
      },
      (error) => {
        if (signal?.aborted) return undefined;
        if (error instanceof PassingStatus) return retryAfter(error.response, clock.now());
        return again ? {} : undefined;
      },
      { clock, ...(signal ? { signal } : {}), policy: policy || DEFAULT_RETRY },
    );
  } catch (error) {
    if (error instanceof PassingStatus) return error.response;
    if (signal?.aborted) throw signal.reason;
    throw noAnswer(method, url, error);
  }
}

function noAnswer(method: string, url: URL, cause: unknown): RemoteError {
  const place = `${url.origin}${url.pathname}`;
  return new RemoteError(`${method} ${place}: no answer (${reasonOf(cause)})`, {
    where: place,
    mend: 'check that the service is up and can be reached from this machine',
    retryable: true,
    cause,
  });
}

/** Refused unread: 429, or the 403 with which GitHub tells of its rate limits, the secondary ones too. */
function isLimited({ status, headers }: Response): boolean {
  if (status !== 403) return status === 429;
  return headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
}

/** `Retry-After` in seconds or as a date; GitHub's `x-ratelimit-reset` when the quota is used up. */
function retryAfter(response: Response, now: number): { after?: number } {
  const header = response.headers.get('retry-after');
  if (header !== null) {
    const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
    if (Number.isFinite(ms)) return { after: Math.max(0, ms) };
  }
  const reset = response.headers.get('x-ratelimit-reset');
  if (isLimited(response) && reset !== null && response.headers.get('x-ratelimit-remaining') === '0') {
    return { after: Math.max(0, Number(reset) * 1_000 - now) };
  }
  return {};
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'timed out';
  const { cause } = error;
  return cause instanceof Error
    ? cause.message || String((cause as NodeJS.ErrnoException).code)
    : error.message;
}
