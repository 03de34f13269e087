/** Everything that must hold before a change lands: lint, types, generated files, layout, dist. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layoutProblems } from './layout.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name: string) => `${root}/node_modules/.bin/${name}`;

function command(argv: string[]): boolean {
  const [program = '', ...args] = argv;
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

/** Committed bundles must be what the sources build: new, changed and deleted files all count. */
function distIsCurrent(): boolean {
  if (!command([process.execPath, 'scripts/build.ts'])) return false;
  const { stdout } = spawnSync('git', ['status', '--porcelain', '--', 'dist'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (stdout.trim() === '') return true;
  console.error(`dist/ differs from the sources; run \`npm run build\` and commit it:\n${stdout}`);
  return false;
}

function layoutIsRight(): boolean {
  const problems = layoutProblems(root);
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

const steps: [string, () => boolean][] = [
  ['lint', () => command([bin('biome'), 'ci', '--reporter=summary', '.'])],
  ['types', () => command([bin('tsc'), '--noEmit', '-p', '.'])],
  ['generated files', () => command([process.execPath, 'scripts/generate.ts', '--check'])],
  ['layout', layoutIsRight],
  ['dist', distIsCurrent],
];

const failed: string[] = [];
for (const [name, step] of steps) {
  const good = step();
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}`);
  if (!good) failed.push(name);
}
if (failed.length) {
  console.error(`check failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
