import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { atomicWrite, UserError } from '@fairway/runtime';
import { isAbandoned, ownerTag } from '../../owner.ts';
import type { Manifest, Store, Stored } from '../../types.ts';
import type { FolderConfig } from './kind.ts';

const UNPROVEN = '.unproven';
const PARTIAL = '.partial.';

/** A folder: a disk of its own, a network mount. Archives are readable by their owner only. */
export function folder(root: FolderConfig): Store {
  const path = (name: string, proven: boolean) => join(root, proven ? name : `${name}${UNPROVEN}`);
  const sidecar = (name: string) => join(root, `${name}.json`);
  return {
    location: root,
    path,
    put: (name, bytes, signal) => put(root, name, bytes, path, signal),
    describe: (manifest) =>
      atomicWrite(sidecar(manifest.name), `${JSON.stringify(manifest, undefined, 2)}\n`),
    async accept(name) {
      await rename(path(name, false), path(name, true));
      await syncFolder(root);
    },
    read: (name, proven) => createReadStream(path(name, proven), { highWaterMark: 256 * 1024 }),
    list: () => list(root),
    async remove({ name, proven }) {
      await rm(path(name, proven), { force: true });
      await rm(sidecar(name), { force: true });
    },
    tidy: () => tidy(root),
  };
}

async function put(
  root: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  path: (name: string, proven: boolean) => string,
  signal: AbortSignal,
): Promise<{ size: number; sha256: string }> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  if (existsSync(path(name, true)) || existsSync(path(name, false))) {
    throw new UserError(`the backup ${name} exists already`, { where: root, mend: 'run again' });
  }
  const partial = join(root, `${PARTIAL}${ownerTag()}`);
  const digest = createHash('sha256');
  let size = 0;
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      for await (const chunk of bytes) {
        signal.throwIfAborted();
        digest.update(chunk);
        size += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path(name, false));
    await syncFolder(root);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return { size, sha256: digest.digest('hex') };
}

async function list(root: string): Promise<Stored[]> {
  const entries = new Set(await entriesOf(root));
  const found: Stored[] = [];
  for (const entry of entries) {
    const name = entry.endsWith(UNPROVEN) ? entry.slice(0, -UNPROVEN.length) : entry;
    if (!entries.has(`${name}.json`)) continue;
    // Another job may have accepted or removed it by now.
    const text = await ifThere(readFile(join(root, `${name}.json`), 'utf8'));
    const archive = await ifThere(stat(join(root, entry)));
    const manifest = parse(text ?? '', name);
    const proven = entry === name;
    // An archive cut short by another hand is not listed as one to rely on.
    if (manifest && archive?.size === manifest.size && (!proven || manifest.proof)) {
      found.push({ name, proven, manifest });
    }
  }
  return found.sort((a, b) => b.manifest.startedAt.localeCompare(a.manifest.startedAt));
}

async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function parse(text: string, name: string): Manifest | undefined {
  try {
    const manifest = JSON.parse(text) as Manifest;
    return manifest.schema === 1 && manifest.name === name ? manifest : undefined;
  } catch {
    return undefined;
  }
}

async function tidy(root: string): Promise<void> {
  for (const entry of await entriesOf(root)) {
    if (!entry.startsWith(PARTIAL)) continue;
    const path = join(root, entry);
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (touched === undefined) continue;
    if (isAbandoned(entry.slice(PARTIAL.length), touched, Date.now())) await rm(path, { force: true });
  }
}

const entriesOf = async (root: string): Promise<string[]> => (await ifThere(readdir(root))) ?? [];

/** A rename is on the disk only when its folder is. Windows opens no folders, and needs it not. */
async function syncFolder(root: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(root, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
