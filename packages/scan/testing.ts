import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { initRepository } from '../../test/support/git.ts';

/** Made-up secrets, put together here so that the scan of this repository does not find them. */
export const SECRETS = {
  github: ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_'),
  basicauth: ['https://user', 'passw0rdxyz@example.org/a'].join(':'),
  aws: ['wJalrXUtnFEMI/K7MDENG', 'bPxRfiCYabcdefghij'].join('/'),
  npm: ['npm', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_'),
  privatekey: [
    '-----BEGIN RSA PRIVATE',
    `KEY-----\n${'MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfnygWyF8PbnGy0AHB7MhgHcTz6sE2I2yPB'.repeat(2)}\n-----END RSA PRIVATE`,
    'KEY-----',
  ].join(' '),
};

/** A repository of its own for one test, with these files committed. */
export function repository(files: Record<string, string | Uint8Array>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fairway-scan-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return initRepository(root);
}
