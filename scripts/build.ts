/** `tsc`, then one ncc bundle an entry into dist/<name>/. The same sources give the same bytes anywhere. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Bundle, bundles } from './bundles.ts';
import { definitions } from './generated.ts';
import { licensesOf } from './licenses.ts';

const run = promisify(execFile);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const emitted = join(root, '.build');

/** The emitted JavaScript mirrors the tree; its own node_modules maps our packages onto it. */
async function emit(): Promise<void> {
  rmSync(emitted, { recursive: true, force: true });
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', root, '--noCheck']);
  mkdirSync(join(emitted, 'node_modules/@fairway'), { recursive: true });
  for (const folder of ['packages', 'actions']) {
    for (const name of readdirSync(join(root, folder))) {
      const source = readFileSync(join(root, folder, name, 'package.json'), 'utf8');
      const target = join(emitted, folder, name);
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'package.json'), source.replaceAll('.ts"', '.js"'));
      if (folder === 'packages')
        symlinkSync(`../../packages/${name}`, join(emitted, 'node_modules/@fairway', name));
    }
  }
}

async function bundle({ name, entry }: Bundle): Promise<void> {
  const out = join(root, 'dist', name);
  const stats = join(emitted, `${name}.stats.json`);
  const source = join(emitted, entry.replace(/\.ts$/, '.js'));
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  rmSync(out, { recursive: true, force: true });
  await run(process.execPath, [ncc, 'build', source, '-o', out, '--no-cache', '--stats-out', stats, '-q'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const licenses = licensesOf(root, JSON.parse(readFileSync(stats, 'utf8')));
  if (licenses) writeFileSync(join(out, 'licenses.txt'), licenses);
  if (withPost.has(name)) writeFileSync(join(out, 'post.js'), POST);
}

/** The same bundle, told that it is the post step: a main step that died at once has left no word of it. */
const POST = "process.argv[2] = 'post';\nawait import('./index.js');\n";

const declared = [...(await definitions(root)).values()];
const withPost = new Set(declared.filter(({ post }) => post).map(({ name }) => name));
await emit();
const queue =
  process.argv.length > 2 ? bundles(root).filter(({ name }) => process.argv.includes(name)) : bundles(root);
if (process.argv.length === 2) {
  const wanted = new Set(queue.map(({ name }) => name));
  mkdirSync(join(root, 'dist'), { recursive: true });
  for (const name of readdirSync(join(root, 'dist'))) {
    if (!wanted.has(name)) rmSync(join(root, 'dist', name), { recursive: true });
  }
}
const total = queue.length;
await Promise.all(
  Array.from({ length: Math.min(availableParallelism(), 4) }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await bundle(next);
  }),
);
console.log(`built ${total} bundle${total === 1 ? '' : 's'} into dist/`);
