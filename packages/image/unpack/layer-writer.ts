import { createWriteStream } from 'node:fs';
import { chmod, link, lstat, mkdir, readdir, rm, symlink, utimes } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '@fairway/runtime';
import type { ExtractEvents, Header } from 'tar-stream';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

type Content = ExtractEvents['entry'][1];

/**
 * Applies the entries of one layer below a root folder and never writes outside of it: no absolute paths,
 * no `..`, nothing through a link, no link that leaves, no devices.
 */
export class LayerWriter {
  readonly #root: string;
  /** What this layer wrote: whiteouts hide only what lower layers did. */
  readonly #written = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  async add(header: Header, content: Content): Promise<void> {
    const name = safeName(header.name);
    if (name === '.' && header.type === 'directory') return void content.resume();
    const path = join(this.#root, name);
    await this.#makeParents(name);
    if (basename(name) === OPAQUE) await this.#emptyFolder(posix.dirname(name));
    else if (basename(name).startsWith(WHITEOUT)) await this.#hide(name);
    else {
      if (this.#written.has(name) && header.type !== 'directory') {
        throw new UserError(`the layer has "${name}" twice`, { mend: 'build the image again' });
      }
      await this.#create(header, name, path, content);
      this.#written.add(name);
    }
    content.resume();
  }

  async #create(header: Header, name: string, path: string, content: Content): Promise<void> {
    const mode = (header.mode ?? 0o644) & 0o777;
    const type = header.type ?? 'file';
    if (type === 'directory') return await makeFolder(path, mode);
    await rm(path, { recursive: true, force: true });
    switch (type) {
      case 'file':
      case 'contiguous-file':
        await pipeline(
          content as unknown as AsyncIterable<Uint8Array>,
          createWriteStream(path, { flags: 'wx', mode: 0o600 }),
        );
        await chmod(path, mode);
        if (header.mtime) await utimes(path, header.mtime, header.mtime);
        return;
      case 'symlink':
        return await symlink(safeTarget(name, header.linkname ?? ''), path);
      case 'link':
        return await this.#hardLink(name, safeName(header.linkname ?? ''), path);
      default:
        throw refusal(name, `is a ${type}, which is not allowed`);
    }
  }

  async #hardLink(name: string, target: string, path: string): Promise<void> {
    await this.#makeParents(target);
    const source = join(this.#root, target);
    if (!(await lstat(source).catch(absent))?.isFile()) {
      throw refusal(name, `is a link to "${target}", which is not a file of the image`);
    }
    await link(source, path);
  }

  /** A parent that is a link could lead out of the folder, whatever it points to now. */
  async #makeParents(name: string): Promise<void> {
    const parts = posix.dirname(name).split('/');
    let path = this.#root;
    for (const part of parts[0] === '.' ? [] : parts) {
      path = join(path, part);
      const found = await lstat(path).catch(absent);
      if (found?.isDirectory()) continue;
      if (found?.isSymbolicLink()) throw refusal(name, `lies behind the link "${part}"`);
      if (found) await rm(path);
      await mkdir(path, { mode: 0o755 });
    }
  }

  async #hide(name: string): Promise<void> {
    const hidden = posix.join(posix.dirname(name), basename(name).slice(WHITEOUT.length));
    if (['', '.', '..'].includes(basename(name).slice(WHITEOUT.length))) throw refusal(name, 'hides nothing');
    await this.#remove(hidden);
  }

  async #emptyFolder(folder: string): Promise<void> {
    for (const child of await readdir(join(this.#root, folder)))
      await this.#remove(posix.join(folder, child));
  }

  /** Removes what lower layers wrote at and below the name. */
  async #remove(name: string): Promise<void> {
    const own = this.#written.has(name) || [...this.#written].some((path) => path.startsWith(`${name}/`));
    const path = join(this.#root, name);
    if (!own) return await rm(path, { recursive: true, force: true });
    if ((await lstat(path).catch(absent))?.isDirectory()) await this.#emptyFolder(name);
  }
}

async function makeFolder(path: string, mode: number): Promise<void> {
  const found = await lstat(path).catch(absent);
  if (found && !found.isDirectory()) await rm(path);
  if (!found?.isDirectory()) await mkdir(path);
  // The owner can always get in: the unpacked tree must stay readable and removable.
  await chmod(path, mode | 0o700);
}

/** A path below the root, normalised; UserError for any that could leave it. */
function safeName(name: string): string {
  const parts = name.split('/');
  if (name === '' || name.startsWith('/')) throw refusal(name, 'is an absolute path');
  if (parts.includes('..')) throw refusal(name, 'contains ".."');
  if (name.includes('\0') || name.includes('\\')) throw refusal(name, 'has a character that is not allowed');
  return posix.normalize(name).replace(/\/$/, '');
}

function safeTarget(name: string, target: string): string {
  if (target === '' || target.startsWith('/') || target.includes('\0')) {
    throw refusal(name, `is a link to "${target}", outside of the image`);
  }
  const reached = posix.join(posix.dirname(name), target);
  if (reached === '..' || reached.startsWith('../')) {
    throw refusal(name, `is a link to "${target}", outside of the image`);
  }
  return target;
}

function refusal(name: string, why: string): UserError {
  return new UserError(`the image is refused: "${name}" ${why}`, {
    mend: 'build the image without this entry',
  });
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}
