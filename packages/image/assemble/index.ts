import { UserError } from '@fairway/runtime';
import type { ImageBuild } from '../kinds.ts';
import { parsePlatform, showPlatform } from '../platform.ts';
import { concurrently } from '../registry/parallel.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES, type Platform } from '../types.ts';
import { ociLayerType } from '../unpack/layer-entries.ts';
import { verifiedBytes, verifyBlob } from '../verify.ts';
import { type BaseImage, baseFor, type ResolvedBase, refuseUnresolved } from './base.ts';
import { readBaseTree } from './base-tree.ts';
import { annotationsOf, configOf, sorted, workdirOf } from './config.ts';
import { type LayerPlan, planLayers } from './entries.ts';
import { type BuiltLayer, type LayerSummary, writeLayer } from './layer.ts';
import { mappingsFor } from './platform-files.ts';

export interface ImageIdentity {
  readonly title: string;
  readonly version: string;
  /** Full commit id. */
  readonly revision: string;
  /** Commit time in seconds since 1970: the time of everything in the image (SOURCE_DATE_EPOCH). */
  readonly created: number;
  /** Web page of the repository. */
  readonly source?: string;
  /** Further annotations of the manifest. */
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface AssembledImage {
  /** `oci:<folder>@sha256:...` for a layout. */
  readonly reference: string;
  /** Of the manifest; of the index when there are several platforms. */
  readonly digest: string;
  /** Bytes of all layers, compressed, the base's too; one that several platforms share counts once. */
  readonly size: number;
  /** Our own layers, without the base's. */
  readonly layers: readonly LayerSummary[];
  /** The manifest of each platform, in the order of the config. */
  readonly platforms: readonly { readonly platform: string; readonly digest: string }[];
  /** The store had an image of this very digest already. */
  readonly existed: boolean;
  /** The digest that the version tag pointed to before, when it was another one. */
  readonly replaced: string | undefined;
}

/**
 * Puts files of a folder on a base and writes the image into a store: layers, then config, then manifest,
 * then the tag, so that a kill leaves no image that lacks a part. The base's layers are taken as they are.
 * The same files, identity and base give the same digest, whatever the folder, owner, umask, times and
 * machine. `base` is what `resolveBase` found for `build.base`. Throws UserError.
 */
export async function assembleImage(
  context: string,
  build: ImageBuild,
  identity: ImageIdentity,
  store: ImageStore,
  signal?: AbortSignal,
  base?: ResolvedBase,
): Promise<AssembledImage> {
  refuseUnresolved(build.base, base);
  const job = new Assembly(context, build, identity, store, signal, base);
  const images: Written[] = [];
  const platforms = build.platforms.map(parsePlatform);
  // All of them before the first byte is written: a platform that the base lacks leaves nothing behind.
  const bases = await Promise.all(platforms.map((platform) => base && baseFor(base, platform)));
  for (const [i, platform] of platforms.entries()) images.push(await job.image(platform, bases[i]));
  const [first] = images;
  const top = images.length === 1 && first ? first : await job.index(images);
  const before = await store.tag(identity.version, top.descriptor);
  return {
    reference: store.reference(top.descriptor.digest),
    digest: top.descriptor.digest,
    size: [...job.sizes.values()].reduce((sum, size) => sum + size, 0),
    layers: [...job.layers.values()].map(({ descriptor: _, ...summary }) => summary),
    platforms: images.map(({ descriptor }, i) => ({
      platform: showPlatform(platforms[i] as Platform),
      digest: descriptor.digest,
    })),
    existed: top.existed,
    replaced: before === top.descriptor.digest ? undefined : before,
  };
}

interface Written {
  readonly descriptor: Descriptor;
  readonly existed: boolean;
}

const BASE_NAME = 'org.opencontainers.image.base.name';
const BASE_DIGEST = 'org.opencontainers.image.base.digest';

class Assembly {
  readonly #context: string;
  readonly #build: ImageBuild;
  readonly #identity: ImageIdentity;
  readonly #store: ImageStore;
  readonly #signal: AbortSignal | undefined;
  readonly #base: ResolvedBase | undefined;
  /** By what is in them: platforms share what is the same. */
  readonly layers = new Map<string, BuiltLayer>();
  /** Digest of each layer -> bytes. */
  readonly sizes = new Map<string, number>();

