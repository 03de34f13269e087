import { createHash } from 'node:crypto';
import { UserError } from '@fairway/runtime';

const LIMIT = 128;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
/** Tags with a meaning of their own: what points to an image, and what an image was built from. */
const RESERVED = /^(sha256|fairway)-[0-9a-f]{64}$/;

/**
 * Makes a valid tag of any text: `feature/Über uns` -> `feature-ber-uns`. One that is too long ends in a
 * part of its hash, so that two long branches do not share a tag.
 */
export function sanitizeTag(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  if (clean.length <= LIMIT) return checkTag(clean, text);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return checkTag(`${clean.slice(0, LIMIT - 9)}-${hash}`, text);
}

/** Throws UserError unless it is a tag by the distribution specification, and not one of ours. */
export function checkTag(tag: string, from = tag): string {
  const mend = 'a tag has up to 128 letters, digits, "_", "." and "-", and starts with none of the last two';
  if (!TAG.test(tag)) throw new UserError(`"${from}" gives no valid tag`, { mend });
  if (RESERVED.test(tag)) {
    throw new UserError(`the tag ${tag} has a meaning of its own in the registry`, {
      mend: 'choose another: sha256-<hash> and fairway-<hash> are taken',
    });
  }
  return tag;
}
