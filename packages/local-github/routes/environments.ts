import { nodeId, notFound, perRepository, type Route, reply } from './route.ts';

interface Environment {
  readonly id: number;
  readonly node_id: string;
  readonly name: string;
  readonly url: string;
  readonly html_url: string;
  readonly created_at: string;
  updated_at: string;
  protection_rules: unknown[];
  deployment_branch_policy: unknown;
}

/** Environments by name. A wait timer is kept and shown; reviewers and branch policies are not enforced. */
export function environmentRoutes(): Route[] {
  const stores = perRepository(() => new Map<string, Environment>());
  const path = '/repos/:owner/:repo/environments';
  return [
    {
      method: 'GET',
      path,
      async handle({ slug }) {
        const environments = [...stores(slug).values()];
        return reply(200, { total_count: environments.length, environments });
      },
    },
    {
      method: 'GET',
      path: `${path}/:name`,
      async handle({ slug, params }) {
        const environment = stores(slug).get(params.name ?? '');
        return environment ? reply(200, environment) : notFound();
      },
    },
    {
      method: 'PUT',
      path: `${path}/:name`,
      async handle({ slug, params, apiUrl, body }) {
        const name = params.name ?? '';
        const now = new Date().toISOString();
        const id = stores(slug).get(name)?.id ?? stores(slug).size + 1;
        const environment: Environment = {
          id,
          node_id: nodeId('Environment', id),
          name,
          url: `${apiUrl}/repos/${slug}/environments/${encodeURIComponent(name)}`,
          html_url: `${apiUrl}/${slug}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
          created_at: stores(slug).get(name)?.created_at ?? now,
          updated_at: now,
          protection_rules: waitRule(id, body?.wait_timer),
          deployment_branch_policy: body?.deployment_branch_policy ?? null,
        };
        stores(slug).set(name, environment);
        return reply(200, environment);
      },
    },
  ];
}

function waitRule(environment: number, minutes: unknown): unknown[] {
  if (typeof minutes !== 'number' || minutes === 0) return [];
  return [{ id: environment, node_id: nodeId('Gate', environment), type: 'wait_timer', wait_timer: minutes }];
}
