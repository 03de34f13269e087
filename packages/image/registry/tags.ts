import { RemoteError } from '@fairway/runtime';
import type { Ask, RegistryClient } from './client.ts';
import { placeOf } from './failure.ts';
import { nextLink } from './referrers.ts';
import { scope } from './scopes.ts';

const LIMIT = 16 * 1024 * 1024;

/** All tags, page by page. Empty when the repository does not exist. */
export async function listTags(client: RegistryClient): Promise<string[]> {
  const { name } = client.place;
  const found: string[] = [];
  const seen = new Set<string>();
  let url: URL | undefined = new URL(`/v2/${name}/tags/list?n=1000`, client.registry);
  while (url && !seen.has(url.href)) {
    seen.add(url.href);
    const ask: Ask = {
      method: 'GET',
      url,
      scopes: [scope(name, 'pull')],
      action: `list the tags of ${name}`,
      ok: [200, 404],
    };
    const { response, bytes } = await client.read(ask, LIMIT);
    if (response.status === 404) return found;
    found.push(...readTags(bytes, placeOf(response.url)));
    const next = nextLink(response.headers.link);
    url = next === undefined ? undefined : new URL(next, response.url);
  }
  return found;
}

function readTags(bytes: Buffer, where: string): string[] {
  try {
    const { tags } = JSON.parse(bytes.toString('utf8')) as { tags?: unknown };
    // A repository whose last tag was deleted answers null.
    if (tags === null || tags === undefined) return [];
    if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) return tags;
  } catch {
    // Said below.
  }
  throw new RemoteError('the registry answered with something that is no list of tags', {
    where,
    mend: 'check the address of the registry',
  });
}
