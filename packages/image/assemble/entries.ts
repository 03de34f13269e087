import type { Stats } from 'node:fs';
import { lstat, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { join, posix, relative, resolve, sep } from 'node:path';
import { UserError } from '@fairway/runtime';
import { realFolder } from '../tree-path.ts';
import type { BaseTree, FolderAttributes } from './base-tree.ts';
import { ignoreMatcher } from './ignore.ts';
import type { FileMapping } from './platform-files.ts';

/** One entry of a layer; `name` is its path in the image without the leading slash. */
export type Entry =
  | {
      readonly type: 'folder';
      readonly name: string;
      /** As the base has it. */
      readonly attributes?: FolderAttributes;
    }
  | {
      readonly type: 'file';
      readonly name: string;
      readonly source: string;
      readonly size: number;
      readonly executable: boolean;
    }
  | { readonly type: 'link'; readonly name: string; readonly target: string };

export interface LayerPlan {
  /** As in the config: path relative to the context. */
  readonly from: string;
  /** Absolute path in the image. */
  readonly to: string;
  /** Sorted by name; each parent folder before what it holds. */
  readonly entries: readonly Entry[];
}

/**
 * What goes into the image, as data: one layer a mapping. UserError for a path that is missing or outside
 * of the context, a link that leaves it, a special file, two sources of one path, or nothing at all. On a
 * base, entries go where its links of folders lead (`/bin` -> `/usr/bin`), and its folders stay as they are.
 */
export async function planLayers(
  context: string,
  mappings: readonly FileMapping[],
  ignore: readonly string[],
  base?: BaseTree,
): Promise<LayerPlan[]> {
  const walker = new Walker(await realpath(resolve(context)), ignoreMatcher(ignore));
  const layers: LayerPlan[] = [];
  for (const { from, to } of mappings) {
    const { entries, ...plan } = await walker.layer(from, to);
    layers.push({ ...plan, entries: withParents(base ? placed(entries, base) : entries, base) });
  }
  refuseDoubles(layers);
  return layers;
}

function placed(entries: readonly Entry[], base: BaseTree): Entry[] {
  return entries.map((entry) => {
    const folder = realFolder(posix.dirname(entry.name), base.look);
    const name = posix.join(folder, posix.basename(entry.name));
    if (base.folder(name)) throw inTheWay(name, 'a folder');
    const parts = folder.split('/');
    for (const i of parts.keys()) {
      const parent = parts.slice(0, i + 1).join('/');
      if (base.look(parent)?.type === 'other') throw inTheWay(parent, 'a file');
    }
    return { ...entry, name };
  });
}

const inTheWay = (name: string, what: string): UserError =>
  new UserError(`image.build.files: the base has ${what} at /${name}`, {
    mend: 'choose another place in the image',
  });

class Walker {
  readonly #context: string;
  readonly #ignored: (path: string) => boolean;

  constructor(context: string, ignored: (path: string) => boolean) {
    this.#context = context;
    this.#ignored = ignored;
  }

  async layer(from: string, to: string): Promise<LayerPlan> {
    const source = await this.#locate(from);
    const found = await stat(source);
    const into = !found.isDirectory() && to.endsWith('/') ? posix.join(to, posix.basename(from)) : to;
    const name = imagePath(into);
    const entries = found.isDirectory()
      ? await this.#folder(source, name)
      : [await this.#single(source, name, found)];
    if (entries.length === 0) {
      throw new UserError(`image.build.files: "${from}" has no files`, {
        where: source,
        mend: 'build the app first, or check the path and the ignore patterns',
      });
    }
    return { from, to: `/${name}`, entries };
  }

  /** The real path of a mapping's source, inside of the context. */
  async #locate(from: string): Promise<string> {
    const path = resolve(this.#context, from);
    const real = await realpath(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
      throw new UserError(`image.build.files: "${from}" does not exist`, {
        where: path,
        mend: 'check the path (it is relative to the context), or build the app first',
      });
    });
    for (const candidate of [path, real]) {
      if (this.#inside(candidate)) continue;
      throw new UserError(`image.build.files: "${from}" is outside of the context ${this.#context}`, {
        where: candidate,
        mend: 'only files of the context can go into the image: move it there or choose another context',
      });
    }
    return real;
  }

  async #folder(folder: string, name: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const child of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, child.name);
      const inner = posix.join(name, child.name);
      // A folder is walked even when it is ignored: a later pattern may take back what is in it.
      if (child.isDirectory()) entries.push(...(await this.#folder(path, inner)));
      else if (!this.#ignored(this.#fromContext(path))) entries.push(await this.#single(path, inner));
    }
    return entries;
  }

  async #single(path: string, name: string, known?: Stats): Promise<Entry> {
    const found = known ?? (await lstat(path));
    if (found.isSymbolicLink()) return { type: 'link', name, target: await this.#linkTarget(path, name) };
    if (found.isFile()) {
      return { type: 'file', name, source: path, size: found.size, executable: (found.mode & 0o100) !== 0 };
    }
    throw new UserError(`${path} is neither a file, a folder nor a link`, {
      mend: 'leave it out with image.build.ignore',
    });
  }

  async #linkTarget(path: string, name: string): Promise<string> {
    const target = (await readlink(path)).split(sep).join('/');
    const reached = posix.join(posix.dirname(name), target);
    const leaves = reached === '..' || reached.startsWith('../');
    if (!target.startsWith('/') && this.#inside(resolve(path, '..', target)) && !leaves) return target;
    throw new UserError(
      `${path} is a link to ${target}, outside of ${leaves ? 'the image' : 'the context'}`,
      {
        mend: 'make it a relative link inside of the context, or leave it out with image.build.ignore',
      },
    );
  }

  #inside(path: string): boolean {
    return path === this.#context || path.startsWith(this.#context + sep);
  }

  #fromContext(path: string): string {
    return relative(this.#context, path).split(sep).join('/');
  }
}

function imagePath(path: string): string {
  if (path.split('/').includes('..')) {
    throw new UserError(`image.build.files: "${path}" contains ".."`, {
      mend: 'write the path in the image without ".."',
    });
  }
  return posix.normalize(path).replace(/^\/+|\/+$/g, '');
}

/**
 * Folders come from the files in them alone: git knows no empty folders, and one left behind by a build
 * must not change the digest of the commit.
 */
function withParents(entries: readonly Entry[], base: BaseTree | undefined): Entry[] {
  const folders = new Set<string>();
  for (const { name } of entries) {
    for (let parent = posix.dirname(name); parent !== '.'; parent = posix.dirname(parent))
      folders.add(parent);
  }
  const parents = [...folders].map((name): Entry => {
    const attributes = base?.folder(name);
    return { type: 'folder', name, ...(attributes ? { attributes } : {}) };
  });
  const all = [...parents, ...entries];
  return all.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function refuseDoubles(layers: readonly LayerPlan[]): void {
  const seen = new Map<string, { from: string; folder: boolean }>();
  for (const { from, entries } of layers) {
    for (const { name, type } of entries) {
      const before = seen.get(name);
      const folder = type === 'folder';
      if (before && !(before.folder && folder)) {
        throw new UserError(`image.build.files: both "${before.from}" and "${from}" write /${name}`, {
          mend: 'leave one of them out with image.build.ignore, or give it another place',
        });
      }
      seen.set(name, { from, folder });
    }
  }
}