  constructor(
    context: string,
    build: ImageBuild,
    identity: ImageIdentity,
    store: ImageStore,
    signal: AbortSignal | undefined,
    base: ResolvedBase | undefined,
  ) {
    this.#context = context;
    this.#build = build;
    this.#identity = identity;
    this.#store = store;
    this.#signal = signal;
    this.#base = base;
  }

  async image(platform: Platform, base: BaseImage | undefined): Promise<Written> {
    const inherited = base ? await this.#take(base) : [];
    const tree = base && (await readBaseTree(this.#store, base, this.#signal));
    const mappings = mappingsFor(this.#build.files, platform, workdirOf(this.#build, base));
    const own: BuiltLayer[] = [];
    for (const plan of await planLayers(this.#context, mappings, this.#build.ignore, tree)) {
      own.push(await this.#layer(plan));
    }
    for (const { digest, size } of [...inherited, ...own]) this.sizes.set(digest, size);
    const config = configOf(platform, own, this.#build, this.#identity, base);
    const { descriptor } = await this.#json(MEDIA_TYPES.config, config);
    const written = await this.#json(MEDIA_TYPES.manifest, {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.manifest,
      config: descriptor,
      layers: [...inherited, ...own.map((layer) => layer.descriptor)],
      annotations: this.#annotations(base?.manifestDigest),
    });
    const { architecture, os, variant } = config;
    const exact = { architecture, os, ...(variant ? { variant } : {}) };
    return { descriptor: { ...written.descriptor, platform: exact }, existed: written.existed };
  }

  index(images: readonly Written[]): Promise<Written> {
    return this.#json(MEDIA_TYPES.index, {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.index,
      manifests: images.map(({ descriptor }) => descriptor),
      annotations: this.#annotations(this.#base?.digest),
    });
  }

  /** The base's layers, byte by byte, where the store lacks them. */
  async #take({ manifest }: BaseImage): Promise<Descriptor[]> {
    await concurrently(manifest.layers, 4, async (layer, stop) => {
      if (!this.#base || (await this.#isWhole(layer))) return;
      const signal = this.#signal ? AbortSignal.any([this.#signal, stop]) : stop;
      await this.#store.write(until(signal, verifiedBytes(this.#base.store, layer)));
    });
    // Docker's names mean the same bytes; a manifest speaks one language.
    return manifest.layers.map((layer) => ({ ...layer, mediaType: ociLayerType(layer.mediaType) }));
  }

  /** A damaged layer is taken once more: otherwise no build could ever mend the store. */
  async #isWhole(layer: Descriptor): Promise<boolean> {
    if (!(await this.#store.has(layer))) return false;
    try {
      await verifyBlob(this.#store, layer);
      return true;
    } catch (error) {
      if (error instanceof UserError) return false;
      throw error;
    }
  }

  async #layer(plan: LayerPlan): Promise<BuiltLayer> {
    const key = JSON.stringify([plan.from, plan.to, plan.entries]);
    const known = this.layers.get(key);
    if (known) return known;
    const layer = await writeLayer(plan, this.#identity.created, this.#store, this.#signal);
    this.layers.set(key, layer);
    return layer;
  }

  #annotations(baseDigest: string | undefined): Record<string, string> {
    const name = this.#base?.name;
    return sorted({
      ...(name ? { [BASE_NAME]: name } : {}),
      ...(baseDigest ? { [BASE_DIGEST]: baseDigest } : {}),
      ...annotationsOf(this.#identity),
    });
  }

  async #json(mediaType: string, document: object): Promise<Written> {
    const bytes = Buffer.from(JSON.stringify(document));
    const { digest, size, existed } = await this.#store.write(until(undefined, [bytes]));
    return { descriptor: { mediaType, digest, size }, existed };
  }
}

async function* until(
  signal: AbortSignal | undefined,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    yield chunk;
  }
}
