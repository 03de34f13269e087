import { type Log, RemoteError } from '@fairway/runtime';
import { copyImage, type RegistryStore } from '../registry/index.ts';
import type { Descriptor, ImageStore } from '../types.ts';
import { setTags } from './set-tags.ts';

export interface PublishOptions {
  /** Set last, in this order. */
  readonly tags: readonly string[];
  /** Called when the image is there by digest and no tag is set yet: attestations are attached here. */
  readonly beforeTags?: (image: Descriptor) => Promise<void>;
  readonly log: Log;
}

export interface Published {
  readonly image: Descriptor;
  /** The registry had the whole image: only tags were set. */
  readonly existed: boolean;
  /** Bytes of blobs that went over the line. */
  readonly sent: number;
  /** What moved tags were on before. */
  readonly replaced: Readonly<Record<string, string>>;
}

/**
 * Pushes an image or index: blobs, configs, manifests and index by digest; reads it back; then the tags, by
 * manifest only. Whoever is killed on the way leaves tags that are where they were or on the whole image.
 * Throws UserError and RemoteError.
 */
export async function publishImage(
  from: ImageStore,
  digest: string,
  registry: RegistryStore,
  { tags, beforeTags, log }: PublishOptions,
): Promise<Published> {
  const { existed, sent } = await copyImage(from, registry, digest);
  // Verified by its digest: what the registry gives out now is what was built and tested.
  const stored = await registry.pullManifest(digest);
  if (!stored) {
    throw new RemoteError(`the registry took ${digest} and does not have it`, {
      where: registry.location,
      mend: 'push again; when it stays so, see the log of the registry',
    });
  }
  const image = { mediaType: stored.mediaType, digest, size: stored.size };
  await beforeTags?.(image);
  const replaced = await setTags(registry, stored, tags, log);
  return { image, existed, sent, replaced };
}
