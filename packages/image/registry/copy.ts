import { UserError } from '@fairway/runtime';
import { looksLikeIndex, readDocument } from '../document.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES } from '../types.ts';
import { readBlob, verifyBlob } from '../verify.ts';
import { concurrently } from './parallel.ts';
import type { Pushed } from './push-blob.ts';
import { isDamaged } from './session.ts';
import type { BlobSource } from './source.ts';
import { RegistryStore } from './store.ts';
import { once } from './tokens.ts';

export interface CopyOptions {
  /** Set last, when all else is there. */
  readonly tags?: readonly string[];
  /** Also what is attached to the image and to each image of an index. Both must be registries. */
  readonly referrers?: boolean;
  /** Blobs at once. Default 4. */
  readonly parallel?: number;
  /** Bytes in one request of an upload; see PushOptions. */
  readonly chunkSize?: number;
}

export interface CopiedImage {
  readonly image: Descriptor;
  /** `<repository>@sha256:...` or `oci:<folder>@sha256:...` in the store it was copied to. */
  readonly reference: string;
  /** The store had the whole image: only tags were set. */
  readonly existed: boolean;
  /** How many blobs came there in which way. */
  readonly blobs: Readonly<Record<Pushed, number>>;
  /** Bytes of blobs that went over the line. */
  readonly sent: number;
  /** What the tags pointed to before, where that was another digest. */
  readonly replaced: Readonly<Record<string, string>>;
  /** How many artifacts were copied along. */
  readonly referrers: number;
}

/** The documents of an image or index, top last, and the blobs they name. */
interface Tree {
  readonly documents: { readonly image: Descriptor; readonly bytes: Buffer }[];
  readonly layers: Map<string, Descriptor>;
  readonly configs: Map<string, Descriptor>;
}

/**
 * Copies an image or a whole index between two stores: layers, configs, manifests, index, tags, so that a
 * kill leaves no tag on an image that lacks a part. Digests stay as they are. Throws UserError and RemoteError.
 */
export async function copyImage(
  from: ImageStore,
  to: ImageStore,
  digest: string,
  options: CopyOptions = {},
): Promise<CopiedImage> {
  const copy = new Copy(from, to, options);
  const existing = to instanceof RegistryStore ? await to.resolve(digest) : undefined;
  const image = existing ?? (await copy.image(digest));
  const referrers = options.referrers ? await copy.referrers(digest) : 0;
  const replaced: Record<string, string> = {};
  for (const tag of options.tags ?? []) {
    const before = await to.tag(tag, image);
    if (before !== undefined && before !== digest) replaced[tag] = before;
  }
  const { blobs, sent } = copy;
  return {
    image,
    reference: to.reference(digest),
    existed: existing !== undefined,
    blobs,
    sent,
    replaced,
    referrers,
  };
}

class Copy {
  readonly #from: ImageStore;
  readonly #to: ImageStore;
  readonly #options: CopyOptions;
  readonly blobs: Record<Pushed, number> = { existed: 0, mounted: 0, sent: 0 };
  sent = 0;

  constructor(from: ImageStore, to: ImageStore, options: CopyOptions) {
    this.#from = from;
    this.#to = to;
    this.#options = options;
  }

  async image(digest: string): Promise<Descriptor> {
    const tree: Tree = { documents: [], layers: new Map(), configs: new Map() };
    const top = await this.#collect({ digest }, tree);
    await this.#blobs(tree.layers);
    await this.#blobs(tree.configs);
    for (const { image, bytes } of tree.documents) await this.#document(image, bytes);
    return top;
  }

