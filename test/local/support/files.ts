import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where the fixtures are. */
export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

/** The files below a folder, as `repository()` takes them. */
export function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}
