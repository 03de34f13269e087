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

function asOptions({ signal, ...init }: RequestInit) {
  return signal ? { ...init, signal } : init;
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
  const mend =
    status === 403 || status === 404
      ? 'check that the repository exists and that the job has the permission this needs'
      : "try again; if it stays, look at GitHub's status page";
  return new RemoteError(`GitHub answered ${status}: ${error.message}`, {
    status,
    where: place,
    mend,
    retryable: status >= 500 || status === 429,
    cause: error,
  });
}