  /** Of the top and of each image of an index. */
  async referrers(digest: string): Promise<number> {
    if (!(this.#from instanceof RegistryStore && this.#to instanceof RegistryStore)) {
      throw new UserError('attached artifacts are copied from registry to registry only');
    }
    const tree: Tree = { documents: [], layers: new Map(), configs: new Map() };
    await this.#collect({ digest }, tree);
    let count = 0;
    for (const { image } of tree.documents) count += await this.#attached(image.digest, this.#to);
    return count;
  }

  async #attached(subject: string, to: RegistryStore): Promise<number> {
    const found = this.#from instanceof RegistryStore ? await this.#from.referrers(subject) : [];
    const there = new Set((await to.referrers(subject)).map(({ digest }) => digest));
    const missing = found.filter(({ digest }) => !there.has(digest));
    for (const referrer of missing) {
      await this.image(referrer.digest);
      const bytes = await readBlob(this.#from, referrer);
      await to.attachManifest(subject, bytes, referrer);
    }
    return missing.length;
  }

  async #collect(blob: Pick<Descriptor, 'digest'> & Partial<Descriptor>, tree: Tree): Promise<Descriptor> {
    const where = this.#from.reference(blob.digest);
    const bytes = await readBlob(this.#from, blob);
    const index = looksLikeIndex(bytes, where);
    const document = readDocument(index ? 'index' : 'manifest', bytes, where);
    const mediaType =
      document.mediaType || blob.mediaType || (index ? MEDIA_TYPES.index : MEDIA_TYPES.manifest);
    const image = { mediaType, digest: blob.digest, size: bytes.length };
    if ('manifests' in document) {
      for (const entry of document.manifests) await this.#collect(entry, tree);
    } else {
      tree.configs.set(document.config.digest, document.config);
      for (const layer of document.layers) if (!isElsewhere(layer)) tree.layers.set(layer.digest, layer);
    }
    if (!tree.documents.some((each) => each.image.digest === image.digest)) {
      tree.documents.push({ image, bytes });
    }
    return image;
  }

  async #blobs(blobs: ReadonlyMap<string, Descriptor>): Promise<void> {
    const { parallel = 4 } = this.#options;
    await concurrently([...blobs.values()], parallel, async (blob, signal) => {
      const how = await this.#blob(blob, signal);
      this.blobs[how]++;
      if (how === 'sent') this.sent += blob.size;
    });
  }

  async #blob(blob: Descriptor, signal: AbortSignal): Promise<Pushed> {
    if (!(this.#to instanceof RegistryStore)) return await this.#write(blob);
    const { chunkSize } = this.#options;
    const mountFrom = this.#mountFrom(this.#to);
    try {
      return await this.#to.pushBlob(sourceOf(this.#from, blob), {
        signal,
        ...(chunkSize ? { chunkSize } : {}),
        ...(mountFrom ? { mountFrom } : {}),
      });
    } catch (error) {
      // Tells a damaged source from a damaged line.
      if (isDamaged(error)) await verifyBlob(this.#from, blob);
      throw error;
    }
  }

  async #write(blob: Descriptor): Promise<Pushed> {
    if (await this.#to.has(blob)) return 'existed';
    const content = await this.#from.read(blob.digest);
    const written = await this.#to.write(content);
    if (written.digest !== blob.digest || written.size !== blob.size) {
      throw new UserError(
        `blob ${blob.digest} of ${this.#from.location} does not match: found ${written.digest} (${written.size} bytes)`,
        { mend: 'the image is damaged: build or push it again' },
      );
    }
    return written.existed ? 'existed' : 'sent';
  }

  #mountFrom(to: RegistryStore): string | undefined {
    if (!(this.#from instanceof RegistryStore)) return undefined;
    const { registry, place } = this.#from.client;
    const other = place.name !== to.client.place.name && registry.origin === to.client.registry.origin;
    return other ? place.name : undefined;
  }

  async #document(image: Descriptor, bytes: Buffer): Promise<void> {
    if (this.#to instanceof RegistryStore) {
      await this.#to.pushManifest(image.digest, bytes, image.mediaType);
    } else {
      await this.#to.write(once(bytes));
    }
  }
}

/** Layers that may not be distributed stay where their `urls` say. */
const isElsewhere = ({ mediaType }: Descriptor): boolean => /nondistributable|\.foreign\./.test(mediaType);

/** Bytes before the offset are read and dropped: that happens only when an upload is resumed. */
function sourceOf(store: ImageStore, { digest, size }: Descriptor): BlobSource {
  return {
    digest,
    size,
    async open(offset) {
      const content = await store.read(digest);
      return offset === 0 ? content : after(offset, content);
    },
  };
}

async function* after(offset: number, content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let skip = offset;
  for await (const chunk of content) {
    const rest = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - rest.length;
    if (rest.length > 0) yield rest;
  }
}
