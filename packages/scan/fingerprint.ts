import { scryptSync } from 'node:crypto';

/**
 * Names one secret in one file, independent of its line. It is published with the results, so it is slow
 * to compute on purpose: a plain hash would let anyone try passwords against it.
 */
export function fingerprintOf(rule: string, file: string, secret: string): string {
  return scryptSync(secret, `${rule}\0${file}`, 16, { N: 2 ** 14 }).toString('hex');
}
