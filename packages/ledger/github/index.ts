import { randomUUID } from 'node:crypto';
import { type Clock, connectGitHub, RemoteError, UserError } from '@fairway/runtime';
import type { StoreOptions } from '../options.ts';
import { decode, encode } from '../record.ts';
import type { Entry, EnvironmentState, Head, LedgerEvent, LedgerStore } from '../types.ts';
import { type Api, repositoryApi, saidBy } from './api.ts';
import { moveRef } from './move.ts';

/**
 * Keeps the ledger in a repository on GitHub, by its git REST API. A read is one request: the commit at the
 * ref, whose message holds the state (two when there is no entry yet, to tell that from no access). An
 * append is three: tree, commit, ref.
 */
export async function githubStore(options: StoreOptions): Promise<LedgerStore> {
  const { ports, prefix } = options;
  const { apiUrl, repository } = target(options);
  const github = await connectGitHub({ apiUrl, token: tokenOf(options), http: ports.http, repository });
  const store: Store = { api: repositoryApi(github, ports.clock), clock: ports.clock, known: new Map() };
  const refOf = (key: string): string => `${prefix}/${key}`;
  return {
    type: 'github',
    location: `${prefix} in ${repository.owner}/${repository.repo}`,
    head: (key) => readHead(store, refOf(key)),
    append: (key, parent, event, state) => append(store, { ref: refOf(key), parent, event, state }),
    history: (key, limit) => readHistory(store.api, refOf(key), limit),
    async keys(start) {
      const refs = await matching(store.api, refOf(start));
      // Servers drop the slash at the end, and then match more.
      return refs.map(({ ref }) => ref.slice(prefix.length + 1)).filter((key) => key.startsWith(start));
    },
  };
}

interface Store {
  readonly api: Api;
  readonly clock: Clock;
  /** The newest answer by ref: one that has not changed costs nothing of the token's requests an hour. */
  readonly known: Map<string, { readonly etag: string; readonly commit: Commit }>;
}

interface Commit {
  readonly sha: string;
  readonly message: string;
}

interface Append {
  ref: string;
  parent: string | undefined;
  event: LedgerEvent;
  state: EnvironmentState;
}

async function append({ api, clock }: Store, { ref, parent, event, state }: Append): Promise<string> {
  const { message, files } = encode(event, state, randomUUID());
  const entries = Object.entries(files).map(([path, content]) => {
    return { path, content, mode: '100644', type: 'blob' };
  });
  const tree = await write(api, '/git/trees', { tree: entries });
  const date = new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  const author = { name: 'Fairway', email: 'fairway@localhost', date };
  const parents = parent === undefined ? [] : [parent];
  // With its date given, a commit that is posted twice is one commit.
  const id = await write(api, '/git/commits', { message, tree, parents, author, committer: author });
  await moveRef(api, clock, { ref, from: parent, to: id });
  return id;
}

async function write(api: Api, path: string, body: object): Promise<string> {
  try {
    const { data } = await api.send('POST', path, body, { again: true });
    return data.sha;
  } catch (error) {
    if (!(error instanceof RemoteError) || error.status !== 409) throw error;
    throw new UserError(`GitHub cannot write the ledger: ${saidBy(error)}`, {
      where: error.where ?? path,
      mend: 'an empty repository takes no ledger: push a first commit',
      cause: error,
    });
  }
}

async function readHead(store: Store, ref: string): Promise<Head | undefined> {
  const commit = await readCommit(store, ref);
  if (!commit) return undefined;
  const { state } = decode(commit.message, `${ref} at ${commit.sha}`);
  return { id: commit.sha, state };
}

/** Statuses for "no such commit": 404 and 422 (by server), 409 for an empty repository. */
const ABSENT = new Set<number | undefined>([404, 409, 422]);

async function readCommit({ api, known }: Store, ref: string): Promise<Commit | undefined> {
  const before = known.get(ref);
  const read = async (name: string, etag?: string) => {
    const { data, etag: now } = await api.get(`/commits/${name}?per_page=1`, etag);
    const commit: Commit = { sha: data.sha, message: data.commit.message };
    if (now) known.set(ref, { etag: now, commit });
    return commit;
  };
  try {
    return await read(ref, before?.etag);
  } catch (error) {
    if (before && error instanceof RemoteError && error.status === 304) return before.commit;
    if (!(error instanceof RemoteError) || !ABSENT.has(error.status)) throw error;
    // No entry yet, no access, or a server that does not look up such refs here: the list of refs knows.
    const sha = (await matching(api, ref)).find((one) => one.ref === ref)?.sha;
    return sha === undefined ? undefined : read(sha);
  }
}

async function matching(api: Api, ref: string): Promise<{ ref: string; sha: string }[]> {
  try {
    const { data } = await api.get(`/git/matching-refs/${ref.replace(/^refs\//, '')}`);
    return (data as { ref: string; object: { sha: string } }[]).map(({ ref: name, object }) => {
      return { ref: name, sha: object.sha };
    });
  } catch (error) {
    // An empty repository has no refs.
    if (error instanceof RemoteError && error.status === 409) return [];
    throw error;
  }
}

async function readHistory(api: Api, ref: string, limit: number): Promise<Entry[]> {
  const head = (await matching(api, ref)).find((one) => one.ref === ref)?.sha;
  const entries: Entry[] = [];
  for (let page = 1; head !== undefined && entries.length < limit; page++) {
    const size = Math.min(100, limit);
    const { data } = await api.get(`/commits?sha=${head}&per_page=${size}&page=${page}`);
    const commits = data as { sha: string; commit: { message: string } }[];
    for (const { sha, commit } of commits) {
      entries.push({ id: sha, ...decode(commit.message, `${ref} at ${sha}`) });
    }
    if (commits.length < size) break;
  }
  return entries.slice(0, limit);
}

function target({ ports, repository }: StoreOptions) {
  const { apiUrl, repository: own } = ports.context;
  if (apiUrl === undefined) {
    throw new UserError('the ledger backend "github" needs GitHub, and this run has none', {
      mend: 'set ledger.backend to auto or git, or set GITHUB_API_URL',
    });
  }
  const [owner, repo] = repository?.split('/') ?? [own?.owner, own?.repo];
  if (!owner || !repo) {
    throw new UserError(`"${repository ?? ''}" is not a repository that can hold the ledger`, {
      mend: 'set ledger.repository to owner/name, or run where GITHUB_REPOSITORY is set',
    });
  }
  return { apiUrl, repository: { owner, repo } };
}

function tokenOf({ token }: StoreOptions): string {
  if (token) return token;
  throw new UserError('the ledger on GitHub needs a token', {
    mend: "pass the action's `token`, and give the job `permissions: contents: write`",
  });
}
