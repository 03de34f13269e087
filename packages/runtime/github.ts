import type { getOctokit } from '@actions/github';
import { RemoteError, UserError } from './errors.ts';
import type { Http } from './http.ts';

export type Octokit = ReturnType<typeof getOctokit>;

export interface GitHubOptions {
  /** Base URL of the REST API. */
  apiUrl: string;
  token: string;
  http: Http;
  /** The repository to speak of. */
  repository: { owner: string; repo: string };
}

export interface GitHub {
  readonly owner: string;
  readonly repo: string;
  /** `request('GET /repos/{owner}/{repo}/releases/latest')`: owner and repo are filled in. Throws RemoteError. */
  request: Octokit['request'];
}

/** Loaded only when a request is made: Octokit would double an action's cold start. */
export async function connectGitHub({ apiUrl, token, http, repository }: GitHubOptions): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    request: { fetch: (url: string, init: RequestInit) => http.fetch(url, asOptions(init)) },
    log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const request = octokit.request.defaults(repository);
  request.endpoint.DEFAULTS.baseUrl = apiUrl;
  octokit.hook.error('request', (error) => {
    throw explain(error);
  });
  return { ...repository, request };
}

/** Whole: Octokit takes a body that breaks off for an empty one. */
function asOptions({ signal, ...init }: RequestInit) {
  return { ...init, whole: true, ...(signal ? { signal } : {}) };
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error) || !('status' in error)) return error;
  const status = Number(error.status);
  const where = (error as { request?: { method: string; url: string } }).request;
  const place = where ? `${where.method} ${where.url}` : 'GitHub API';
  if (status === 401) {
    return new UserError('GitHub refused the token', {
      where: place,
      mend: 'pass a valid token',
      cause: error,
    });
  }
  // Octokit calls whatever kept it from an answer a 500.
  const { response, cause: fault } = error as Failed;
  if (!response) {
    const [why, mend] =
      fault instanceof RemoteError ? [fault.message, fault.mend] : [error.message, 'try again'];
    return new RemoteError(why, { where: place, mend: mend ?? 'try again', retryable: true, cause: error });
  }
  const limited =
    status === 429 ||
    response.headers['x-ratelimit-remaining'] === '0' ||
    response.headers['retry-after'] !== undefined;
  return new RemoteError(`GitHub answered ${status}: ${error.message}`, {
    status,
    where: place,
    mend: mendOf(status, limited),
    retryable: status >= 500 || status === 429,
    cause: error,
  });
}

interface Failed {
  readonly response?: { readonly headers: Readonly<Record<string, string | undefined>> };
  readonly cause?: unknown;
}

function mendOf(status: number, limited: boolean): string {
  if (limited && status < 500) {
    return "the token's limit of requests is used up: run again later, or start fewer jobs at once";
  }
  return status === 403 || status === 404
    ? 'check that the repository exists and that the job has the permission this needs'
    : "try again; if it stays, look at GitHub's status page";
}
