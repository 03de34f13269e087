import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { describeError, UserError } from './errors.ts';
import { atomicWrite, systemFiles } from './files.ts';

const root = mkdtempSync(join(tmpdir(), 'files-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a file is written whole, in a new folder, for its owner only', async () => {
  const path = join(root, 'a', 'b', 'state.json');
  await atomicWrite(path, 'one');
  await atomicWrite(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(root, 'a', 'b'))).toEqual(['state.json']);
});

test('a failure leaves the old content and no temporary file', async () => {
  mkdirSync(join(root, 'c', 'taken'), { recursive: true });
  writeFileSync(join(root, 'c', 'taken', 'x'), '');
  await expect(atomicWrite(join(root, 'c', 'taken'), 'new')).rejects.toThrow();
  expect(readdirSync(join(root, 'c'))).toEqual(['taken']);
  writeFileSync(join(root, 'file'), '');
  await expect(atomicWrite(join(root, 'file', 'x'), 'new')).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test('of many writers at once one wins, whole', async () => {
  const path = join(root, 'race');
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(50_000));
  await Promise.all(texts.map((text) => atomicWrite(path, text)));
  expect(texts).toContain(readFileSync(path, 'utf8'));
});

test('a missing file is undefined; a folder in its place is an error', async () => {
  expect(await systemFiles.read(join(root, 'none'))).toBeUndefined();
  await expect(systemFiles.read(root)).rejects.toThrow(/EISDIR/);
});

test('errors are told with place and remedy; unforeseen ones ask for a report', async () => {
  const error = new UserError('no', { where: 'here', mend: 'do that' });
  expect(describeError(error)).toMatchObject({
    text: 'no\nWhere: here\nTo mend it: do that',
    unforeseen: false,
  });
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
  expect(describeError(full).text).toMatch(/the disk is full/);
  expect(describeError('odd')).toMatchObject({ unforeseen: true });
});
