import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git } from './git.ts';

/** One thing the demo's developer commits: an exact replacement in a file. */
export interface Edit {
  file: string;
  find: string;
  put: string;
  message: string;
}

/** Applies an edit and commits it. An edit that no longer fits the example is an error of the demo. */
export function commitEdit(folder: string, { file, find, put, message }: Edit): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${file} must contain exactly once: ${find}`);
  writeFileSync(
    path,
    text.replace(find, () => put),
  );
  git(folder, 'commit', '--quiet', '-am', message);
}

export const NEW_FEATURE: Edit[] = [
  {
    file: 'src/catalog.ts',
    find: '];',
    put: "  { id: 'horn', name: 'Fog horn', price: 3600, emoji: '📯' },\n];",
    message: 'feat: sell fog horns',
  },
  {
    file: 'src/page.ts',
    find: 'Everything a small boat needs',
    put: 'Everything a small boat needs, and fog horns',
    message: 'fix(page): say what is new',
  },
];

const HEALTH_CHECK = '    store.check();\n    return { ok: true };';
const STUCK_HEALTH_CHECK =
  "    store.check();\n    return { ok: false, reason: 'the new search index is not there' };";

export const NEVER_HEALTHY: Edit[] = [
  { file: 'src/health.ts', find: HEALTH_CHECK, put: STUCK_HEALTH_CHECK, message: 'feat: search index' },
];

const PRODUCTS = '      return json(response, 200, { products: store.products() });';

export const FAILS_A_PART: Edit[] = [
  {
    file: 'src/health.ts',
    find: STUCK_HEALTH_CHECK,
    put: HEALTH_CHECK,
    message: 'fix: do without the search index',
  },
  {
    file: 'src/server.ts',
    find: PRODUCTS,
    put: `      if (Math.random() < 0.2) throw new Error('discount service timed out');\n${PRODUCTS}`,
    message: 'feat: discounts',
  },
];
