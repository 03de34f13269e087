import { mkdirSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemExec } from '@fairway/runtime';
import { expect, test } from 'vitest';
import { git } from '../../test/support/git.ts';
import { engines, scanTree } from './scan.ts';
import { repository, SECRETS } from './testing.ts';
import type { ScanEngine } from './types.ts';

const scan = (folder: string, using?: readonly ScanEngine[]) =>
  scanTree({ exec: systemExec, folder, maxFileSize: 10_000 }, using);
const TOKEN = `token: ${SECRETS.github}\n`;

test('tracked files only; each file that is not searched is named with its reason', async () => {
  const root = repository({
    'a.txt': TOKEN,
    'sub/ü b.txt': TOKEN,
    binary: Buffer.from(`\0${TOKEN}`),
    large: TOKEN.padEnd(10_001),
    'utf16.txt': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TOKEN, 'utf16le')]),
    'utf16be.txt': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TOKEN, 'utf16le').swap16()]),
    gone: TOKEN,
    replaced: 'x',
  });
  symlinkSync('/etc/passwd', join(root, 'link'));
  git(root, 'add', 'link');
  writeFileSync(join(root, 'untracked'), TOKEN);
  for (const name of ['gone', 'replaced']) unlinkSync(join(root, name));
  symlinkSync('/etc/passwd', join(root, 'replaced'));
  const result = await scan(root);
  expect(result.findings.map(({ file }) => file)).toEqual([
    'a.txt',
    'sub/ü b.txt',
    'utf16.txt',
    'utf16be.txt',
  ]);
  expect(result.scanned).toBe(4);
  expect(Object.fromEntries(result.skipped.map(({ file, why }) => [file, why]))).toEqual({
    binary: 'binary',
    large: 'too large',
    gone: 'not in the working tree',
    link: 'link or submodule',
    replaced: 'link or submodule',
  });
  expect(result.failed).toEqual([]);
});

test('a folder of the repository: only what is in it, with paths from the root', async () => {
  const root = repository({ 'a.txt': TOKEN, 'sub/b.txt': TOKEN });
  expect((await scan(join(root, 'sub'))).findings.map(({ file }) => file)).toEqual(['sub/b.txt']);
});

test('a file that an engine or the system fails on is reported, without its content', async () => {
  const root = repository({ 'a.txt': TOKEN, 'b.txt': 'fine', 'c.txt': 'x' });
  rmSync(join(root, 'c.txt'));
  mkdirSync(join(root, 'c.txt'));
  const broken: ScanEngine = {
    name: 'broken',
    rules: [],
    async scan(file, text) {
      if (file === 'a.txt') throw new RangeError(`cannot read ${text}`);
      return [];
    },
  };
  const result = await scan(root, [broken, ...engines]);
  expect(result.failed).toEqual([{ file: 'a.txt', error: 'RangeError' }]);
  expect(result.scanned).toBe(1);
  expect(JSON.stringify(result)).not.toContain(SECRETS.github);
});

test('the worst comes first', async () => {
  const root = repository({ 'a.txt': `url=${SECRETS.basicauth}`, 'b.txt': TOKEN });
  expect((await scan(root)).findings.map(({ severity }) => severity)).toEqual(['critical', 'high']);
});

test('without git there is nothing to search', async () => {
  const root = repository({ a: 'x' });
  rmSync(join(root, '.git'), { recursive: true });
  await expect(scan(root)).rejects.toThrow('is not in a git repository');
});

test('each engine has its folder, and each folder its engine', () => {
  // `sbom` finds nothing wrong: it lists what is there.
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'sbom',
  );
  expect(folders.map(({ name }) => name).sort()).toEqual(engines.map(({ name }) => name).sort());
});
