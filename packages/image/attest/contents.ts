import { posix } from 'node:path';
import { UserError } from '@fairway/runtime';
import { catalogers, type FileFacts, type Inventory, joinFacts } from '@fairway/scan/sbom';
import type { Header } from 'tar-stream';
import type { Descriptor, ImageConfig, ImageManifest, ImageStore } from '../types.ts';
import { type Content, readLayer } from '../unpack/layer-entries.ts';
import { FactTree } from './fact-tree.ts';

/** Files that tell of packages. An image with more is not read into memory. */
const MOST = 300_000;

/**
 * What is in an image of one platform: its layers are read as streams, and what a later layer replaced or
 * removed does not count. Nothing is unpacked, so no name or link can lead anywhere. UserError for a damaged layer.
 */
export async function readContents(
  store: Pick<ImageStore, 'read'>,
  { layers }: Pick<ImageManifest, 'layers'>,
  { rootfs }: Pick<ImageConfig, 'rootfs'>,
  signal?: AbortSignal,
): Promise<Inventory> {
  const merged = new MergedView();
  for (const [i, layer] of layers.entries()) {
    if (isElsewhere(layer)) {
      merged.skip(layer);
      continue;
    }
    const add = (header: Header, content: Content) => merged.add(header, content);
    await readLayer(store, layer, rootfs.diff_ids[i] ?? '', add, signal);
    merged.endLayer();
  }
  return joinFacts(merged.facts, merged.files);
}

/** Layers that may not be distributed: their bytes are not in the store. */
const isElsewhere = ({ mediaType }: Descriptor): boolean => /nondistributable|\.foreign\./.test(mediaType);

class MergedView {
  readonly #lower = new FactTree();
  /** Of the layer that is read now: its removals are meant for those below it only. */
  #own = new FactTree();
  #files = 0;

  get facts(): ReadonlyMap<string, FileFacts> {
    return this.#lower.facts;
  }

  /** Files in all layers, each as often as it was written. */
  get files(): number {
    return this.#files;
  }

  skip({ digest }: Descriptor): void {
    this.#lower.set(`(layer ${digest})`, { problem: 'is not kept with the image and was not read' });
  }

  endLayer(): void {
    for (const [path, facts] of this.#own.facts) this.#lower.set(path, facts);
    this.#own = new FactTree();
  }

  async add(header: Header, content: Content): Promise<void> {
    const path = inImage(header.name);
    const name = posix.basename(path);
    if (name === '.wh..wh..opq') this.#lower.empty(folderOf(path));
    else if (name.startsWith('.wh.'))
      this.#lower.remove(posix.join(folderOf(path), name.slice('.wh.'.length)));
    else await this.#put(path, header, content);
    content.resume();
  }

  async #put(path: string, header: Header, content: Content): Promise<void> {
    const { type = 'file', size = 0, mode = 0, linkname } = header;
    if (type === 'directory') {
      // A folder in place of a file; one in place of a folder joins it.
      if (this.#lower.get(path)) this.#lower.remove(path);
      return;
    }
    this.#lower.remove(path);
    this.#own.remove(path);
    if (type !== 'symlink') this.#files++;
    const cataloger = catalogers.find((each) => each.wants({ path, size, mode }));
    if (type === 'link') {
      const target = inImage(linkname ?? '');
      const facts = this.#own.get(target) ?? this.#lower.get(target);
      if (facts) this.#tell(path, facts);
      // What a program's link leads to was looked at in its own place.
      else if (catalogers.some((each) => each.wants({ path, size: 1, mode: 0 }))) {
        this.#tell(path, { problem: `is a hard link to /${target}, which was not read` });
      }
      return;
    }
    if (!cataloger || (type !== 'file' && type !== 'contiguous-file')) return;
    const bytes = (content as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    const facts = await cataloger.read(onlyNext(bytes), { path, size, mode });
    // To the end: a tar has no way to skip.
    while (!(await bytes.next()).done);
    if (Object.keys(facts).length > 0) this.#tell(path, facts);
  }

  #tell(path: string, facts: FileFacts): void {
    this.#own.set(path, facts);
    if (this.#own.facts.size + this.#lower.facts.size <= MOST) return;
    throw new UserError(`the image has more than ${MOST} files that tell of packages`, {
      mend: 'turn the SBOM off for this image (sbom: none)',
    });
  }
}

/** Ending a loop over an entry early would end the whole archive: its iterator is not told. */
const onlyNext = (bytes: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }),
});

/** As seen from the image's root, however it is written: `./a`, `/a`, `b/../a`, `../../a`. */
const inImage = (name: string): string => posix.join('/', name).replace(/^\/|\/$/g, '');

const folderOf = (path: string): string => posix.dirname(`/${path}`).slice(1);
