import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAX_LINES = 250;
const TOP_LEVEL =
  'package.json tsconfig.json actions packages workflows dist test action.yml README.md'.split(' ');
/** Files beside the sources that only tests use. */
const TEST_SUPPORT = /\/(test-[a-z-]+|testing|fixture|sample|scenes|conformance)\.ts$/;
const FORBIDDEN_NAMES = /(^|\/)(utils?|helpers?|misc|common)(\/|\.ts$)/;

/** What the repository's shape must be; each problem is one line. */
export function layoutProblems(root: string): string[] {
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((path) => path && existsSync(join(root, path)));
  const sources = tracked.filter((path) => /^(packages|actions|scripts|workflows)\/.*\.ts$/.test(path));
  return [
    ...TOP_LEVEL.filter((name) => !existsSync(join(root, name))).map(
      (name) => `${name}: missing at the top level`,
    ),
    ...actionProblems(root),
    ...sources.flatMap((path) => sourceProblems(root, path)),
  ];
}

function actionProblems(root: string): string[] {
  return readdirSync(join(root, 'actions')).flatMap((name) =>
    ['action.yml', 'README.md', 'src/definition.ts', 'src/run.ts', 'src/main.ts']
      .map((file) => `actions/${name}/${file}`)
      .concat(`dist/${name}/index.js`)
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${path}: missing`),
  );
}

function sourceProblems(root: string, path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const lines = text.split('\n').length;
  const test = path.endsWith('.test.ts');
  const problems: string[] = [];
  if (FORBIDDEN_NAMES.test(path)) problems.push(`${path}: name it after what it does`);
  if (!test && lines > MAX_LINES) problems.push(`${path}: ${lines} lines, at most ${MAX_LINES}`);
  if (!test && /\bshell: true\b|\bexecSync\(/.test(text)) problems.push(`${path}: starts a shell`);
  const mayReadEnv = /^(packages\/(runtime|local)\/|scripts\/)/.test(path) || test || TEST_SUPPORT.test(path);
  if (!mayReadEnv && /process\.env\b/.test(text))
    problems.push(`${path}: reads process.env outside packages/runtime`);
  return problems;
}
