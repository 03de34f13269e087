import type { ImageBuild } from '../kinds.ts';
import { parsePlatform } from '../platform.ts';
import { type Descriptor, type ImageConfig, type ImageStore, MEDIA_TYPES, type Platform } from '../types.ts';
import { planLayers } from './entries.ts';
import { type BuiltLayer, type LayerSummary, writeLayer } from './layer.ts';

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
  /** Bytes of the layers, compressed. */
  readonly size: number;
  readonly layers: readonly LayerSummary[];
  /** The store had an image of this very digest already. */
  readonly existed: boolean;
  /** The digest that the version tag pointed to before, when it was another one. */
  readonly replaced: string | undefined;
}

/**
 * Puts files of a folder on an empty base and writes the image into a store: layers, then config, then
 * manifest, then the tag, so that a kill leaves no image that lacks a part. The same files and identity
 * give the same digest, whatever the folder, owner, umask, times and machine. Throws UserError.
 */
export async function assembleImage(
  context: string,
  build: ImageBuild,
  identity: ImageIdentity,
  store: ImageStore,
  signal?: AbortSignal,
): Promise<AssembledImage> {
  const plans = await planLayers(context, build);
  const layers: BuiltLayer[] = [];
  for (const plan of plans) layers.push(await writeLayer(plan, identity.created, store, signal));
  const images: Written[] = [];
  for (const platform of build.platforms.map(parsePlatform)) {
    images.push(await writeManifest(platform, layers, build, identity, store));
  }
  const [first] = images;
  const top = images.length === 1 && first ? first : await writeIndex(images, identity, store);
  const before = await store.tag(identity.version, top.descriptor);
  return {
    reference: store.reference(top.descriptor.digest),
    digest: top.descriptor.digest,
    size: layers.reduce((sum, { size }) => sum + size, 0),
    layers: layers.map(({ descriptor: _, ...summary }) => summary),
    existed: top.existed,
    replaced: before === top.descriptor.digest ? undefined : before,
  };
}

interface Written {
  readonly descriptor: Descriptor;
  readonly existed: boolean;
}

async function writeManifest(
  platform: Platform,
  layers: readonly BuiltLayer[],
  build: ImageBuild,
  identity: ImageIdentity,
  store: ImageStore,
): Promise<Written> {
  const config = await writeJson(MEDIA_TYPES.config, configOf(platform, layers, build, identity), store);
  const manifest = {
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    config: config.descriptor,
    layers: layers.map(({ descriptor }) => descriptor),
    annotations: annotationsOf(identity),
  };
  const { descriptor, existed } = await writeJson(MEDIA_TYPES.manifest, manifest, store);
  return { descriptor: { ...descriptor, platform }, existed };
}

function writeIndex(
  images: readonly Written[],
  identity: ImageIdentity,
  store: ImageStore,
): Promise<Written> {
  const manifests = images.map(({ descriptor }) => descriptor);
  const annotations = annotationsOf(identity);
  return writeJson(
    MEDIA_TYPES.index,
    { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests, annotations },
    store,
  );
}

async function writeJson(mediaType: string, document: object, store: ImageStore): Promise<Written> {
  const bytes = Buffer.from(JSON.stringify(document));
  const { digest, size, existed } = await store.write(
    (async function* () {
      yield bytes;
    })(),
  );
  return { descriptor: { mediaType, digest, size }, existed };
}

function configOf(
  platform: Platform,
  layers: readonly BuiltLayer[],
  build: ImageBuild,
  identity: ImageIdentity,
): ImageConfig {
  const created = isoTime(identity.created);
  const ports = build.ports.map((port) => [`${port}/tcp`, {}] as const);
  return {
    created,
    ...platform,
    config: {
      ...(build.user ? { User: build.user } : {}),
      ...(ports.length ? { ExposedPorts: sorted(Object.fromEntries(ports)) } : {}),
      Env: Object.entries(sorted(build.env)).map(([name, value]) => `${name}=${value}`),
      ...(build.entrypoint.length ? { Entrypoint: build.entrypoint } : {}),
      ...(build.cmd.length ? { Cmd: build.cmd } : {}),
      WorkingDir: build.workdir,
      Labels: sorted({ ...build.labels, ...annotationsOf(identity) }),
    },
    rootfs: { type: 'layers', diff_ids: layers.map(({ diffId }) => diffId) },
    history: layers.map(({ from, to }) => ({
      created,
      created_by: `fairway assemble ${from} -> ${to}`,
    })),
  };
}

function annotationsOf({ title, version, revision, created, source, annotations }: ImageIdentity) {
  return sorted({
    ...annotations,
    'org.opencontainers.image.created': isoTime(created),
    'org.opencontainers.image.revision': revision,
    ...(source ? { 'org.opencontainers.image.source': source } : {}),
    'org.opencontainers.image.title': title,
    'org.opencontainers.image.version': version,
  });
}

/** The order of keys is part of the digest; that of a YAML file means nothing. */
function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isoTime = (seconds: number): string => new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z');
