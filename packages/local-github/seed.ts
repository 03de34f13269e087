import { InternalError, systemExec, UserError } from '@fairway/runtime';
import { headersOf, objectReader, person, treeEntries } from './git-objects.ts';
import type { Upstream } from './routes/route.ts';

/** The emulator looks every object up in a list: more than this would take minutes. */
const LIMIT = 20_000;

/**
 * Copies a git repository's branches and tags, and all they reach, over REST. Commits, trees and files keep
 * their ids; the objects of annotated tags get others (the emulator makes them up), remembered in `tags`.
 * Refused: signed commits and others with extra headers (their ids cannot be kept), shallow clones,
 * histories of more than 20,000 objects. Refs outside of heads and tags stay where they are.
 */
export async function seed(
  slug: string,
  folder: string,
  upstream: Upstream,
  tags: Map<string, string>,
): Promise<void> {
  const git = async (...args: string[]) =>
    (await systemExec.run('git', ['-C', folder, ...args], { okCodes: [0, 1] })).stdout.trim();
  const refs = lines(
    await git('for-each-ref', '--format=%(objectname) %(refname)', 'refs/heads', 'refs/tags'),
  );
  if (refs.length === 0) return;
  const count = Number(lines(await git('rev-list', '--objects', '--count', '--branches', '--tags'))[0]);
  if (count > LIMIT) {
    throw new UserError(`the history has ${count} objects; the local GitHub takes ${LIMIT}`, {
      where: folder,
      mend: 'start it without the folder, or with a smaller repository',
    });
  }
  const writer = new Writer(slug, folder, upstream, tags);
  // Parents come first, so that no recursion runs down a long history.
  for (const id of lines(await git('rev-list', '--reverse', '--topo-order', '--branches', '--tags'))) {
    await writer.put(id);
  }
  for (const line of refs) {
    const [id = '', ref = ''] = line.split(' ');
    await writer.put(id);
    await writer.setRef(ref, tags.get(id) ?? id);
  }
  const branch = await git('symbolic-ref', '-q', '--short', 'HEAD');
  if (branch) await upstream('PATCH', `/repos/${slug}`, { default_branch: branch });
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

class Writer {
  readonly #path: string;
  readonly #folder: string;
  readonly #upstream: Upstream;
  readonly #read: ReturnType<typeof objectReader>;
  readonly #done = new Set<string>();
  readonly #tags: Map<string, string>;

  constructor(slug: string, folder: string, upstream: Upstream, tags: Map<string, string>) {
    this.#tags = tags;
    this.#path = `/repos/${slug}/git`;
    this.#folder = folder;
    this.#upstream = upstream;
    this.#read = objectReader(folder);
  }

  /** Writes the object after everything it points at. */
  async put(id: string): Promise<void> {
    if (this.#done.has(id)) return;
    this.#done.add(id);
    const { type, body } = await this.#read(id);
    if (type === 'tree') return this.#putTree(id, body);
    if (type === 'commit') return this.#putCommit(id, body);
    if (type === 'tag') return this.#putTag(id, body);
    await this.#post(id, 'blobs', { content: body.toString('base64'), encoding: 'base64' });
  }

  async setRef(ref: string, sha: string): Promise<void> {
    const moved = await this.#upstream('PATCH', `${this.#path}/${ref}`, { sha, force: true });
    const answer =
      moved.status === 404 ? await this.#upstream('POST', `${this.#path}/refs`, { ref, sha }) : moved;
    if (answer.status >= 300) throw new InternalError(`${ref}: ${answer.status} ${answer.body?.message}`);
  }

  async #putTree(id: string, body: Buffer): Promise<void> {
    const tree = treeEntries(body);
    for (const { type, sha } of tree) if (type !== 'commit') await this.put(sha);
    await this.#post(id, 'trees', { tree });
  }

  async #putCommit(id: string, body: Buffer): Promise<void> {
    if (await this.#has(`commits/${id}`)) return;
    const { headers, message } = headersOf(body);
    const extra = [...headers.keys()].find((name) => !COMMIT_HEADERS.includes(name));
    if (extra) throw this.#refused(id, `its header "${extra}" cannot be copied`);
    const [tree = ''] = headers.get('tree') ?? [];
    const parents = headers.get('parent') ?? [];
    for (const needed of [tree, ...parents]) await this.put(needed);
    const author = person(headers.get('author')?.[0]);
    const committer = person(headers.get('committer')?.[0]);
    await this.#post(id, 'commits', { message, tree, parents, author, committer });
  }

  async #putTag(id: string, body: Buffer): Promise<void> {
    if (this.#tags.has(id)) return;
    const { headers, message } = headersOf(body);
    const one = (name: string) => headers.get(name)?.[0] ?? '';
    await this.put(one('object'));
    const tagger = person(one('tagger'));
    const object = this.#tags.get(one('object')) ?? one('object');
    const tag = { tag: one('tag'), message, object, type: one('type'), tagger };
    const answer = await this.#upstream('POST', `${this.#path}/tags`, tag);
    if (answer.status !== 201) throw this.#refused(id, `${answer.status} ${answer.body?.message}`);
    this.#tags.set(id, answer.body.sha);
  }

  async #has(path: string): Promise<boolean> {
    return (await this.#upstream('GET', `${this.#path}/${path}`)).status === 200;
  }

  async #post(id: string, kind: string, body: unknown): Promise<void> {
    const answer = await this.#upstream('POST', `${this.#path}/${kind}`, body);
    if (answer.status !== 201) throw this.#refused(id, `${answer.status} ${answer.body?.message}`);
    if (answer.body.sha !== id) throw this.#refused(id, `it became ${answer.body.sha}`);
  }

  #refused(id: string, why: string): UserError {
    return new UserError(`object ${id} cannot be copied to the local GitHub: ${why}`, {
      where: this.#folder,
      mend: 'start it without the folder, or with a repository of plain, unsigned commits',
    });
  }
}

const COMMIT_HEADERS = ['tree', 'parent', 'author', 'committer'];
