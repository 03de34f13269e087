/** Writes every generated file; with --check only says which differ and exits 1. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFiles } from './generated.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, content] of await generatedFiles(root)) {
  const full = join(root, path);
  if (existsSync(full) && readFileSync(full, 'utf8') === content) continue;
  stale.push(path);
  if (check) continue;
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}
if (check && stale.length) {
  console.error(`Generated files differ from their sources; run \`npm run generate\`:\n${stale.join('\n')}`);
  process.exitCode = 1;
} else {
  console.log(check ? 'generated files match their sources' : `wrote ${stale.length} generated file(s)`);
}
