import { UserError } from '@fairway/runtime';
import { isDigest } from './reference.ts';
import type { ImageConfig, ImageIndex, ImageManifest } from './types.ts';

interface Documents {
  index: ImageIndex;
  manifest: ImageManifest;
  config: ImageConfig;
}

type Json = Record<string, unknown>;

/** Parses one of the JSON documents of an image and checks what the rest of the code relies on. */
export function readDocument<K extends keyof Documents>(
  kind: K,
  bytes: Uint8Array,
  where: string,
): Documents[K] {
  const value = parse(bytes, where);
  const problem = CHECKS[kind](value);
  if (problem)
    throw new UserError(`not a valid image ${kind}: ${problem}`, { where, mend: 'build the image again' });
  return value as unknown as Documents[K];
}

/** An index and a manifest are told apart by what they list: the media type is optional in both. */
export function looksLikeIndex(bytes: Uint8Array, where: string): boolean {
  return Array.isArray(parse(bytes, where).manifests);
}

function parse(bytes: Uint8Array, where: string): Json {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (isObject(value)) return value;
  } catch (cause) {
    throw new UserError(`not valid JSON: ${(cause as Error).message}`, {
      where,
      mend: 'build the image again',
      cause,
    });
  }
  throw new UserError('not a JSON object', { where, mend: 'build the image again' });
}

const CHECKS: Record<keyof Documents, (value: Json) => string | undefined> = {
  index: (value) => version(value) ?? descriptors(value.manifests, 'manifests'),
  manifest: (value) =>
    version(value) ?? descriptors([value.config], 'config') ?? descriptors(value.layers, 'layers'),
  config(value) {
    if (typeof value.os !== 'string' || typeof value.architecture !== 'string')
      return 'os or architecture is missing';
    const diffIds = isObject(value.rootfs) ? value.rootfs.diff_ids : undefined;
    const good = Array.isArray(diffIds) && diffIds.every((id) => typeof id === 'string' && isDigest(id));
    // Optional by the specification; a process always finds it.
    value.config ??= {};
    return good ? undefined : 'rootfs.diff_ids is not a list of sha256 digests';
  },
};

const version = (value: Json): string | undefined =>
  value.schemaVersion === 2 ? undefined : `schemaVersion is ${JSON.stringify(value.schemaVersion)}, not 2`;

function descriptors(value: unknown, name: string): string | undefined {
  if (!Array.isArray(value)) return `${name} is not a list`;
  const bad = value.findIndex((entry) => !isDescriptor(entry));
  return bad < 0 ? undefined : `${name}[${bad}] lacks a media type, a sha256 digest or a size`;
}

function isDescriptor(entry: unknown): boolean {
  return (
    isObject(entry) &&
    typeof entry.mediaType === 'string' &&
    typeof entry.digest === 'string' &&
    isDigest(entry.digest) &&
    Number.isSafeInteger(entry.size) &&
    Number(entry.size) >= 0
  );
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
