import { posix } from 'node:path';
import type { Header } from 'tar-stream';
import { type Look, realFolder } from '../tree-path.ts';
import type { ImageStore } from '../types.ts';
import { readLayer } from '../unpack/layer-entries.ts';
import type { BaseImage } from './base.ts';

/** Of a folder that the base has: our layers repeat it, because some engines apply a layer on its own. */
export interface FolderAttributes {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since 1970. */
  readonly mtime: number;
}

type Known =
  | { readonly type: 'folder'; readonly attributes: FolderAttributes }
  | { readonly type: 'link'; readonly target: string }
  | { readonly type: 'other' };

/** What a base has where: folders, links and the rest, without content. */
export class BaseTree {
  readonly #known = new Map<string, Known>();

  readonly look: Look = (name) => this.#known.get(name);

  folder(name: string): FolderAttributes | undefined {
    const known = this.#known.get(name);
    return known?.type === 'folder' ? known.attributes : undefined;
  }

  /** Applies the entries of a layer: first what it hides of lower ones, then what it has. */
  apply(headers: readonly Header[]): void {
    const entries = headers.map((header) => ({ header, name: this.#place(header.name) }));
    for (const { name } of entries) {
      const base = posix.basename(name);
      const folder = parentOf(name);
      if (base === '.wh..wh..opq') this.#removeBelow(folder);
      else if (base.startsWith('.wh.')) this.#remove(posix.join(folder, base.slice(4)));
    }
    for (const { name, header } of entries) {
      if (name === '' || posix.basename(name).startsWith('.wh.')) continue;
      const known = knownOf(header);
      if (known.type !== 'folder' && this.#known.get(name)?.type === 'folder') this.#removeBelow(name);
      this.#known.set(name, known);
    }
  }

  #place(raw: string): string {
    const name = posix.normalize(`/${raw}`).replace(/^\/+|\/+$/g, '');
    return name === '' ? '' : posix.join(realFolder(parentOf(name), this.look), posix.basename(name));
  }

  #remove(name: string): void {
    this.#known.delete(name);
    this.#removeBelow(name);
  }

  #removeBelow(folder: string): void {
    const start = folder === '' ? '' : `${folder}/`;
    for (const name of this.#known.keys()) if (name.startsWith(start)) this.#known.delete(name);
  }
}

const parentOf = (name: string): string => (name.includes('/') ? posix.dirname(name) : '');

function knownOf({ type, linkname, mode, uid, gid, mtime }: Header): Known {
  if (type === 'symlink') return { type: 'link', target: linkname ?? '' };
  if (type !== 'directory') return { type: 'other' };
  const seconds = Math.max(0, Math.floor((mtime?.getTime() ?? 0) / 1_000));
  return {
    type: 'folder',
    attributes: { mode: (mode ?? 0o755) & 0o7777, uid: uid ?? 0, gid: gid ?? 0, mtime: seconds },
  };
}

/** Reads the layers of a base for their entries; content is passed over. UserError for a damaged one. */
export async function readBaseTree(
  store: ImageStore,
  { manifest, config }: BaseImage,
  signal?: AbortSignal,
): Promise<BaseTree> {
  const tree = new BaseTree();
  for (const [i, layer] of manifest.layers.entries()) {
    const headers: Header[] = [];
    const diffId = config.rootfs.diff_ids[i] ?? '';
    await readLayer(
      store,
      layer,
      diffId,
      (header, content) => {
        headers.push(header);
        content.resume();
      },
      signal,
    );
    tree.apply(headers);
  }
  return tree;
}
