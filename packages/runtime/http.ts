import type { Clock } from './clock.ts';
import { RemoteError } from './errors.ts';
import { DEFAULT_RETRY, type RetryPolicy, retry } from './retry.ts';

export interface HttpOptions extends Omit<RequestInit, 'signal'> {
  signal?: AbortSignal;
  /** Milliseconds for one try, headers included. Default 30 s. */
  timeout?: number;
  /** `false`: one try. Only safe or idempotent methods are tried again, unless a policy is given. */
  retry?: RetryPolicy | false;
}

export interface Http {
  /**
   * Returns the response whatever its status, after retrying 429, 5xx and network faults with back-off
   * (honouring `Retry-After`). Throws RemoteError when nothing answered.
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
  const { retry: policy, timeout = 30_000, signal, ...init } = options;
  const method = (init.method ?? 'GET').toUpperCase();
  const again = policy !== false && (policy !== undefined || IDEMPOTENT.has(method));
  try {
    return await retry(
      async () => {
        const limit = AbortSignal.timeout(timeout);
        const response = await fetch(url, {
          ...init,
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
        });
        if (again && PASSING.has(response.status)) throw new PassingStatus(response);
        return response;
      },
      (error) => {
        if (!again || signal?.aborted) return undefined;
        return error instanceof PassingStatus ? retryAfter(error.response, clock.now()) : {};
      },
      { clock, ...(signal ? { signal } : {}), policy: policy || DEFAULT_RETRY },
    );
  } catch (error) {
    if (error instanceof PassingStatus) return error.response;
    if (signal?.aborted) throw signal.reason;
    const place = `${url.origin}${url.pathname}`;
    throw new RemoteError(`${method} ${place}: no answer (${reasonOf(error)})`, {
      where: place,
      mend: 'check that the service is up and can be reached from this machine',
      retryable: true,
      cause: error,
    });
  }
}

/** `Retry-After` in seconds or as a date; GitHub's `x-ratelimit-reset` when the quota is used up. */
function retryAfter(response: Response, now: number): { after?: number } {
  const header = response.headers.get('retry-after');
  if (header !== null) {
    const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
    if (Number.isFinite(ms)) return { after: Math.max(0, ms) };
  }
  const reset = response.headers.get('x-ratelimit-reset');
  if (response.status === 429 && reset !== null && response.headers.get('x-ratelimit-remaining') === '0') {
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
