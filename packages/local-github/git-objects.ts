import { Coprocess, UserError } from '@fairway/runtime';

export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly body: Buffer;
}

/** Reads objects of a repository by id, in their raw form. */
export function objectReader(folder: string): (id: string) => Promise<GitObject> {
  const git = new Coprocess(['git', '-C', folder, 'cat-file', '--batch']);
  return async (id) => {
    const object = await git.ask(`${id}\n`, (bytes) => parse(id, bytes));
    if (object !== 'missing') return object;
    throw new UserError(`object ${id} is missing`, {
      where: folder,
      mend: 'fetch the whole history: git fetch --unshallow',
    });
  };
}

function parse(id: string, bytes: Buffer): GitObject | 'missing' | undefined {
  const line = bytes.indexOf('\n');
  if (line < 0) return undefined;
  const [, type = '', size] = bytes.toString('utf8', 0, line).split(' ');
  if (size === undefined) return 'missing';
  const end = line + 1 + Number(size);
  return bytes.length <= end ? undefined : { id, type, body: bytes.subarray(line + 1, end) };
}

export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
}

export function treeEntries(body: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(0, at);
    const [mode = '', ...path] = body.toString('utf8', at, end).split(' ');
    const sha = body.toString('hex', end + 1, end + 21);
    const type = mode === '40000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    entries.push({ path: path.join(' '), mode: mode.padStart(6, '0'), type, sha });
    at = end + 21;
  }
  return entries;
}

/** Headers by name, in order where one comes several times, and the message. */
export function headersOf(body: Buffer): { headers: Map<string, string[]>; message: string } {
  const text = body.toString('utf8');
  const split = text.indexOf('\n\n');
  const headers = new Map<string, string[]>();
  for (const line of text.slice(0, split).split('\n')) {
    const [name = '', ...value] = line.split(' ');
    headers.set(name, [...(headers.get(name) ?? []), value.join(' ')]);
  }
  return { headers, message: text.slice(split + 2) };
}

/** `Name <mail> 1700000000 +0200` as the API takes it. */
export function person(line: string | undefined): { name: string; email: string; date: string } | undefined {
  const found = /^(.*) <(.*)> (\d+) ([+-])(\d\d)(\d\d)$/.exec(line ?? '');
  if (!found) return undefined;
  const [, name = '', email = '', seconds, sign, hours, minutes] = found;
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const local = new Date((Number(seconds) + offset * 60) * 1_000).toISOString().slice(0, 19);
  return { name, email, date: `${local}${sign}${hours}:${minutes}` };
}
