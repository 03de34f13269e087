import { type Clock, type GitHub, RemoteError, type RetryPolicy, retry } from '@fairway/runtime';

/** Every request is made to be repeated: reads, objects named by their content, and a ref set to one value. */
export interface Api {
  /** `etag`: of an answer that is known; throws RemoteError with status 304 when it has not changed. */
  get(path: string, etag?: string): Promise<Answer>;
  /** After a fault tried again only with `again`; what a limit refused unread is always sent again. */
  send(method: 'POST' | 'PATCH', path: string, body: object, options: { again: boolean }): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of several endpoints, checked where it is read.
  readonly data: any;
  readonly etag?: string | undefined;
}

const POLICY: RetryPolicy = { deadline: 60_000, firstPause: 200, maxPause: 10_000 };

/** `path` starts after `/repos/<owner>/<repo>`. Throws RemoteError for every status from 400. */
export function repositoryApi(github: GitHub, clock: Clock): Api {
  const base = `/repos/${github.owner}/${github.repo}`;
  const call = (method: string, path: string, body: object, again: boolean): Promise<Answer> =>
    retry(
      async () => {
        const { status, data, headers } = await github.request({
          ...{ method, url: `${base}${path}` },
          ...body,
        } as never);
        return { status, data, etag: headers.etag };
      },
      (error) => pauseOf(error, again),
      { clock, policy: POLICY },
    );
  return {
    // The port repeats reads by itself.
    get: (path, etag) => call('GET', path, etag ? { headers: { 'if-none-match': etag } } : {}, false),
    send: (method, path, body, { again }) => call(method, path, body, again),
  };
}

/** Limits are waited for by the port, whatever the method. */
function pauseOf(error: unknown, again: boolean): { after?: number } | undefined {
  if (!again || !(error instanceof RemoteError) || !error.retryable) return undefined;
  const seconds = Number(headersOf(error)['retry-after']);
  return seconds > 0 ? { after: seconds * 1_000 } : {};
}

/** Octokit's own error carries the response. */
function headersOf({ cause }: RemoteError): Record<string, string | undefined> {
  const response = (cause as { response?: { headers?: Record<string, string | undefined> } } | undefined)
    ?.response;
  return response?.headers ?? {};
}

/** GitHub's words, without ours around them. */
export function saidBy(error: RemoteError): string {
  const data = (error.cause as { response?: { data?: { message?: unknown } } } | undefined)?.response?.data;
  return typeof data?.message === 'string' ? data.message : error.message;
}
