import { RemoteError, UserError } from '@fairway/runtime';
import { isDigest } from '../reference.ts';
import { type Descriptor, MEDIA_TYPES } from '../types.ts';
import type { Ask, RegistryClient } from './client.ts';
import { placeOf, RegistryError } from './failure.ts';
import { scope } from './scopes.ts';
import { digestOf } from './source.ts';
import { once } from './tokens.ts';
import type { Response } from './transport.ts';

/** A manifest or an index, as stored. */
export interface StoredManifest extends Pick<Descriptor, 'mediaType' | 'digest' | 'size'> {
  readonly bytes: Buffer;
}

const INDEXES = [MEDIA_TYPES.index, 'application/vnd.docker.distribution.manifest.list.v2+json'];
const MANIFESTS = [MEDIA_TYPES.manifest, 'application/vnd.docker.distribution.manifest.v2+json'];
const ACCEPT = [...INDEXES, ...MANIFESTS].join(', ');
/** What registries take at most. */
const LIMIT = 4 * 1024 * 1024;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

export const isManifestType = (mediaType: string): boolean =>
  INDEXES.includes(mediaType) || MANIFESTS.includes(mediaType);

/** Throws UserError unless it is a tag or a digest. */
export function checkRef(ref: string): string {
  if (isDigest(ref) || TAG.test(ref)) return ref;
  throw new UserError(`"${ref}" is neither a tag nor a sha256 digest`, {
    mend: 'a tag has up to 128 letters, digits, "_", "." and "-", and starts with none of the last two',
  });
}

/** What a tag points to, or whether a digest is there; without its bytes. */
export async function headManifest(client: RegistryClient, ref: string): Promise<Descriptor | undefined> {
  const response = await client.ask(manifestAsk(client, 'HEAD', ref));
  response.body.resume();
  if (response.status === 404) return undefined;
  const { headers } = response;
  const digest = String(headers['docker-content-digest'] ?? '');
  const size = Number(headers['content-length']);
  if (isDigest(digest) && Number.isSafeInteger(size)) return { mediaType: typeOf(response), digest, size };
  // Both headers are optional.
  const pulled = await pullManifest(client, ref);
  return pulled && { mediaType: pulled.mediaType, digest: pulled.digest, size: pulled.size };
}

/** Digest verified; undefined when there is none. Throws RemoteError when it came damaged. */
export async function pullManifest(client: RegistryClient, ref: string): Promise<StoredManifest | undefined> {
  const { response, bytes } = await client.read(manifestAsk(client, 'GET', ref), LIMIT);
  if (response.status === 404) return undefined;
  const digest = digestOf(bytes);
  const expected = isDigest(ref) ? ref : response.headers['docker-content-digest'];
  if (expected !== undefined && expected !== digest) {
    throw new RemoteError(`the manifest ${ref} came with other content: its digest is ${digest}`, {
      where: placeOf(response.url),
      mend: `a proxy or a mirror may be at fault (expected ${expected}): pull again, or push the image again`,
    });
  }
  return { mediaType: checkedType(response, bytes), digest, size: bytes.length, bytes };
}

/**
 * Stores a manifest or index under its digest or a tag, and looks whether it is that. `subjectKept` tells
 * that the registry says it keeps the `subject`.
 */
export async function pushManifest(
  client: RegistryClient,
  ref: string,
  bytes: Uint8Array,
  mediaType: string,
): Promise<{ digest: string; subjectKept: boolean }> {
  const { name } = client.place;
  const digest = digestOf(bytes);
  const response = await settled(client, () =>
    client.ask({
      method: 'PUT',
      url: `/v2/${name}/manifests/${checkRef(ref)}`,
      headers: { 'Content-Type': mediaType, 'Content-Length': String(bytes.length) },
      body: () => once(bytes),
      scopes: [scope(name, 'pull', 'push')],
      action: `push the manifest ${ref}`,
      ok: [200, 201, 202],
    }),
  );
  response.body.resume();
  const stored = response.headers['docker-content-digest'] ?? (await headManifest(client, ref))?.digest;
  if (stored !== digest) {
    throw new RemoteError(`the registry stored ${stored ?? 'nothing'} as ${ref}, not ${digest}`, {
      where: placeOf(response.url),
      mend: 'push again; a proxy before the registry may change what it passes on',
    });
  }
  return { digest, subjectKept: response.headers['oci-subject'] !== undefined };
}

/** Pauses in ms before a manifest is pushed again whose blobs the registry does not see. */
const SETTLING = [50, 200, 800];

/**
 * While another client pushes a blob that this manifest names too, a registry may not see it for a moment:
 * the reference registry rewrites its links in place, and then speaks of a wrong digest.
 */
async function settled(client: RegistryClient, push: () => Promise<Response>): Promise<Response> {
  for (const pause of SETTLING) {
    try {
      return await push();
    } catch (error) {
      const codes = ['MANIFEST_BLOB_UNKNOWN', 'DIGEST_INVALID'];
      if (!(error instanceof RegistryError && codes.includes(error.code))) throw error;
      await client.ports.clock.sleep(pause, client.ports.signal);
    }
  }
  return await push();
}

/** `false`: there was none. Some registries delete by digest only, and some not at all. */
export async function deleteManifest(client: RegistryClient, ref: string): Promise<boolean> {
  const { name } = client.place;
  const response = await client.ask({
    method: 'DELETE',
    url: `/v2/${name}/manifests/${checkRef(ref)}`,
    scopes: [scope(name, 'pull', 'delete')],
    action: `delete ${ref}`,
    ok: [200, 202, 204, 404],
  });
  response.body.resume();
  return response.status !== 404;
}

function manifestAsk(client: RegistryClient, method: 'GET' | 'HEAD', ref: string): Ask {
  const { name } = client.place;
  return {
    method,
    url: `/v2/${name}/manifests/${checkRef(ref)}`,
    headers: { Accept: ACCEPT },
    scopes: [scope(name, 'pull')],
    action: `read the manifest ${ref}`,
    ok: [200, 404],
  };
}

const typeOf = ({ headers }: Response): string => (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';

/** One document must not be read as two things: what the header and the document say has to agree. */
function checkedType(response: Response, bytes: Buffer): string {
  const said = typeOf(response);
  let written: unknown;
  try {
    written = (JSON.parse(bytes.toString('utf8')) as { mediaType?: unknown }).mediaType;
  } catch (cause) {
    throw new RemoteError('the registry answered with a manifest that is not JSON', {
      where: placeOf(response.url),
      mend: 'check the address of the registry',
      cause,
    });
  }
  if (typeof written !== 'string') return said;
  if (said === written || !isManifestType(said)) return written;
  throw new RemoteError(
    `the registry calls a manifest ${oneWord(said)} that says it is ${oneWord(written)}`,
    {
      where: placeOf(response.url),
      mend: 'push the image again with one media type',
    },
  );
}

const oneWord = (text: string): string => text.replace(/[^\w.+/-]/g, '?').slice(0, 100);
