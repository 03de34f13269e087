import { type Log, RemoteError } from '@fairway/runtime';
import type { RegistryStore } from '../registry/index.ts';

/** What is tagged: a manifest or index that the registry has by digest. */
export interface Taggable {
  readonly digest: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/**
 * Sets tags by manifest only, in the given order, and reads each one back.
 * Each tag is on the whole image or where it was before. Returns what the moved ones were on.
 */
export async function setTags(
  registry: RegistryStore,
  image: Taggable,
  tags: readonly string[],
  log: Log,
): Promise<Readonly<Record<string, string>>> {
  const replaced: Record<string, string> = {};
  const done: string[] = [];
  for (const tag of tags) {
    try {
      const before = await setTag(registry, image, tag);
      if (before !== undefined && before !== image.digest) replaced[tag] = before;
      done.push(tag);
    } catch (error) {
      if (done.length) log.info(`Tagged before the failure: ${done.join(', ')}. Each is on the whole image.`);
      throw error;
    }
  }
  return replaced;
}

async function setTag(registry: RegistryStore, image: Taggable, tag: string): Promise<string | undefined> {
  const before = await registry.resolve(tag);
  if (before?.digest === image.digest) return before.digest;
  await registry.pushManifest(tag, image.bytes, image.mediaType);
  const now = await registry.resolve(tag);
  if (now?.digest === image.digest) return before?.digest;
  throw new RemoteError(
    `the tag ${tag} is on ${now?.digest ?? 'nothing'} after it was set to ${image.digest}`,
    {
      where: registry.location,
      mend: 'another run may have moved it at the same time: look which one is right, and run that one again',
    },
  );
}
