import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, lstat, readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Path below the root -> `file <mode> <sha256>`, `link <target>`, `folder`. Sorted. */
export type Tree = Readonly<Record<string, string>>;

/** Reads every file below a folder. */
export async function readTree(root: string): Promise<Tree> {
  const tree: Record<string, string> = {};
  await visit(root, '', tree);
  return tree;
}

/** Differences in words, at most `limit` of them. */
export function compareTrees(recorded: Tree, found: Tree, limit = 3): string[] {
  const paths = [...new Set([...Object.keys(recorded), ...Object.keys(found)])].sort();
  const differences = paths.flatMap((path) => {
    if (recorded[path] === found[path]) return [];
    if (recorded[path] === undefined) return [`${path} was added`];
    return [found[path] === undefined ? `${path} is missing` : `${path} was changed`];
  });
  const rest = differences.length - limit;
  return rest > 0 ? [...differences.slice(0, limit), `and ${rest} more`] : differences;
}

/** A release does not write into its own files: what it keeps goes to DATA_DIR. */
export async function makeReadOnly(root: string, tree: Tree): Promise<void> {
  for (const [path, entry] of Object.entries(tree)) {
    if (!entry.startsWith('file ')) continue;
    const file = join(root, path);
    await chmod(file, (await lstat(file)).mode & 0o555);
  }
}

async function visit(root: string, below: string, tree: Record<string, string>): Promise<void> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      tree[path] = 'folder';
      await visit(root, path, tree);
    } else if (entry.isSymbolicLink()) tree[path] = `link ${await readlink(join(root, path))}`;
    else if (entry.isFile()) tree[path] = await fileEntry(join(root, path));
    else tree[path] = 'special';
  }
}

async function fileEntry(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const executable = ((await lstat(path)).mode & 0o111) !== 0;
  return `file ${executable ? 'x' : '-'} ${hash.digest('hex')}`;
}
