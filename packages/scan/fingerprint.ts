import { scrypt } from 'node:crypto';

/** Some 10 ms of work: thousands of findings stay bearable, guessing a password does not. */
const COST = 2 ** 12;

/**
 * Names one secret in one file, independent of its line. It is published with the results, so it is slow
 * to compute on purpose: a plain hash would let anyone try passwords against it.
 */
export function fingerprintOf(rule: string, file: string, secret: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(secret, `${rule}\0${file}`, 16, { N: COST }, (error, key) =>
      error ? reject(error) : resolve(key.toString('hex')),
    );
  });
}
