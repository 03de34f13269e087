import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InternalError } from '@fairway/runtime/errors';

/** The program of the supervisor: the TypeScript entry from source, else `dist/supervisor/index.js` above. */
export function supervisorScript(from: string = import.meta.url): string {
  const here = fileURLToPath(from);
  const source = join(dirname(here), 'supervisor', 'main.ts');
  if (here.endsWith('.ts') && existsSync(source)) return source;
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    const bundle = join(folder, 'dist', 'supervisor', 'index.js');
    if (existsSync(bundle)) return bundle;
  }
  throw new InternalError(`dist/supervisor/index.js was not found above ${dirname(here)}`);
}
