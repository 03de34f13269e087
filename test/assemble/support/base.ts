import { gzipSync } from 'node:zlib';
import { sha256, type TarEntry, tarBytes } from '../../../packages/image/testing.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES } from '../../../packages/image/types.ts';

export interface BaseParts {
  readonly platform?: { os: string; architecture: string; variant?: string };
  readonly layers: readonly (readonly TarEntry[])[];
  readonly config?: object;
  readonly history?: readonly object[];
}

const DOCKER = 'application/vnd.docker.distribution.manifest';

/** Writes an image as another builder would have: Docker's media types, or an index with attestations. */
export async function writeBase(
  store: ImageStore,
  tag: string,
  images: readonly BaseParts[],
  kind: 'oci' | 'docker' = 'oci',
): Promise<Descriptor> {
  const manifests: Descriptor[] = [];
  for (const image of images) manifests.push(await writeOne(store, image, kind));
  const [only] = manifests;
  if (only && manifests.length === 1) {
    await store.tag(tag, only);
    return only;
  }
  const attestation = { ...only, platform: { os: 'unknown', architecture: 'unknown' } };
  const mediaType = kind === 'oci' ? MEDIA_TYPES.index : `${DOCKER}.list.v2+json`;
  const index = { schemaVersion: 2, mediaType, manifests: [...manifests, attestation] };
  const top = await json(store, mediaType, index);
  await store.tag(tag, top);
  return top;
}

async function writeOne(store: ImageStore, image: BaseParts, kind: 'oci' | 'docker'): Promise<Descriptor> {
  const platform = image.platform ?? { os: 'linux', architecture: 'amd64' };
  const layers: Descriptor[] = [];
  const diffIds: string[] = [];
  for (const entries of image.layers) {
    const tar = await tarBytes(entries);
    diffIds.push(sha256(tar));
    const mediaType =
      kind === 'oci' ? MEDIA_TYPES.layerGzip : 'application/vnd.docker.image.rootfs.diff.tar.gzip';
    layers.push(await bytes(store, mediaType, gzipSync(tar, { level: 1 })));
  }
  const type = kind === 'oci' ? MEDIA_TYPES.config : 'application/vnd.docker.container.image.v1+json';
  const config = await json(store, type, {
    ...platform,
    config: image.config ?? {},
    rootfs: { type: 'layers', diff_ids: diffIds },
    ...(image.history ? { history: image.history } : {}),
  });
  const mediaType = kind === 'oci' ? MEDIA_TYPES.manifest : `${DOCKER}.v2+json`;
  const manifest = await json(store, mediaType, { schemaVersion: 2, mediaType, config, layers });
  return { ...manifest, platform };
}

const json = (store: ImageStore, mediaType: string, value: object): Promise<Descriptor> =>
  bytes(store, mediaType, Buffer.from(JSON.stringify(value)));

async function bytes(store: ImageStore, mediaType: string, content: Uint8Array): Promise<Descriptor> {
  const { digest, size } = await store.write(
    (async function* () {
      yield content;
    })(),
  );
  return { mediaType, digest, size };
}
