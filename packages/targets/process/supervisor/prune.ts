import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Layout, revisionFolder, revisionId } from '../paths.ts';

/** Logs of releases whose folders are gone that are kept for reading. */
const OLD_LOGS = 10;

/** Removes unpacked releases and logs nobody needs. What cannot be removed is told in the supervisor's log. */
export function prune(layout: Layout, keep: readonly string[]): void {
  const kept = new Set(keep.map((digest) => revisionFolder(layout, digest)));
  try {
    for (const name of readdirSync(layout.revisions)) {
      const folder = join(layout.revisions, name);
      // A folder with a dot is being unpacked by somebody.
      if (!name.includes('.') && !kept.has(folder)) rmSync(folder, { recursive: true, force: true });
    }
    pruneLogs(layout, keep);
  } catch (error) {
    console.error('old revisions were not removed:', error);
  }
}

function pruneLogs({ logs }: Layout, keep: readonly string[]): void {
  const live = new Set(keep.map(revisionId));
  const old = readdirSync(logs, { withFileTypes: true })
    .filter((entry) => /^[0-9a-f]{12}\.log(\.1)?$/.test(entry.name) && !live.has(entry.name.slice(0, 12)))
    .map(({ name }) => ({ path: join(logs, name), at: statSync(join(logs, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { path } of old.slice(OLD_LOGS)) rmSync(path, { force: true });
}
