import type { GitHub, Log } from '@fairway/runtime';
import type { Release } from './types.ts';

/** What GitHub shows beside a commit and under Environments. The ledger is the record; this is a mirror. */
export interface Mirror {
  update(state: MirrorState, description: string): Promise<void>;
}

export type MirrorState = 'queued' | 'in_progress' | 'success' | 'failure' | 'error' | 'inactive';

export interface MirrorOptions {
  readonly environment: string;
  readonly release: Release;
  /** Marks production in GitHub's pages. Default: the environment's name is `production`. */
  readonly production?: boolean;
  /** Page of the run. */
  readonly logUrl?: string | undefined;
  /** Where the environment is served. */
  readonly environmentUrl?: string | undefined;
  readonly log: Pick<Log, 'warning'>;
  /** Hides secrets in what GitHub shows: a reason may quote one. */
  readonly redact?: (text: string) => string;
}

/**
 * Creates a GitHub deployment of the release, in progress, and returns what updates it. Best effort: without
 * GitHub, or when it fails, a warning is all that happens, once. A success makes the one
 * before inactive, in production too, where GitHub does not do it by itself.
 */
export async function mirrorDeployment(
  github: Promise<GitHub> | GitHub | undefined,
  options: MirrorOptions,
): Promise<Mirror> {
  const { environment, release, log, production = environment === 'production' } = options;
  const shown = (text: string) => short(options.redact?.(text) ?? text);
  let failed = github === undefined;
  const attempt = async <T>(what: string, body: (api: GitHub) => Promise<T>): Promise<T | undefined> => {
    try {
      const api = failed ? undefined : await github;
      return api && (await body(api));
    } catch (error) {
      failed = true;
      const why = error instanceof Error ? error.message : String(error);
      log.warning(`GitHub's deployment of ${environment} is not shown (${what}): ${why}`, {
        title: 'Deployment mirror',
      });
      return undefined;
    }
  };
  const id = await attempt('create', async ({ request }) => {
    const { data } = await request('POST /repos/{owner}/{repo}/deployments', {
      ...HERE,
      ref: release.commit,
      environment,
      description: short(`${release.version} ${release.digest}`),
      payload: { version: release.version, digest: release.digest },
      auto_merge: false,
      required_contexts: [],
      production_environment: production,
    });
    return 'id' in data ? Number(data.id) : undefined;
  });
  const update: Mirror['update'] = async (state, description) => {
    if (id === undefined) return;
    await attempt(state, ({ request }) =>
      request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...HERE,
        deployment_id: id,
        state,
        description: shown(description),
        auto_inactive: true,
        ...(options.logUrl ? { log_url: options.logUrl } : {}),
        ...(options.environmentUrl ? { environment_url: options.environmentUrl } : {}),
      }),
    );
  };
  const succeeded: Mirror['update'] = async (state, description) => {
    await update(state, description);
    if (state === 'success' && production && id !== undefined) {
      await attempt('inactive', (api) => retire(api, environment, id));
    }
  };
  await update('in_progress', `Deploying ${release.version}`);
  return { update: succeeded };
}

/** Marks the last successful deployment before this one inactive. */
async function retire({ request }: GitHub, environment: string, id: number): Promise<void> {
  const query = { ...HERE, environment, per_page: 10 };
  const { data: newest } = await request('GET /repos/{owner}/{repo}/deployments', query);
  for (const other of newest.filter((one) => Number(one.id) < id)) {
    const one = { ...HERE, deployment_id: Number(other.id) };
    const path = '/repos/{owner}/{repo}/deployments/{deployment_id}/statuses' as const;
    const { data: statuses } = await request(`GET ${path}`, { ...one, per_page: 1 });
    if (statuses[0]?.state === 'inactive') return;
    if (statuses[0]?.state !== 'success') continue;
    await request(`POST ${path}`, { ...one, state: 'inactive' });
    return;
  }
}

/** The port fills in owner and repo; Octokit's types ask for them nevertheless. */
const HERE = {} as { owner: string; repo: string };

const LIMIT = 140;

function short(text: string): string {
  const characters = [...text];
  return characters.length <= LIMIT ? text : `${characters.slice(0, LIMIT - 1).join('')}…`;
}
