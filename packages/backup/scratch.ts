import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbandoned, ownerTag } from './owner.ts';

const PREFIX = 'fairway-backup.';

/**
 * Lends a private folder (0700) for plain copies of a database and removes it whatever happens. Copies that
 * killed runs left behind are removed first: they hold unencrypted data.
 */
export async function withScratch<T>(
  temp: string,
  now: number,
  body: (folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(temp, { recursive: true });
  for (const entry of await readdir(temp)) {
    if (!entry.startsWith(PREFIX)) continue;
    const path = join(temp, entry);
    const touched = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => now,
    );
    if (isAbandoned(entry.slice(PREFIX.length), touched, now)) {
      await rm(path, { recursive: true, force: true });
    }
  }
  const folder = join(temp, `${PREFIX}${ownerTag()}`);
  await mkdir(folder, { mode: 0o700 });
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
