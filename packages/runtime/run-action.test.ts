import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const sample = fileURLToPath(new URL('./sample-action.ts', import.meta.url));
const SECRET = 'hunter22-and-more';

function start(inputs: Record<string, string>, env: Record<string, string> = {}, args: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-action-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string) => join(folder, name);
  for (const name of ['output', 'state', 'summary']) writeFileSync(file(name), '');
  const given = Object.entries({ token: SECRET, ...inputs });
  const child = spawn(process.execPath, [sample, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    },
  });
  const printed = { stdout: '', stderr: '' };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
  });
  const read = () =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.stdout += text;
    });
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, printed, read, end, file: (name: string) => readFileSync(file(name), 'utf8') };
}

const withoutMasks = (text: string) => text.replace(/^::add-mask::.*\n/gm, '');

test('a runner that reads slowly gets every line and the annotation', async () => {
  const { read, printed, end } = start({ lines: '3000', way: 'throw' });
  await pause(700);
  read();
  expect(await end).toBe(1);
  expect(printed.stdout).toContain('\n2999 x');
  expect(printed.stdout).toMatch(/^::error title=Sample.*no good/m);
});

test('an error that nobody awaits is told as any other, redacted', async () => {
  const { read, printed, end, file } = start({ way: 'reject' });
  read();
  expect(await end).toBe(1);
  expect(printed.stdout).toMatch(/^::error title=Sample%3A Internal error::lost: \*\*\*/m);
  expect(withoutMasks(printed.stdout) + printed.stderr + file('summary')).not.toContain(SECRET);
  expect(file('summary')).toContain('lost: ***');
});

test('neither message nor cause show a secret', async () => {
  const { read, printed, end, file } = start({ way: 'throw' });
  read();
  expect(await end).toBe(1);
  expect(withoutMasks(printed.stdout) + printed.stderr + file('summary')).not.toContain(SECRET);
});

test('a summary that cannot be written is a warning; outputs and exit code stand', async () => {
  const { read, printed, end, file } = start({}, { GITHUB_STEP_SUMMARY: tmpdir() });
  read();
  expect(await end).toBe(0);
  expect(printed.stdout).toMatch(/^::warning::The job summary could not be written: .*EISDIR/m);
  expect(file('output')).toMatch(/done<<.*\nmain\n/);
});

test('a cancelled step says so, and what it could not do', async () => {
  const { child, read, printed, end } = start({ way: 'wait' });
  read().on('data', () => {
    if (printed.stdout.includes('waiting')) child.kill('SIGTERM');
  });
  expect(await end).toBe(1);
  expect(printed.stdout).toMatch(/^::error title=.*::cancelled by SIGTERM/m);
  expect(printed.stdout).toContain('the ledger did not take the event');
});

test('the post step does its own work only, also when main left no word; refused inputs are told once', async () => {
  const post = start({}, {}, ['post']);
  post.read();
  expect(await post.end).toBe(0);
  expect(post.printed.stdout).toContain('tidied up');
  expect(post.file('output')).toBe('');
  const refused = start({ lines: 'many' }, {}, ['post']);
  refused.read();
  expect(await refused.end).toBe(0);
  expect(refused.printed.stdout).not.toMatch(/^::error|tidied up/m);
});
