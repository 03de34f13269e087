import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UserError } from '@fairway/runtime';
import { readDocument } from './document.ts';
import { type Descriptor, type ImageIndex, MEDIA_TYPES } from './types.ts';

/** How long another writer may hold the index, in ms. */
const PATIENCE = 15_000;

/** The list of images of a layout. UserError when it is not valid. */
export function readIndex(folder: string): ImageIndex {
  const path = join(folder, 'index.json');
  return readDocument('index', readFileSync(path), path);
}

/**
 * Reads, changes and replaces `index.json` while no other process does. All synchronous: the lock is held
 * for the time of a small file, and never over an `await` that another writer of this process waits for.
 */
export function updateIndex(
  folder: string,
  change: (manifests: readonly Descriptor[]) => readonly Descriptor[],
) {
  const path = join(folder, 'index.json');
  whileLocked(join(folder, '.index.lock'), () => {
    const index = existsSync(path) ? readIndex(folder) : EMPTY;
    const next: ImageIndex = { ...index, manifests: change(index.manifests) };
    const beside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      const file = openSync(beside, 'wx', 0o644);
      try {
        writeFileSync(file, `${JSON.stringify(next, undefined, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, path);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

const EMPTY: ImageIndex = { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests: [] };

/**
 * The lock is SQLite's on an empty database: the operating system lifts it when its holder is killed, so
 * there is no stale lock to break.
 */
function whileLocked(path: string, body: () => void): void {
  let lock: DatabaseSync;
  try {
    lock = new DatabaseSync(path, { timeout: PATIENCE });
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    throw new UserError(`the image layout cannot be locked: ${(error as Error).message}`, {
      where: path,
      mend: 'check that the folder can be written and that no other build hangs',
      cause: error,
    });
  }
  try {
    body();
  } finally {
    lock.close();
  }
}
