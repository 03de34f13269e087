import { isAbsolute, resolve } from 'node:path';
import { InternalError, type Ports, UserError } from '@fairway/runtime';
import { looksLikeIndex, readDocument } from '../document.ts';
import { inspectIn } from '../inspect.ts';
import { openLayout, REF_NAME } from '../layout.ts';
import { samePlatform, showPlatform } from '../platform.ts';
import { isDigest } from '../reference.ts';
import { openRegistry, type RegistryOptions } from '../registry/index.ts';
import type { ImageConfig, ImageManifest, ImageStore, Platform } from '../types.ts';
import { readBlob } from '../verify.ts';

/** A base by digest, and where it is read from. */
export interface ResolvedBase {
  /** Full name with the tag, when it is in a registry: `docker.io/library/node:24-slim`. */
  readonly name?: string;
  /** Of its manifest or index. */
  readonly digest: string;
  readonly store: ImageStore;
}

/** The base's image of one platform. */
export interface BaseImage {
  readonly manifestDigest: string;
  readonly manifest: ImageManifest;
  readonly config: ImageConfig;
}

export type BaseOptions = Omit<RegistryOptions, 'repository' | 'ports'>;

/**
 * Finds the base that `image.build.base` names; undefined for `scratch` and none. A tag is looked up now,
 * and the log says which digest it is. UserError when there is no such image.
 */
export async function resolveBase(
  base: string | undefined,
  ports: Ports,
  options: BaseOptions = {},
): Promise<ResolvedBase | undefined> {
  if (base === undefined || base === 'scratch') return undefined;
  const { place, tag, digest } = parseBase(base);
  if (place.startsWith('oci:')) {
    const folder = place.slice('oci:'.length);
    const store = await openLayout(isAbsolute(folder) ? folder : resolve(ports.context.workspace, folder));
    return { digest: digest ?? said(base, await digestInLayout(store, tag, base), store, ports), store };
  }
  const store = await openRegistry({ ...options, repository: place, ports });
  const name = `${store.client.place.repository}${tag ? `:${tag}` : ''}`;
  if (digest) return { name, digest, store };
  const found = await store.resolve(tag ?? '');
  if (!found) throw absent(base, store);
  return { name, digest: said(base, found.digest, store, ports), store };
}

/** `place[:tag][@digest]`, with one of both. */
function parseBase(base: string): { place: string; tag?: string; digest?: string } {
  const [, place = '', tag, digest] = /^(.+?)(?::([A-Za-z0-9_][A-Za-z0-9._-]*))?(?:@(.+))?$/.exec(base) ?? [];
  if (place === 'oci' || place === '' || (tag === undefined && digest === undefined)) {
    throw new UserError(`image.build.base: "${base}" names neither a tag nor a digest`, {
      mend: 'write such as node:24-slim, ghcr.io/acme/base@sha256:<64 hex digits>, oci:folder:tag or scratch',
    });
  }
  if (digest !== undefined && !isDigest(digest)) {
    throw new UserError(`image.build.base: "${digest}" is not a sha256 digest`, {
      where: base,
      mend: 'write sha256: and 64 hex digits',
    });
  }
  return { place, ...(tag ? { tag } : {}), ...(digest ? { digest } : {}) };
}

async function digestInLayout(store: ImageStore, tag: string | undefined, base: string): Promise<string> {
  const found = (await store.list()).find(({ annotations }) => annotations?.[REF_NAME] === tag);
  if (found) return found.digest;
  throw absent(base, store);
}

const absent = (base: string, store: ImageStore): UserError =>
  new UserError(`the base image ${base} does not exist`, {
    where: store.location,
    mend: 'check image.build.base: its name and tag, and that these credentials may read it',
  });

function said(base: string, digest: string, store: ImageStore, { log }: Ports): string {
  log.info(`The base ${base} is ${store.reference(digest)} now. By tag it may be another one tomorrow.`);
  return digest;
}

/** Manifest and config of the base for a platform. UserError with the platforms it has when that is none. */
export async function baseFor(base: ResolvedBase, platform: Platform): Promise<BaseImage> {
  const { store, digest, name } = base;
  const title = name ?? store.reference(digest);
  const bytes = await readBlob(store, { digest });
  if (!looksLikeIndex(bytes, title)) {
    const image = await inspectIn(store, digest);
    if (samePlatform(image.config, platform)) return checked(image, title);
    throw lacking(title, platform, [image.config]);
  }
  const { manifests } = readDocument('index', bytes, title);
  // BuildKit lists attestations as images of the platform unknown/unknown.
  const images = manifests.filter((entry) => entry.platform && entry.platform.os !== 'unknown');
  const match = images.find((entry) => entry.platform && samePlatform(entry.platform, platform));
  if (!match)
    throw lacking(
      title,
      platform,
      images.flatMap((entry) => entry.platform ?? []),
    );
  return checked(await inspectIn(store, match.digest), title);
}

function checked(image: BaseImage, title: string): BaseImage {
  const steps = image.config.config.OnBuild?.length ?? 0;
  if (steps === 0) return image;
  throw new UserError(`the base ${title} has ONBUILD steps, and assemble runs none`, {
    where: 'image.build.base',
    mend: 'choose a base without them, or build with a Dockerfile',
  });
}

function lacking(title: string, wanted: Platform, has: readonly Platform[]): UserError {
  return new UserError(`the base ${title} has no image for ${showPlatform(wanted)}`, {
    where: 'image.build.platforms',
    mend: `it has: ${has.map(showPlatform).join(', ') || 'none'}. Take one of these, or another base`,
  });
}

/** The base that was asked for must be the one that is handed over. */
export function refuseUnresolved(asked: string | undefined, base: ResolvedBase | undefined): void {
  if ((asked !== undefined && asked !== 'scratch') === (base !== undefined)) return;
  throw new InternalError(`image.build.base is "${asked ?? 'scratch'}", but it was not resolved`);
}
