import { randomUUID } from 'node:crypto';
import type { Clock, Exec } from '@fairway/runtime';
import { corrupted, decode, encode, parseState, pretty } from '../record.ts';
import type { Entry, EnvironmentState, Head, LedgerEvent, LedgerStore } from '../types.ts';
import { moveRef, writable } from './move.ts';
import { packCommit } from './objects.ts';
import { locate, type Repository } from './repository.ts';

const AUTHOR = 'Fairway <fairway@localhost>';

/** Keeps the ledger in a git repository of this machine. Touches neither HEAD, index nor work tree. */
export async function gitStore(options: {
  folder: string;
  prefix: string;
  exec: Exec;
  clock: Clock;
}): Promise<LedgerStore> {
  const { prefix, clock } = options;
  const repository = await locate(options.folder, options.exec);
  const refOf = (key: string): string => `${prefix}/${key}`;
  return {
    type: 'git',
    location: `${prefix} in ${repository.gitDir}`,
    head: (key) => readHead(repository, refOf(key)),
    append: (key, parent, event, state) =>
      append(repository, clock, { ref: refOf(key), parent, event, state }),
    history: (key, limit) => readHistory(repository, refOf(key), limit),
    async keys(start) {
      // A pattern that ends in a slash matches whole folders only: cut there, and filter the rest.
      const folder = start.slice(0, start.lastIndexOf('/') + 1);
      const { stdout } = await repository.git(['for-each-ref', '--format=%(refname)', `${prefix}/${folder}`]);
      const keys = stdout.split('\n').filter(Boolean);
      return keys.map((ref) => ref.slice(prefix.length + 1)).filter((key) => key.startsWith(start));
    },
  };
}

interface Append {
  ref: string;
  parent: string | undefined;
  event: LedgerEvent;
  state: EnvironmentState;
}

async function append(repository: Repository, clock: Clock, { ref, parent, event, state }: Append) {
  const { id, pack } = packCommit(
    {
      ...encode(event, state, randomUUID()),
      parent,
      author: AUTHOR,
      seconds: Math.floor(clock.now() / 1000),
    },
    repository.format,
  );
  // Objects first: without the ref nothing points at them, and git's gc takes what a dead writer left.
  await writable(repository, () => repository.git(['unpack-objects', '-q'], { input: pack }));
  await moveRef(repository, clock, { ref, from: parent, to: id });
  return id;
}

async function readHead(repository: Repository, ref: string): Promise<Head | undefined> {
  const [commit, file] = await readObjects(repository, [ref, `${ref}:state.json`]);
  if (!commit) return undefined;
  const where = `${ref} at ${commit.id} in ${repository.gitDir}`;
  const { state } = decode(bodyOf(commit.text), where);
  // The message is what is read; a file that says something else was edited by hand or damaged.
  if (file?.text !== pretty(state)) {
    const [exact] = await readObjects(repository, [`${commit.id}:state.json`]);
    if (!exact) throw corrupted(where, 'state.json is missing');
    if (JSON.stringify(parseState(exact.text, where)) !== JSON.stringify(state)) {
      throw corrupted(where, 'state.json and the message of the commit differ');
    }
  }
  return { id: commit.id, state };
}

async function readHistory(repository: Repository, ref: string, limit: number): Promise<Entry[]> {
  const [head] = await readObjects(repository, [ref]);
  if (!head) return [];
  const list = ['rev-list', '--first-parent', `--max-count=${limit}`, head.id, '--'];
  const { stdout } = await repository.git(list);
  const commits = await readObjects(repository, stdout.split('\n').filter(Boolean));
  return commits.flatMap((commit) => {
    if (!commit) return [];
    return [{ id: commit.id, ...decode(bodyOf(commit.text), `${ref} at ${commit.id}`) }];
  });
}

const bodyOf = (commit: string): string => commit.slice(commit.indexOf('\n\n') + 2);

/** In order; undefined for those that do not exist. */
function readObjects(repository: Repository, names: readonly string[]): Promise<(Found | undefined)[]> {
  if (names.length === 0) return Promise.resolve([]);
  return repository.reader.ask(`${names.join('\n')}\n`, (bytes) => parseBatch(bytes, names.length));
}

interface Found {
  readonly id: string;
  readonly text: string;
}

/** Output of `git cat-file --batch`; undefined while it is not complete. */
function parseBatch(bytes: Buffer, count: number): (Found | undefined)[] | undefined {
  const found: (Found | undefined)[] = [];
  for (let at = 0; found.length < count; ) {
    const line = bytes.indexOf('\n', at);
    if (line < 0) return undefined;
    const [id = '', , size] = bytes.toString('utf8', at, line).split(' ');
    at = line + 1;
    if (size === undefined) {
      found.push(undefined);
      continue;
    }
    const end = at + Number(size);
    if (bytes.length <= end) return undefined;
    found.push({ id, text: bytes.toString('utf8', at, end) });
    at = end + 1;
  }
  return found;
}
