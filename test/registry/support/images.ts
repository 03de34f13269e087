import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createLayout, type Descriptor, type ImageStore } from '@fairway/image';
import { pack } from 'tar-stream';

export interface TestImage {
  readonly store: ImageStore;
  readonly folder: string;
  /** Of the manifest, or of the index when there are several platforms. */
  readonly digest: string;
  readonly top: Descriptor;
  readonly layers: readonly Descriptor[];
  remove(): Promise<void>;
}

const OCI = 'application/vnd.oci.image';

/** An image of one real tar layer (plus further random ones) a platform, in a layout of its own. */
export async function testImage(
  platforms: readonly string[] = ['amd64'],
  further: readonly number[] = [],
): Promise<TestImage> {
  const folder = await mkdtemp(join(tmpdir(), 'fairway-image-'));
  const store = await createLayout(join(folder, 'layout'));
  const manifests: Descriptor[] = [];
  const layers: Descriptor[] = [];
  for (const architecture of platforms) {
    const tars = [await tarOf(`hello ${architecture} ${randomBytes(8).toString('hex')}`)];
    for (const size of further) tars.push(await tarOf(randomBytes(size)));
    const written: Descriptor[] = [];
    for (const tar of tars)
      written.push(await put(store, `${OCI}.layer.v1.tar+gzip`, gzipSync(tar, { level: 1 })));
    const diffIds = tars.map((tar) => `sha256:${createHash('sha256').update(tar).digest('hex')}`);
    const config = await put(store, `${OCI}.config.v1+json`, {
      os: 'linux',
      architecture,
      config: { Entrypoint: ['/hello'] },
      rootfs: { type: 'layers', diff_ids: diffIds },
    });
    const manifest = { schemaVersion: 2, mediaType: `${OCI}.manifest.v1+json`, config, layers: written };
    manifests.push({
      ...(await put(store, manifest.mediaType, manifest)),
      platform: { os: 'linux', architecture },
    });
    layers.push(...written);
  }
  const [only] = manifests;
  const index = { schemaVersion: 2, mediaType: `${OCI}.index.v1+json`, manifests };
  const top = manifests.length === 1 && only ? only : await put(store, index.mediaType, index);
  const remove = () => rm(folder, { recursive: true, force: true });
  return { store, folder: join(folder, 'layout'), digest: top.digest, top, layers, remove };
}

export async function put(
  store: ImageStore,
  mediaType: string,
  content: object | Buffer,
): Promise<Descriptor> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const { digest, size } = await store.write(chunks(bytes));
  return { mediaType, digest, size };
}

export async function* chunks(bytes: Buffer, size = 65_536): AsyncIterable<Buffer> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

async function tarOf(content: string | Buffer): Promise<Buffer> {
  const tar = pack();
  tar.entry({ name: 'hello', mode: 0o755, mtime: new Date(0) }, content);
  tar.finalize();
  const parts: Buffer[] = [];
  for await (const part of tar) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
