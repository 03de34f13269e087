import { lstatSync } from 'node:fs';
import { mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { type Look, realFolder } from '../tree-path.ts';

/**
 * A tree that grows below a root folder. Its links are kept in memory until everything else is there, so
 * that no link of an image is on the disk while we write: whatever they say, nothing can go through them.
 * Names have no leading slash; the root is ''.
 */
export class LinkedTree {
  readonly #root: string;
  readonly #links = new Map<string, string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Where a name of the tree is on the disk. Its parents must be real: see `place`. */
  path(name: string): string {
    return join(this.#root, name);
  }

  readonly look: Look = (name) => {
    const target = this.#links.get(name);
    if (target !== undefined) return { type: 'link', target };
    try {
      const found = lstatSync(this.path(name), { throwIfNoEntry: false });
      return found && { type: found.isDirectory() ? 'folder' : 'other' };
    } catch (error) {
      // Below a file.
      if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
      throw error;
    }
  };

  /** The name with the real place of its folder, as in a chroot. The last part is not followed. */
  place(name: string): string {
    return posix.join(realFolder(posix.dirname(name), this.look), posix.basename(name));
  }

  /** Makes the folders above a placed name; a file that is in the way goes. */
  async makeParents(name: string): Promise<void> {
    const parts = name.split('/').slice(0, -1);
    for (let i = 1; i <= parts.length; i++) {
      const folder = parts.slice(0, i).join('/');
      const found = this.look(folder);
      if (found?.type === 'folder') continue;
      if (found) await this.remove(folder);
      await mkdir(this.path(folder), { mode: 0o755 });
    }
  }

  setLink(name: string, target: string): void {
    this.#links.set(name, target);
  }

  /** Names of what is in a folder, links too. */
  async children(folder: string): Promise<string[]> {
    const links = [...this.#links.keys()].filter((name) => posix.dirname(name) === (folder || '.'));
    const found = this.look(folder)?.type === 'folder' ? await readdir(this.path(folder)) : [];
    return [...found.map((child) => posix.join(folder, child)), ...links];
  }

  /** Removes what is at and below a placed name. */
  async remove(name: string): Promise<void> {
    this.#links.delete(name);
    const found = this.look(name);
    if (!found) return;
    if (found.type === 'folder') {
      for (const link of this.#links.keys()) if (link.startsWith(`${name}/`)) this.#links.delete(link);
    }
    await rm(this.path(name), { recursive: true, force: true });
  }

  /**
   * Writes the links, last of all. One that leads through another link, or is absolute, is written as the
   * relative way to what it means inside of the tree: followed from outside it must not leave it.
   */
  async tieLinks(): Promise<void> {
    for (const [name, target] of this.#links) await symlink(this.#tied(name, target), this.path(name));
  }

  #tied(name: string, target: string): string {
    if (this.#staysInside(name, target)) return target;
    const whole = target.startsWith('/') ? target : posix.join(posix.dirname(name), '.').concat('/', target);
    const last = whole.split('/').at(-1) ?? '';
    const real = ['', '.', '..'].includes(last)
      ? realFolder(whole, this.look)
      : posix.join(realFolder(whole.slice(0, -last.length), this.look), last);
    return posix.relative(posix.join('/', posix.dirname(name)), posix.join('/', real)) || '.';
  }

  /** Relative, and on its way only real folders: then `..` means the same to the kernel as to us. */
  #staysInside(name: string, target: string): boolean {
    if (target.startsWith('/')) return false;
    const real = name.split('/').slice(0, -1);
    const parts = target.split('/');
    for (const [i, part] of parts.entries()) {
      if (part === '' || part === '.') continue;
      if (part === '..') {
        if (real.pop() === undefined) return false;
        continue;
      }
      real.push(part);
      if (i < parts.length - 1 && this.#links.has(real.join('/'))) return false;
    }
    return true;
  }
}
