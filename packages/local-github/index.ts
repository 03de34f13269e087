import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createEmulator } from 'emulate';
import { type Fault, Faults } from './faults.ts';
import { Front, type Recorded, upstreamTokens } from './front.ts';
import { extraRoutes } from './routes/index.ts';
import { seed } from './seed.ts';

export type { Fault, Recorded };

export interface LocalRepository {
  /** `owner/name`. */
  readonly slug: string;
  /** A git repository whose branches, tags and commits are copied in. Without it: one first commit. */
  readonly folder?: string;
}

export interface LocalGitHub {
  /** Base URL of the REST API (GITHUB_API_URL). */
  readonly apiUrl: string;
  /** Base URL of the links in answers (GITHUB_SERVER_URL). */
  readonly serverUrl: string;
  readonly token: string;
  /** What was asked so far, oldest first. */
  requests(): readonly Recorded[];
  /** Disturbs requests; the returned function ends it. */
  fault(rule: Fault): () => void;
  /** Copies what is new in the repository's folder; refs are set to where they are there. */
  sync(slug: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The GitHub API of a local run and of tests, on 127.0.0.1 only: the `emulate` package, in memory, behind a
 * front that adds deployments, environments, SARIF uploads, pull requests of a commit and the tags of
 * releases. What it does not do: GraphQL, permissions of single scopes, rate limits, workflow runs of its
 * own; git itself cannot push to it. Objects have git's own ids, so a folder's commits keep theirs; see
 * `seed` for the exceptions. Nothing made here is written back to the folder.
 */
export async function startGitHub(options: {
  repositories: readonly LocalRepository[];
  token?: string;
  /** Default: a free one. */
  port?: number;
}): Promise<LocalGitHub> {
  const { repositories, token = 'local-token', port = 0 } = options;
  const recorded: Recorded[] = [];
  const faults = new Faults();
  const tags = new Map<string, string>();
  const front = new Front({ token, faults, routes: extraRoutes(), recorded, port });
  const url = await front.listen();
  const emulator = await emulate(url, repositories);
  front.forwardTo(`http://127.0.0.1:${emulator.port}`);
  const close = async () => {
    await front.close();
    await emulator.close();
  };
  const sync = async (slug: string) => {
    const folder = repositories.find((repository) => repository.slug === slug)?.folder;
    if (folder !== undefined) await seed(slug, folder, front.upstream, tags);
  };
  try {
    for (const { slug } of repositories) await sync(slug);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    apiUrl: url,
    serverUrl: url,
    token,
    requests: () => recorded,
    fault: (rule) => faults.add(rule),
    sync,
    close,
  };
}

/** The emulator tells its base URL, not its port, so the port is chosen here; again if another took it. */
async function emulate(baseUrl: string, repositories: readonly LocalRepository[]) {
  for (let tries = 1; ; tries++) {
    const port = await freePort();
    try {
      const options = {
        service: 'github',
        port,
        hostname: '127.0.0.1',
        baseUrl,
        seed: seedOf(repositories),
      } as const;
      const emulator = await createEmulator(options);
      return { port, close: () => emulator.close() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries === 20) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function seedOf(repositories: readonly LocalRepository[]) {
  const parts = repositories.map(({ slug, folder }) => {
    const [owner = '', name = ''] = slug.split('/');
    return { owner, name, auto_init: folder === undefined };
  });
  const owners = [...new Set(parts.map(({ owner }) => owner))];
  const [login = 'local'] = owners;
  return {
    tokens: Object.fromEntries(upstreamTokens().map((token) => [token, { login, scopes: ['repo', 'user'] }])),
    github: { users: (owners.length ? owners : [login]).map((owner) => ({ login: owner })), repos: parts },
  };
}
