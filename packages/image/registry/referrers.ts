import { RemoteError } from '@fairway/runtime';
import { readDocument } from '../document.ts';
import { type Descriptor, MEDIA_TYPES } from '../types.ts';
import type { Ask, RegistryClient } from './client.ts';
import { placeOf } from './failure.ts';
import { pullManifest, pushManifest } from './manifests.ts';
import { scope } from './scopes.ts';

/** What points to an image: an SBOM, a provenance, a signature. */
export interface Referrer extends Descriptor {
  readonly artifactType?: string;
}

/** How a registry finds it: by the referrers API, or by the index under the fallback tag. */
export type KeptBy = 'api' | 'tag';

const LIMIT = 4 * 1024 * 1024;
/** Pauses in ms between looks at a list that may lag behind. */
const LOOKS = [0, 150, 400, 1_000];
/** How often a lost race for the fallback tag is run again. */
const ROUNDS = 20;

/** `sha256:abc` -> `sha256-abc`. */
export const fallbackTag = (digest: string): string => digest.replace(':', '-');

/** All that points to this digest, from the API and the fallback tag: registries move from one to the other. */
export async function listReferrers(client: RegistryClient, digest: string): Promise<readonly Referrer[]> {
  const [byApi, byTag] = await Promise.all([listByApi(client, digest), listByTag(client, digest)]);
  const known = new Set(byApi?.map((entry) => entry.digest));
  return [...(byApi ?? []), ...byTag.filter((entry) => !known.has(entry.digest))];
}

/**
 * Makes a manifest that was pushed by digest and names `subject` findable, and reads it back. A registry's
 * word that it keeps the subject is not enough: some say so and do not.
 */
export async function linkReferrer(
  client: RegistryClient,
  subject: string,
  referrer: Referrer,
  subjectKept: boolean,
): Promise<KeptBy> {
  for (const pause of subjectKept ? LOOKS : [0]) {
    await client.ports.clock.sleep(pause, client.ports.signal);
    const listed = await listByApi(client, subject);
    if (listed?.some(({ digest }) => digest === referrer.digest)) return 'api';
    if (!listed) break;
  }
  await addByTag(client, subject, referrer);
  return 'tag';
}

/** undefined: the registry has no such API. */
async function listByApi(client: RegistryClient, digest: string): Promise<Referrer[] | undefined> {
  const found: Referrer[] = [];
  const seen = new Set<string>();
  let url: URL | string | undefined = `/v2/${client.place.name}/referrers/${digest}`;
  while (url !== undefined && !seen.has(String(url))) {
    seen.add(String(url));
    const ask: Ask = {
      method: 'GET',
      url,
      headers: { Accept: MEDIA_TYPES.index },
      scopes: [scope(client.place.name, 'pull')],
      action: `list what points to ${digest}`,
      ok: [200, 400, 404, 405],
    };
    const { response, bytes } = await client.read(ask, LIMIT);
    const isIndex = (response.headers['content-type'] ?? '').startsWith(MEDIA_TYPES.index);
    if (response.status !== 200 || !isIndex) return undefined;
    found.push(...readDocument('index', bytes, placeOf(response.url)).manifests);
    const next: string | undefined = nextLink(response.headers.link);
    url = next && new URL(next, response.url);
  }
  return found;
}

/** `Link: <...>; rel="next"` -> its address. */
export function nextLink(header: string | string[] | undefined): string | undefined {
  return /<([^>]*)>\s*;\s*rel="?next"?/.exec(String(header ?? ''))?.[1];
}

async function listByTag(client: RegistryClient, digest: string): Promise<readonly Referrer[]> {
  const stored = await pullManifest(client, fallbackTag(digest));
  if (!stored) return [];
  return readDocument('index', stored.bytes, `${client.place.repository}:${fallbackTag(digest)}`).manifests;
}

/**
 * Read, add, write, read back, until the entry stays. The protocol has no compare-and-swap: two writers
 * may overwrite each other, so each looks again after a random pause and adds what was lost.
 */
async function addByTag(client: RegistryClient, subject: string, referrer: Referrer): Promise<void> {
  const { clock, signal } = client.ports;
  const entryOf = ({ mediaType, digest, size, artifactType, annotations }: Referrer) => ({
    mediaType,
    digest,
    size,
    ...(artifactType ? { artifactType } : {}),
    ...(annotations ? { annotations } : {}),
  });
  let confirmed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let entries = await listByTag(client, subject);
    if (entries.length === 0) {
      // Looked at twice: a registry may not see a tag while another client writes it, and from nothing we
      // would write an index without what is there.
      await clock.sleep(50, signal);
      entries = await listByTag(client, subject);
    }
    if (entries.some(({ digest }) => digest === referrer.digest)) {
      // Once at once, once after those who had read before us have written.
      if (++confirmed === 2) return;
    } else {
      confirmed = 0;
      const manifests = [...entries, entryOf(referrer)];
      const index = { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests };
      await pushManifest(client, fallbackTag(subject), Buffer.from(JSON.stringify(index)), MEDIA_TYPES.index);
    }
    await clock.sleep(100 + Math.random() * 200, signal);
  }
  throw new RemoteError(`${client.place.repository} does not keep what points to ${subject}`, {
    where: `${client.place.repository}:${fallbackTag(subject)}`,
    mend: 'many jobs may attach to this image at once: run again, one after the other',
  });
}
