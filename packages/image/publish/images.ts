import { looksLikeIndex, readDocument } from '../document.ts';
import { inspectIn } from '../inspect.ts';
import { showPlatform } from '../platform.ts';
import type { ImageStore } from '../types.ts';
import { readBlob } from '../verify.ts';

export interface PlatformImage {
  /** `linux/amd64`. */
  readonly platform: string;
  /** Of its manifest. */
  readonly digest: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly created: string | undefined;
}

/** The images under a digest, one a platform; labels are read of the first one only. Throws UserError. */
export async function imagesOf(store: ImageStore, digest: string): Promise<readonly PlatformImage[]> {
  const bytes = await readBlob(store, { digest });
  const where = store.reference(digest);
  const entries = looksLikeIndex(bytes, where) ? readDocument('index', bytes, where).manifests : [];
  const known = entries.filter(({ platform }) => platform !== undefined && platform.os !== 'unknown');
  const { config, manifestDigest } = await inspectIn(store, known[0]?.digest ?? digest);
  const first = { labels: config.config.Labels ?? {}, created: config.created };
  if (known.length === 0) return [{ platform: showPlatform(config), digest: manifestDigest, ...first }];
  return known.map(({ platform, digest: own }, i) => ({
    platform: platform ? showPlatform(platform) : '',
    digest: own,
    ...(i === 0 ? first : { labels: {}, created: undefined }),
  }));
}
