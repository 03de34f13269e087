import { createHash } from 'node:crypto';
import { PackageURL } from 'packageurl-js';
import type { Inventory } from './types.ts';

/** The image a bill of materials is of: one platform's. */
export interface SbomSubject {
  /** As people know it: `ghcr.io/acme/storefront`, or the app's name. */
  readonly name: string;
  /** Of the platform's manifest: `sha256:...`. */
  readonly digest: string;
  /** `linux/arm64/v8`. */
  readonly platform: string;
  /** Repository in a registry, for the package URL; absent when it has none. */
  readonly repository?: string;
  /** Seconds since 1970 (SOURCE_DATE_EPOCH): the time of the document. */
  readonly created: number;
}

export interface SbomDocument {
  readonly mediaType: string;
  readonly text: string;
}

export const SBOM_FORMATS = ['cyclonedx', 'spdx'] as const;
export type SbomFormat = (typeof SBOM_FORMATS)[number];

/** What a reader should know about how complete the list is; in this order. */
export function remarks({ components, problems, files }: Inventory): string[] {
  const shown = problems.slice(0, 50).map(({ path, problem }) => `${printable(path)} ${problem}`);
  return [
    ...(components.length
      ? []
      : [`No package manager that is known left its data in the image (${files} files).`]),
    ...(problems.length
      ? [`${problems.length} files could not be read whole, so components may be missing.`]
      : []),
    ...shown,
    ...(problems.length > shown.length ? [`... and ${problems.length - shown.length} more`] : []),
  ];
}

export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '?').slice(0, 500);

/** https://github.com/package-url/purl-spec: an image is named by digest. `platform` as `linux/arm64`. */
export function imagePurl({
  name,
  digest,
  platform,
  repository,
}: Pick<SbomSubject, 'name' | 'digest' | 'repository'> & Partial<SbomSubject>): string {
  const last = name.slice(name.lastIndexOf('/') + 1).toLowerCase();
  const architecture = platform?.split('/')[1];
  const qualifiers = {
    ...(architecture ? { arch: architecture } : {}),
    ...(repository ? { repository_url: repository } : {}),
  };
  return new PackageURL('oci', undefined, last, digest, qualifiers, undefined).toString();
}

/** The same for the same content: a UUID made of a hash (version 8). */
export function uuidOf(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** Seconds -> `2026-01-02T03:04:05Z`. */
export const isoTime = (seconds: number): string =>
  new Date(seconds * 1_000).toISOString().replace(/\.\d+Z$/, 'Z');
