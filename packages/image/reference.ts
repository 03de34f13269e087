import { isAbsolute } from 'node:path';
import { UserError } from '@fairway/runtime';

const DIGEST = /^sha256:[0-9a-f]{64}$/;

export type ImageReference =
  | { readonly kind: 'layout'; readonly folder: string; readonly digest: string }
  | { readonly kind: 'registry'; readonly repository: string; readonly digest: string };

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

/** Reads `oci:<absolute folder>@sha256:...` or `<repository>@sha256:...`. Throws UserError. */
export function parseReference(reference: string): ImageReference {
  const at = reference.lastIndexOf('@');
  const place = reference.slice(0, Math.max(at, 0));
  const digest = reference.slice(at + 1);
  if (at < 1 || !isDigest(digest)) {
    throw new UserError(`"${reference}" is not an image by digest`, {
      mend: 'write <repository>@sha256:<64 hex digits> or oci:<absolute folder>@sha256:<64 hex digits>',
    });
  }
  if (!place.startsWith('oci:')) return { kind: 'registry', repository: place, digest };
  const folder = place.slice('oci:'.length);
  if (!isAbsolute(folder)) {
    throw new UserError(`"${reference}" names a relative folder`, {
      mend: 'write the absolute path of the image layout after "oci:"',
    });
  }
  return { kind: 'layout', folder, digest };
}
