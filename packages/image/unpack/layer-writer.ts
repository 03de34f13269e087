import { createWriteStream } from 'node:fs';
import { chmod, link, mkdir, utimes } from 'node:fs/promises';
import { basename, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '@fairway/runtime';
import type { Header } from 'tar-stream';
import type { Content } from './layer-entries.ts';
import type { LinkedTree } from './linked-tree.ts';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

/**
 * Applies the entries of one layer to a tree and never writes outside of it: no absolute names, no `..`, no
 * devices; a link on the way to an entry means what it would mean in a chroot.
 */
export class LayerWriter {
  readonly #tree: LinkedTree;
  /** What this layer wrote: whiteouts hide only what lower layers did. */
  readonly #written = new Set<string>();

  constructor(tree: LinkedTree) {
    this.#tree = tree;
  }

  async add(header: Header, content: Content): Promise<void> {
    const given = safeName(header.name);
    if (given === '.' && header.type === 'directory') return void content.resume();
    const name = this.#tree.place(given);
    await this.#tree.makeParents(name);
    if (basename(name) === OPAQUE) await this.#emptyFolder(folderOf(name));
    else if (basename(name).startsWith(WHITEOUT)) await this.#hide(name);
    else if (!isDeviceOfDev(header, name)) {
      if (this.#written.has(name) && header.type !== 'directory') {
        throw new UserError(`the layer has "${name}" twice`, { mend: 'build the image again' });
      }
      await this.#create(header, name, content);
      this.#written.add(name);
    }
    content.resume();
  }

  async #create(header: Header, name: string, content: Content): Promise<void> {
    const mode = (header.mode ?? 0o644) & 0o777;
    const type = header.type ?? 'file';
    if (type === 'directory') return await this.#makeFolder(name, mode);
    await this.#tree.remove(name);
    const path = this.#tree.path(name);
    switch (type) {
      case 'file':
      case 'contiguous-file':
        await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        await chmod(path, mode);
        if (header.mtime) await utimes(path, header.mtime, header.mtime);
        return;
      case 'symlink':
        return this.#tree.setLink(name, safeTarget(name, header.linkname ?? ''));
      case 'link':
        return await this.#hardLink(name, safeName(header.linkname ?? ''));
      default:
        throw refusal(name, `is a ${type}, which is not allowed`);
    }
  }

  async #makeFolder(name: string, mode: number): Promise<void> {
    const path = this.#tree.path(name);
    if (this.#tree.look(name)?.type !== 'folder') {
      await this.#tree.remove(name);
      await mkdir(path);
    }
    // The owner can always get in: the unpacked tree must stay readable and removable.
    await chmod(path, mode | 0o700);
  }

  async #hardLink(name: string, target: string): Promise<void> {
    const source = this.#tree.place(target);
    const found = this.#tree.look(source);
    if (found?.type === 'link') return this.#tree.setLink(name, safeTarget(name, found.target));
    if (found?.type !== 'other') {
      throw refusal(name, `is a link to "${target}", which is not a file of the image`);
    }
    await link(this.#tree.path(source), this.#tree.path(name));
  }

  async #hide(name: string): Promise<void> {
    const hidden = basename(name).slice(WHITEOUT.length);
    if (['', '.', '..'].includes(hidden)) throw refusal(name, 'hides nothing');
    await this.#remove(posix.join(folderOf(name), hidden));
  }

  async #emptyFolder(folder: string): Promise<void> {
    for (const child of await this.#tree.children(folder)) await this.#remove(child);
  }

  /** Removes what lower layers wrote at and below the name. */
  async #remove(name: string): Promise<void> {
    const own = this.#written.has(name) || [...this.#written].some((path) => path.startsWith(`${name}/`));
    if (!own) await this.#tree.remove(name);
    else if (this.#tree.look(name)?.type === 'folder') await this.#emptyFolder(name);
  }
}

/** Distributions bring the usual devices along. Nothing sees them: every engine puts its own `/dev` over it. */
const isDeviceOfDev = ({ type }: Header, name: string): boolean =>
  name.startsWith('dev/') && (type === 'character-device' || type === 'block-device');

/** '' for what is at the root. */
const folderOf = (name: string): string => (name.includes('/') ? posix.dirname(name) : '');

/** A path below the root, normalised; UserError for any that could leave it. */
function safeName(name: string): string {
  const parts = name.split('/');
  if (name === '' || name.startsWith('/')) throw refusal(name, 'is an absolute path');
  if (parts.includes('..')) throw refusal(name, 'contains ".."');
  if (name.includes('\0') || name.includes('\\')) throw refusal(name, 'has a character that is not allowed');
  return posix.normalize(name).replace(/\/$/, '');
}

function safeTarget(name: string, target: string): string {
  if (target === '' || target.includes('\0')) throw refusal(name, 'is a link to nothing');
  if (target.startsWith('/')) return target;
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
