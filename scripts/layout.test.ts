import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { layoutProblems } from './layout.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairway-layout-'));
  execFileSync('git', ['init', '-q', folder]);
  for (const name of ['package.json', 'tsconfig.json', 'action.yml', 'README.md']) put(name, '');
  for (const name of ['actions', 'packages', 'workflows', 'dist', 'test']) mkdirSync(join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

it('accepts a tree of the right shape', () => {
  put('packages/a/index.ts', 'export {};\n');
  expect(layoutProblems(folder)).toEqual([]);
});

it('names what is wrong, each with its file', () => {
  put('packages/a/utils.ts', '');
  put('packages/a/long.ts', '\n'.repeat(400));
  put('packages/a/env.ts', 'process.env.HOME;');
  put('packages/a/shell.ts', 'spawn("x", { shell: true });');
  put('actions/deploy/action.yml', '');
  rmSync(join(folder, 'action.yml'));
  const problems = layoutProblems(folder).join('\n');
  for (const expected of [
    'action.yml: missing at the top level',
    'packages/a/utils.ts: name it',
    'packages/a/long.ts: 401 lines',
    'packages/a/env.ts: reads process.env',
    'packages/a/shell.ts: starts a shell',
    'actions/deploy/src/run.ts: missing',
    'dist/deploy/index.js: missing',
  ]) {
    expect(problems).toContain(expected);
  }
});

it('lets the runtime and tests read the environment', () => {
  put('packages/runtime/environment.ts', 'process.env.HOME;');
  put('packages/a/a.test.ts', 'process.env.HOME;');
  expect(layoutProblems(folder)).toEqual([]);
});
