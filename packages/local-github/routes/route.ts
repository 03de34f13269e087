/** Talks to the emulator behind the proxy, as the owner of the token. */
export type Upstream = (method: string, path: string, body?: unknown) => Promise<Reply>;

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: JSON of many endpoints; the schema test checks what we make.
  readonly body: any;
}

export interface Call {
  /** `owner/name`. */
  readonly slug: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: JSON from outside.
  readonly body: any;
  /** Base URL as clients see it. */
  readonly apiUrl: string;
  readonly upstream: Upstream;
}

/** An endpoint that the emulator lacks, or does only in part. */
export interface Route {
  readonly method: string;
  /** `/repos/:owner/:repo/deployments/:id`. */
  readonly path: string;
  handle(call: Call): Promise<Reply>;
}

export const reply = (status: number, body: unknown): Reply => ({ status, body });

export const notFound = (): Reply => reply(404, { message: 'Not Found', status: '404' });

export const invalid = (message: string): Reply =>
  reply(422, {
    message: 'Validation Failed',
    documentation_url: 'https://docs.github.com/rest',
    errors: [{ code: 'custom', message }],
  });

export function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const route of routes) {
    const params = route.method === method ? match(route.path, path) : undefined;
    if (params) return { route, params };
  }
  return undefined;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}

/** One value per repository, made when first asked for. */
export function perRepository<T>(make: () => T): (slug: string) => T {
  const values = new Map<string, T>();
  return (slug) => {
    const value = values.get(slug) ?? make();
    values.set(slug, value);
    return value;
  };
}

/** The user of the token in the short form that other objects embed. */
export async function creator(upstream: Upstream): Promise<unknown> {
  const { status, body } = await upstream('GET', '/user');
  if (status !== 200) return null;
  return Object.fromEntries(SIMPLE_USER.map((name) => [name, body[name]]));
}

const SIMPLE_USER = [
  ...['login', 'id', 'node_id', 'avatar_url', 'gravatar_id', 'url', 'html_url', 'followers_url'],
  ...['following_url', 'gists_url', 'starred_url', 'subscriptions_url', 'organizations_url', 'repos_url'],
  ...['events_url', 'received_events_url', 'type', 'site_admin'],
];

export const nodeId = (kind: string, id: number): string =>
  Buffer.from(`0${kind.length}:${kind}${id}`).toString('base64');

/** `page` and `per_page` as GitHub counts them. */
export function page<T>(items: readonly T[], query: URLSearchParams): T[] {
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const start = (Number(query.get('page') ?? 1) - 1) * size;
  return items.slice(start, start + size);
}
