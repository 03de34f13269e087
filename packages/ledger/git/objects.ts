import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

export type ObjectFormat = 'sha1' | 'sha256';

interface GitObject {
  readonly type: 'commit' | 'tree' | 'blob';
  readonly id: string;
  readonly body: Buffer;
}

const PACK_TYPE = { commit: 1, tree: 2, blob: 3 } as const;

export interface CommitDraft {
  readonly message: string;
  /** Name and content; written as plain files at the root of the tree. */
  readonly files: Readonly<Record<string, string>>;
  readonly parent: string | undefined;
  readonly author: string;
  /** Seconds since 1970. */
  readonly seconds: number;
}

/**
 * A commit with its tree and files as one pack, for `git unpack-objects`: one process instead of five, and
 * git itself still writes, checks and shares the objects as the repository is configured to.
 */
export function packCommit(draft: CommitDraft, format: ObjectFormat): { id: string; pack: Buffer } {
  const make = (type: GitObject['type'], content: string | Buffer): GitObject => {
    const body = Buffer.from(content);
    return { type, body, id: hash(format, Buffer.concat([Buffer.from(`${type} ${body.length}\0`), body])) };
  };
  const names = Object.keys(draft.files).sort();
  const blobs = names.map((name) => make('blob', draft.files[name] ?? ''));
  const rows = blobs.flatMap(({ id }, at) => [Buffer.from(`100644 ${names[at]}\0`), Buffer.from(id, 'hex')]);
  const tree = make('tree', Buffer.concat(rows));
  const commit = make('commit', commitText(draft, tree.id));
  return { id: commit.id, pack: pack([...blobs, tree, commit], format) };
}

function commitText({ message, parent, author, seconds }: CommitDraft, tree: string): string {
  const who = `${author} ${seconds} +0000`;
  const lines = [
    `tree ${tree}`,
    ...(parent ? [`parent ${parent}`] : []),
    `author ${who}`,
    `committer ${who}`,
  ];
  return `${lines.join('\n')}\n\n${message}`;
}

/** Pack format version 2: header, entries (type and size as a varint, then zlib), checksum. */
function pack(objects: readonly GitObject[], format: ObjectFormat): Buffer {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(objects.length, 8);
  const entries = objects.flatMap(({ type, body }) => [
    entryHeader(PACK_TYPE[type], body.length),
    deflateSync(body),
  ]);
  const content = Buffer.concat([header, ...entries]);
  return Buffer.concat([content, Buffer.from(hash(format, content), 'hex')]);
}

function entryHeader(type: number, size: number): Buffer {
  const bytes: number[] = [];
  let byte = (type << 4) | (size & 15);
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(byte | 128);
    byte = rest & 127;
  }
  return Buffer.from([...bytes, byte]);
}

const hash = (format: ObjectFormat, content: Buffer): string =>
  createHash(format).update(content).digest('hex');
