import { Readable } from 'node:stream';
import { UserError } from '@fairway/runtime';
import { REF_NAME } from '../layout.ts';
import { isDigest } from '../reference.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES, type WrittenBlob } from '../types.ts';
import type { RegistryClient } from './client.ts';
import {
  deleteManifest,
  headManifest,
  isManifestType,
  pullManifest,
  pushManifest,
  type StoredManifest,
} from './manifests.ts';
import { concurrently } from './parallel.ts';
import { pullBlob } from './pull.ts';
import { hasBlob, type Pushed, type PushOptions, pushBlob } from './push-blob.ts';
import { type KeptBy, linkReferrer, listReferrers, type Referrer } from './referrers.ts';
import { type BlobSource, bytesSource } from './source.ts';
import { listTags } from './tags.ts';
import { writeBlob } from './write-blob.ts';

/** What is attached to an image. The blobs are small: they are held in memory. */
export interface Artifact {
  /** Media type of what it is: `application/vnd.cyclonedx+json`. */
  readonly artifactType: string;
  readonly blobs: readonly {
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    readonly annotations?: Readonly<Record<string, string>>;
  }[];
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Attached {
  readonly referrer: Referrer;
  readonly keptBy: KeptBy;
}

/** One repository of a registry. Every method throws UserError and RemoteError with place and remedy. */
export class RegistryStore implements ImageStore {
  readonly client: RegistryClient;
  readonly location: string;
  /** What manifests seen so far say of digests: both kinds have their own place in a registry. */
  readonly #kinds = new Map<string, 'manifest' | 'blob'>();

  constructor(client: RegistryClient) {
    this.client = client;
    this.location = `the repository ${client.place.repository}`;
  }

  reference(digest: string): string {
    return `${this.client.place.repository}@${digest}`;
  }

  async has(blob: Pick<Descriptor, 'digest' | 'size'> & Partial<Descriptor>): Promise<boolean> {
    if (this.#kinds.get(blob.digest) === 'manifest' || isManifestType(blob.mediaType ?? '')) {
      return (await headManifest(this.client, blob.digest))?.size === blob.size;
    }
    return await hasBlob(this.client, checkDigest(blob.digest));
  }

  async read(digest: string): Promise<Readable> {
    if (this.#kinds.get(checkDigest(digest)) !== 'blob') {
      const manifest = await this.pullManifest(digest);
      if (manifest) return Readable.from([manifest.bytes], { objectMode: false });
    }
    return await this.pullBlob({ digest });
  }

  /** A manifest or index is told by its `mediaType` and stored as such; all else is a blob. */
  async write(content: AsyncIterable<Uint8Array>): Promise<WrittenBlob> {
    return await writeBlob(this.client, content, async (digest, bytes) => {
      const mediaType = manifestTypeOf(bytes);
      if (!mediaType) return undefined;
      const size = bytes.length;
      if (await headManifest(this.client, digest)) return { digest, size, existed: true };
      await this.pushManifest(digest, bytes, mediaType);
      return { digest, size, existed: false };
    });
  }

  /** One request a tag: use `resolve` when the tag is known. */
  async list(): Promise<readonly Descriptor[]> {
    const tags = await this.tags();
    const images = await concurrently(tags, 8, async (tag) => {
      const image = await this.resolve(tag);
      return image && { ...image, annotations: { [REF_NAME]: tag } };
    });
    return images.filter((image) => image !== undefined);
  }

  async tag(name: string, image: Descriptor): Promise<string | undefined> {
    const before = await this.resolve(name);
    if (before?.digest === image.digest) return before.digest;
    const manifest = await this.pullManifest(image.digest);
    if (!manifest) throw absent(this.location, image.digest);
    await this.pushManifest(name, manifest.bytes, manifest.mediaType);
    return before?.digest;
  }

  tags(): Promise<string[]> {
    return listTags(this.client);
  }

  /** What a tag points to; undefined when there is no such tag (or repository). One small request. */
  resolve(ref: string): Promise<Descriptor | undefined> {
    return headManifest(this.client, ref);
  }

  hasBlob(digest: string): Promise<boolean> {
    return hasBlob(this.client, checkDigest(digest));
  }

  pushBlob(source: BlobSource, options: PushOptions = {}): Promise<Pushed> {
    checkDigest(source.digest);
    return pushBlob(this.client, source, options);
  }

  /** Verified: the stream fails when digest or size differ. UserError when there is no such blob. */
  async pullBlob(blob: Pick<Descriptor, 'digest'> & Partial<Pick<Descriptor, 'size'>>): Promise<Readable> {
    const content = await pullBlob(this.client, { ...blob, digest: checkDigest(blob.digest) });
    if (!content) throw absent(this.location, blob.digest);
    return content;
  }

