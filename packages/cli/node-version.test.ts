import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const check = fileURLToPath(new URL('./node-version.ts', import.meta.url));
const under = (version: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `Object.defineProperty(process.versions, 'node', { value: '${version}' });
       await import(${JSON.stringify(check)}); console.log('goes on');`,
    ],
    { encoding: 'utf8' },
  );

test('an older Node is told in words, and nothing else is loaded', () => {
  const { status, stdout, stderr } = under('20.11.0');
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/needs Node 24 or newer; this is Node 20\.11\.0\nTo mend it: /);
  expect(under('24.1.0').stdout).toBe('goes on\n');
  expect(under('26.0.0').stdout).toBe('goes on\n');
});

test('it is the first thing that the command line imports', () => {
  const main = readFileSync(new URL('./main.ts', import.meta.url), 'utf8');
  expect(main.split('\n')[0]).toBe('#!/usr/bin/env node');
  expect(/^import .*$/m.exec(main)?.[0]).toBe("import './node-version.ts';");
});
