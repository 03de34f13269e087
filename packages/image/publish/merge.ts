import { UserError } from '@fairway/runtime';
import { CONTENT_KEY } from '../content-key.ts';
import { looksLikeIndex, readDocument } from '../document.ts';
import { parsePlatform, samePlatform, showPlatform } from '../platform.ts';
import {
  type Descriptor,
  type ImageManifest,
  type ImageStore,
  MEDIA_TYPES,
  type Platform,
} from '../types.ts';
import { readBlob } from '../verify.ts';

/** One image of a merge: of one platform, or an index whose images are taken. */
export interface MergePart {
  readonly digest: string;
  /** What it is said to be for: `linux/arm64`. Checked against the image. */
  readonly platform?: string;
}

export interface MergedImage {
  readonly image: Descriptor;
  readonly images: readonly (Descriptor & { readonly platform: Platform })[];
  /** Such as BuildKit's `unknown/unknown` entries, which are no images. */
  readonly leftOut: number;
  /** The store had this very index. */
  readonly existed: boolean;
  readonly annotations: Readonly<Record<string, string>>;
}

interface Part {
  readonly entry: Descriptor & { readonly platform: Platform };
  readonly annotations: Readonly<Record<string, string>>;
}

/**
 * Makes one index of images that lie in a store by digest, and writes it there without a tag. The images
 * stay as they are, so what is attached to them stays attached. The same images give the same index in
 * whatever order they come. Throws UserError for doubles, and for platforms that are not as said.
 */
export async function mergeImages(store: ImageStore, parts: readonly MergePart[]): Promise<MergedImage> {
  const found: Part[] = [];
  let leftOut = 0;
  for (const part of parts) {
    for (const digest of await manifestsOf(store, part.digest)) {
      const read = await readPart(store, digest);
      if (!read) leftOut++;
      else {
        checkPlatform(store, part, read.entry);
        refuseDouble(store, found, read.entry);
        found.push(read);
      }
    }
  }
  if (found.length === 0) {
    throw new UserError('there is no image to merge', {
      mend: 'name digests that mode: build has given out',
    });
  }
  const name = ({ entry }: Part) => showPlatform(entry.platform);
  found.sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const annotations = inCommon(found.map((part) => part.annotations));
  const index = {
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.index,
    manifests: found.map(({ entry }) => entry),
    ...(Object.keys(annotations).length ? { annotations } : {}),
  };
  const bytes = Buffer.from(JSON.stringify(index));
  const { digest, size, existed } = await store.write(
    (async function* () {
      yield bytes;
    })(),
  );
  const image = { mediaType: MEDIA_TYPES.index, digest, size };
  return { image, images: found.map(({ entry }) => entry), leftOut, existed, annotations };
}

/** The digest itself, or those that it lists as an index. */
async function manifestsOf(store: ImageStore, digest: string): Promise<string[]> {
  const bytes = await readBlob(store, { digest });
  if (!looksLikeIndex(bytes, store.reference(digest))) return [digest];
  return readDocument('index', bytes, store.reference(digest)).manifests.map((entry) => entry.digest);
}

/** undefined: it is no image that could run. */
async function readPart(store: ImageStore, digest: string): Promise<Part | undefined> {
  const where = store.reference(digest);
  const bytes = await readBlob(store, { digest });
  const manifest = readDocument('manifest', bytes, where);
  if (
    manifest.config.mediaType !== MEDIA_TYPES.config &&
    !/docker\.container/.test(manifest.config.mediaType)
  ) {
    return undefined;
  }
  const config = readDocument(
    'config',
    await readBlob(store, manifest.config),
    store.reference(manifest.config.digest),
  );
  const { os, architecture, variant } = config;
  if (os === 'unknown' || architecture === 'unknown') return undefined;
  const platform = { architecture, os, ...(variant ? { variant } : {}) };
  const mediaType = manifest.mediaType || MEDIA_TYPES.manifest;
  return {
    entry: { mediaType, digest, size: bytes.length, platform },
    annotations: { ...ociLabels(config.config.Labels), ...ownOf(manifest) },
  };
}

/** The content key is that of one platform's image. */
const ownOf = ({ annotations = {} }: ImageManifest) =>
  Object.fromEntries(Object.entries(annotations).filter(([key]) => key !== CONTENT_KEY));

const ociLabels = (labels: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith('org.opencontainers.image.')));

/** What all images say alike; so an index of unchanged images is unchanged too. */
function inCommon(all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  const [first = {}, ...others] = all;
  const same = Object.entries(first).filter(([key, value]) => others.every((other) => other[key] === value));
  return Object.fromEntries(same.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function checkPlatform(store: ImageStore, part: MergePart, { digest, platform }: Part['entry']): void {
  const is = showPlatform(platform);
  if (part.platform === undefined || samePlatform(parsePlatform(part.platform), platform)) return;
  throw new UserError(`the image said to be for ${part.platform} is for ${is}`, {
    where: store.reference(digest),
    mend: 'check which job gave out which digest',
  });
}

function refuseDouble(store: ImageStore, found: readonly Part[], { digest, platform }: Part['entry']): void {
  const is = showPlatform(platform);
  const double = found.find(
    ({ entry }) => entry.digest === digest || samePlatform(entry.platform, platform),
  )?.entry;
  if (!double) return;
  const what = double.digest === digest ? `${digest} is named twice` : `two images are for ${is}`;
  throw new UserError(what, {
    where: `${store.reference(double.digest)} and ${store.reference(digest)}`,
    mend: 'give one digest for each platform',
  });
}