  async pushManifest(ref: string, bytes: Uint8Array, mediaType: string): Promise<{ digest: string }> {
    const pushed = await pushManifest(this.client, ref, bytes, mediaType);
    this.#learn(pushed.digest, Buffer.from(bytes));
    return pushed;
  }

  /** By tag or digest, verified; undefined when there is none. */
  async pullManifest(ref: string): Promise<StoredManifest | undefined> {
    const manifest = await pullManifest(this.client, ref);
    if (manifest) this.#learn(manifest.digest, manifest.bytes);
    return manifest;
  }

  /** Deletes a manifest by digest, or a tag where the registry allows it. `false`: there was none. */
  delete(ref: string): Promise<boolean> {
    return deleteManifest(this.client, ref);
  }

  /** What points to this digest. */
  async referrers(digest: string, artifactType?: string): Promise<readonly Referrer[]> {
    const all = await listReferrers(this.client, checkDigest(digest));
    return artifactType === undefined ? all : all.filter((entry) => entry.artifactType === artifactType);
  }

  /** Pushes an artifact that points to `subject`, and makes sure that it is found there. */
  async attach(subject: Descriptor, artifact: Artifact): Promise<Attached> {
    const empty = bytesSource(Buffer.from('{}'));
    const sources = artifact.blobs.map(({ bytes }) => bytesSource(bytes));
    await concurrently([empty, ...sources], 4, (source) => this.pushBlob(source));
    const { mediaType, digest, size } = subject;
    const { artifactType, annotations } = artifact;
    const config = { mediaType: EMPTY, digest: empty.digest, size: empty.size };
    const layers = artifact.blobs.map((blob, i) => ({
      mediaType: blob.mediaType,
      digest: sources[i]?.digest ?? '',
      size: blob.bytes.length,
      ...(blob.annotations ? { annotations: blob.annotations } : {}),
    }));
    const manifest = {
      schemaVersion: 2,
      mediaType: MEDIA_TYPES.manifest,
      artifactType,
      config,
      layers: layers.length ? layers : [config],
      subject: { mediaType, digest, size },
      ...(annotations ? { annotations } : {}),
    };
    return await this.attachManifest(digest, Buffer.from(JSON.stringify(manifest)), {
      artifactType,
      ...(annotations ? { annotations } : {}),
    });
  }

  /** Pushes the manifest of an artifact whose blobs are there and whose `subject` is this digest. */
  async attachManifest(
    subject: string,
    bytes: Buffer,
    about: Pick<Referrer, 'artifactType' | 'annotations'>,
  ): Promise<Attached> {
    const source = bytesSource(bytes);
    const mediaType = manifestTypeOf(bytes) ?? MEDIA_TYPES.manifest;
    const { digest, subjectKept } = await pushManifest(this.client, source.digest, bytes, mediaType);
    const referrer = { mediaType, digest, size: source.size, ...about };
    return { referrer, keptBy: await linkReferrer(this.client, subject, referrer, subjectKept) };
  }

  #learn(digest: string, bytes: Buffer): void {
    this.#kinds.set(digest, 'manifest');
    const { manifests, layers, config } = JSON.parse(bytes.toString('utf8')) as Parts;
    // Not checked yet: whoever reads the document does that.
    const learn = (parts: unknown, kind: 'manifest' | 'blob') => {
      for (const part of Array.isArray(parts) ? parts : []) this.#kinds.set(String(part?.digest), kind);
    };
    learn(manifests, 'manifest');
    learn(layers, 'blob');
    learn([config], 'blob');
  }
}

const EMPTY = 'application/vnd.oci.empty.v1+json';

interface Parts {
  readonly manifests?: unknown;
  readonly layers?: unknown;
  readonly config?: unknown;
}

function manifestTypeOf(bytes: Buffer): string | undefined {
  if (bytes[0] !== 0x7b || bytes.length > 4 * 1024 * 1024) return undefined;
  try {
    const { mediaType, schemaVersion } = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
    return schemaVersion === 2 && typeof mediaType === 'string' && isManifestType(mediaType)
      ? mediaType
      : undefined;
  } catch {
    return undefined;
  }
}

function checkDigest(digest: string): string {
  if (isDigest(digest)) return digest;
  throw new UserError(`"${digest}" is not a sha256 digest`);
}

const absent = (location: string, digest: string): UserError =>
  new UserError(`${location} has no ${digest}`, {
    mend: 'check the digest, or build and push the image again',
  });
