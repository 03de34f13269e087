import {
  type Call,
  creator,
  invalid,
  nodeId,
  notFound,
  page,
  perRepository,
  type Reply,
  type Route,
  reply,
} from './route.ts';

type Deployment = Record<string, unknown> & { id: number; environment: string };
type Status = Record<string, unknown> & { id: number; state: string };

const STATES = ['error', 'failure', 'inactive', 'in_progress', 'queued', 'pending', 'success'];
const MAX_DESCRIPTION = 140;

interface Store {
  deployments: Deployment[];
  statuses: Map<number, Status[]>;
  ids: number;
}

/** Deployments and their statuses, with `auto_inactive`. Required contexts and auto-merge are not checked. */
export function deploymentRoutes(): Route[] {
  const stores = perRepository<Store>(() => ({ deployments: [], statuses: new Map(), ids: 0 }));
  const find = (call: Call) => stores(call.slug).deployments.find(({ id }) => id === Number(call.params.id));
  const on = (method: string, path: string, handle: Route['handle']): Route => ({
    method,
    path: `/repos/:owner/:repo/deployments${path}`,
    handle,
  });
  return [
    on('POST', '', (call) => create(call, stores(call.slug))),
    on('GET', '', async ({ slug, query }) => {
      const wanted = (['environment', 'ref', 'sha', 'task'] as const).filter((name) => query.has(name));
      const all = stores(slug).deployments.filter((one) =>
        wanted.every((name) => one[name] === query.get(name)),
      );
      return reply(200, page(all.toReversed(), query));
    }),
    on('GET', '/:id', async (call) => {
      const deployment = find(call);
      return deployment ? reply(200, deployment) : notFound();
    }),
    on('POST', '/:id/statuses', async (call) => {
      const deployment = find(call);
      return deployment ? addStatus(call, stores(call.slug), deployment) : notFound();
    }),
    on('GET', '/:id/statuses', async (call) => {
      const deployment = find(call);
      if (!deployment) return notFound();
      return reply(200, page((stores(call.slug).statuses.get(deployment.id) ?? []).toReversed(), call.query));
    }),
  ];
}

async function create(call: Call, store: Store): Promise<Reply> {
  const { slug, apiUrl, body, upstream } = call;
  if (typeof body?.ref !== 'string' || body.ref === '') return invalid('ref is required');
  if (longDescription(body)) return invalid(`description is longer than ${MAX_DESCRIPTION} characters`);
  const commit = await upstream('GET', `/repos/${slug}/commits/${encodeURI(body.ref)}`);
  if (commit.status !== 200) return reply(422, { message: `No ref found for: ${body.ref}` });
  const repository = `${apiUrl}/repos/${slug}`;
  const id = ++store.ids;
  const now = new Date().toISOString();
  const environment = body.environment ?? 'production';
  const deployment: Deployment = {
    url: `${repository}/deployments/${id}`,
    id,
    node_id: nodeId('Deployment', id),
    sha: commit.body.sha,
    ref: body.ref,
    task: body.task ?? 'deploy',
    payload: body.payload ?? {},
    original_environment: environment,
    environment,
    description: body.description ?? null,
    creator: await creator(upstream),
    created_at: now,
    updated_at: now,
    statuses_url: `${repository}/deployments/${id}/statuses`,
    repository_url: repository,
    transient_environment: body.transient_environment ?? false,
    production_environment: body.production_environment ?? environment === 'production',
  };
  store.deployments.push(deployment);
  store.statuses.set(id, []);
  return reply(201, deployment);
}

async function addStatus(call: Call, store: Store, deployment: Deployment): Promise<Reply> {
  const { body } = call;
  if (!STATES.includes(body?.state)) return invalid(`state is not one of ${STATES.join(', ')}`);
  if (longDescription(body)) return invalid(`description is longer than ${MAX_DESCRIPTION} characters`);
  const status = await makeStatus(call, store, deployment, body);
  if (body.state === 'success' && body.auto_inactive !== false) await retire(call, store, deployment);
  return reply(201, status);
}

/** Earlier successful deployments of the environment become inactive, except production and transient ones. */
async function retire(call: Call, store: Store, deployment: Deployment): Promise<void> {
  for (const other of store.deployments) {
    const last = store.statuses.get(other.id)?.at(-1)?.state;
    const spared = other.id >= deployment.id || other.transient_environment || other.production_environment;
    if (spared || other.environment !== deployment.environment || last !== 'success') continue;
    await makeStatus(call, store, other, { state: 'inactive' });
  }
}

async function makeStatus(
  { slug, apiUrl, upstream }: Call,
  store: Store,
  deployment: Deployment,
  given: Record<string, unknown>,
): Promise<Status> {
  const repository = `${apiUrl}/repos/${slug}`;
  const id = ++store.ids;
  const now = new Date().toISOString();
  const url = `${repository}/deployments/${deployment.id}`;
  const status: Status = {
    url: `${url}/statuses/${id}`,
    id,
    node_id: nodeId('DeploymentStatus', id),
    state: String(given.state),
    creator: await creator(upstream),
    description: given.description ?? '',
    environment: given.environment ?? deployment.environment,
    target_url: given.log_url ?? given.target_url ?? '',
    created_at: now,
    updated_at: now,
    deployment_url: url,
    repository_url: repository,
    environment_url: given.environment_url ?? '',
    log_url: given.log_url ?? '',
  };
  store.statuses.get(deployment.id)?.push(status);
  deployment.updated_at = now;
  return status;
}

const longDescription = (body: { description?: unknown }): boolean =>
  typeof body.description === 'string' && [...body.description].length > MAX_DESCRIPTION;
