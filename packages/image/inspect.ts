import { arch } from 'node:process';
import { UserError } from '@fairway/runtime';
import { looksLikeIndex, readDocument } from './document.ts';
import { openLayout } from './layout.ts';
import { parseReference } from './reference.ts';
import { openRegistry } from './registry/open.ts';
import type { RegistryPorts } from './registry/ports.ts';
import type { Descriptor, ImageConfig, ImageManifest, ImageStore, Platform } from './types.ts';
import { readBlob } from './verify.ts';

export interface InspectedImage {
  /** As asked for: of the manifest, or of the index. */
  readonly digest: string;
  /** Of the platform's manifest; the same as `digest` when there is no index. */
  readonly manifestDigest: string;
  readonly manifest: ImageManifest;
  readonly config: ImageConfig;
  /** Platforms of the index; empty without an index. */
  readonly platforms: readonly Platform[];
  /** Bytes of config and layers, compressed. */
  readonly size: number;
}

export interface ReadOptions {
  /** Which image of an index. Default: Linux on this machine's architecture; a single one is always taken. */
  readonly platform?: Platform;
  /** For an image in a registry, which is read with the credentials of the Docker config. */
  readonly ports?: RegistryPorts;
}

/** The store that a reference points into. */
export async function storeOf(reference: string, ports?: RegistryPorts): Promise<ImageStore> {
  const parsed = parseReference(reference);
  if (parsed.kind === 'layout') return await openLayout(parsed.folder);
  if (ports) return await openRegistry({ repository: parsed.repository, ports });
  throw new UserError(`${reference} is in a registry, which cannot be reached from here`, {
    mend: 'use an image of an OCI layout on this machine (oci:<folder>@sha256:...)',
  });
}

/** Manifest and config of an image, digests verified; layers are not read. Throws UserError. */
export async function inspectImage(reference: string, options: ReadOptions = {}): Promise<InspectedImage> {
  const { digest } = parseReference(reference);
  return await inspectIn(await storeOf(reference, options.ports), digest, options);
}

export async function inspectIn(
  store: ImageStore,
  digest: string,
  { platform }: ReadOptions = {},
): Promise<InspectedImage> {
  const where = store.reference(digest);
  const bytes = await readBlob(store, { digest });
  if (!looksLikeIndex(bytes, where)) {
    return { digest, platforms: [], ...(await readManifest(store, { digest }, bytes)) };
  }
  const index = readDocument('index', bytes, where);
  const chosen = choose(
    index.manifests,
    platform ?? { os: 'linux', architecture: thisArchitecture() },
    where,
  );
  const platforms = index.manifests.flatMap((entry) => entry.platform ?? []);
  return { digest, platforms, ...(await readManifest(store, chosen, await readBlob(store, chosen))) };
}

async function readManifest(store: ImageStore, { digest }: Pick<Descriptor, 'digest'>, bytes: Buffer) {
  const manifest = readDocument('manifest', bytes, store.reference(digest));
  const config = readDocument(
    'config',
    await readBlob(store, manifest.config),
    store.reference(manifest.config.digest),
  );
  if (config.rootfs.diff_ids.length !== manifest.layers.length) {
    throw new UserError(
      `the image has ${manifest.layers.length} layers and ${config.rootfs.diff_ids.length} diff ids`,
      { where: store.reference(digest), mend: 'build the image again' },
    );
  }
  const size = [manifest.config, ...manifest.layers].reduce((sum, blob) => sum + blob.size, 0);
  return { manifestDigest: digest, manifest, config, size };
}

function choose(entries: readonly Descriptor[], wanted: Platform, where: string): Descriptor {
  const images = entries.filter((entry) => entry.platform?.os !== 'unknown');
  const [only, ...others] = images;
  if (only && others.length === 0) return only;
  const match = images.find(
    ({ platform }) =>
      platform?.os === wanted.os &&
      platform.architecture === wanted.architecture &&
      (wanted.variant === undefined || platform.variant === wanted.variant),
  );
  if (match) return match;
  const have = images.map(({ platform }) => (platform ? `${platform.os}/${platform.architecture}` : '?'));
  throw new UserError(`the image is not for ${wanted.os}/${wanted.architecture}`, {
    where,
    mend: `it has: ${have.join(', ') || 'no platform at all'}`,
  });
}

/** Node's names of architectures -> those of OCI (and Go). */
function thisArchitecture(): string {
  const names: Record<string, string> = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };
  return names[arch] ?? arch;
}
