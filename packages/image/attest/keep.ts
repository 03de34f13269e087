import { RemoteError, UserError } from '@fairway/runtime';
import { updateIndex } from '../layout-index.ts';
import { parseReference } from '../reference.ts';
import type { RegistryStore } from '../registry/index.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES } from '../types.ts';
import { readBlob } from '../verify.ts';

/** A small document that is attached to an image. */
export interface Attachment {
  readonly artifactType: string;
  /** Name of the file, for who pulls it. */
  readonly title: string;
  readonly bytes: Buffer;
  readonly annotations: Readonly<Record<string, string>>;
}

/** How it is found: by the registry's API, its fallback tag, or the index of a layout. */
export type KeptBy = 'api' | 'tag' | 'layout';

export type Kept =
  | { readonly digest: string; readonly by: KeptBy }
  /** The registry does not take such things, in its words. */
  | { readonly refused: string };

const EMPTY = 'application/vnd.oci.empty.v1+json';
/** What a registry answers to a manifest of a kind it does not know. Wrong credentials are not among them. */
const REFUSALS = new Set([400, 404, 405, 406, 415, 422, 501]);

/** Attaches to an image in a store, and reads back that it is found there. Throws RemoteError and UserError. */
export async function keep(store: ImageStore, subject: Descriptor, attachment: Attachment): Promise<Kept> {
  if (!isRegistry(store)) return { digest: await keepInLayout(store, subject, attachment), by: 'layout' };
  const { artifactType, annotations, bytes, title } = attachment;
  try {
    const { referrer, keptBy } = await store.attach(subject, {
      artifactType,
      annotations,
      blobs: [{ mediaType: artifactType, bytes, annotations: { 'org.opencontainers.image.title': title } }],
    });
    return { digest: referrer.digest, by: keptBy };
  } catch (error) {
    if (error instanceof RemoteError && REFUSALS.has(error.status ?? 0)) return { refused: error.message };
    throw error;
  }
}

export const isRegistry = (store: ImageStore): store is RegistryStore => 'attach' in store;

/** The same form as in a registry: a manifest with a subject, listed in the layout's index without a tag. */
async function keepInLayout(store: ImageStore, subject: Descriptor, attachment: Attachment): Promise<string> {
  const { artifactType, annotations, title } = attachment;
  const config = await put(store, EMPTY, Buffer.from('{}'));
  const layer = await put(store, artifactType, attachment.bytes);
  const { mediaType, digest, size } = subject;
  const manifest = {
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    artifactType,
    config,
    layers: [{ ...layer, annotations: { 'org.opencontainers.image.title': title } }],
    subject: { mediaType, digest, size },
    annotations,
  };
  const stored = await put(store, MEDIA_TYPES.manifest, Buffer.from(JSON.stringify(manifest)));
  const place = parseReference(store.reference(stored.digest));
  if (place.kind !== 'layout')
    throw new UserError(`${store.location} cannot keep what is attached to images`);
  updateIndex(place.folder, (entries) => [
    ...entries.filter((entry) => entry.digest !== stored.digest),
    { ...stored, artifactType, annotations },
  ]);
  await readBlob(store, stored);
  return stored.digest;
}

async function put(store: ImageStore, mediaType: string, bytes: Buffer): Promise<Descriptor> {
  const { digest, size } = await store.write(
    (async function* () {
      yield bytes;
    })(),
  );
  return { mediaType, digest, size };
}
