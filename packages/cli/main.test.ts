import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fairway-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fairway = (args: string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', HOME: folder, ...env },
  });

test('without git it says what the command says, not a stack trace', () => {
  mkdirSync(join(folder, 'empty'));
  const { status, stderr } = fairway(['validate'], { PATH: join(folder, 'empty') });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^error no .github\/fairway.yml/);
  expect(stderr).not.toMatch(/^ {4}at /m);
});

test('a name given twice is an error: nothing takes the last one silently', () => {
  const twice = fairway(['run', 'x.yml', '--input', 'a=1', '--input', 'a=2']);
  expect([twice.status, twice.stderr]).toEqual([2, expect.stringMatching(/"a" is given twice/)]);
  writeFileSync(join(folder, 'secrets'), 'A=hunter22\nB=2\nA=hunter33\n');
  const { status, stderr } = fairway(['run', 'x.yml', '--secrets', 'secrets']);
  expect([status, stderr]).toEqual([
    2,
    expect.stringMatching(/the secret A stands there twice\nWhere: secrets:3/),
  ]);
  expect(stderr).not.toMatch(/hunter/);
});

test('a reader that goes away ends it without a word', async () => {
  const child = spawn(process.execPath, [main, '--help'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
});
