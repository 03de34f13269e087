import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@fairway/schema';
import { generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { chooseKeys, parseIdentities } from './keys.ts';
import { backupKind, engineKinds, storeKinds } from './kinds.ts';
import { engines, stores } from './registry.ts';
import { keyPair } from './sample.ts';

const folders = (path: string) =>
  readdirSync(join(import.meta.dirname, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'stores')
    .map(({ name }) => name);

test('folders equal registries and kinds', () => {
  expect(folders('.')).toEqual(Object.keys(engines));
  expect(folders('.')).toEqual(Object.keys(engineKinds));
  expect(folders('stores')).toEqual(Object.keys(stores));
  expect(folders('stores')).toEqual(Object.keys(storeKinds));
});

function read(value: unknown) {
  const problems: Problem[] = [];
  const config = backupKind.read(value, [], (problem) => problems.push(problem));
  return { config, said: problems.map(({ message }) => message).join('\n') };
}

test('a section with defaults', () => {
  expect(read({ sqlite: { path: 'app.db' } }).config).toEqual({
    engine: { type: 'sqlite', config: { path: 'app.db', expect: [], allowEmpty: false, lockWait: 10_000 } },
    keep: 7,
    minSize: 500,
  });
});

test.each([
  [{}, /exactly one engine, found 0\. Valid: sqlite/],
  [{ sqlite: { path: 'a' }, store: { floder: 'x' } }, /unknown store "floder"\. Did you mean "folder"/],
  [{ sqlite: { path: 'a' }, keep: 0 }, /whole number from 1/],
  [{ sqlite: { path: 'a' }, recipients: [] }, /at least 1/],
  [{ sqlite: { path: 'a' }, recipients: ['ssh-ed25519 AAAA'] }, /public age key/],
  [{ sqlite: { pth: 'a' } }, /unknown key "pth"/],
])('%j is refused', (value, message) => {
  expect(read(value).config).toBeUndefined();
  expect(read(value).said).toMatch(message);
});

test('a private key in the file is refused without repeating it', async () => {
  const { identity } = await keyPair();
  for (const key of [identity, identity.toLowerCase()]) {
    const { said } = read({ sqlite: { path: 'a' }, recipients: [key] });
    expect(said).toMatch(/this is a private key/);
    expect(said).not.toContain(key);
  }
});

test('keys: an identity alone, recipients alone, both, neither', async () => {
  const { identity, recipient } = await keyPair();
  const other = await keyPair();
  expect(await chooseKeys(undefined, identity)).toMatchObject({ encryptTo: [recipient], by: 'identity' });
  const open = await chooseKeys([recipient, recipient], undefined);
  expect(open).toMatchObject({ recipients: [recipient], by: 'throw-away' });
  expect(open.encryptTo).toHaveLength(2);
  expect((await chooseKeys([recipient], undefined)).encryptTo).not.toEqual(open.encryptTo);
  expect((await chooseKeys([other.recipient, recipient], identity)).encryptTo).toEqual([
    other.recipient,
    recipient,
  ]);
  await expect(chooseKeys([other.recipient], identity)).rejects.toThrow(/cannot open archives for these/);
  await expect(chooseKeys(undefined, undefined)).rejects.toThrow(/no recipients/);
});

test('a throw-away key never weakens a post-quantum archive', async () => {
  const recipient = await identityToRecipient(await generateHybridIdentity());
  const { encryptTo } = await chooseKeys([recipient], undefined);
  expect(encryptTo).toHaveLength(2);
  for (const key of encryptTo) expect(key).toMatch(/^age1pq1/);
});

test('a key file may have comments and several keys', async () => {
  const [a, b] = [await keyPair(), await keyPair()];
  expect(parseIdentities(`# one\r\n${a.identity}\r\n\n# two\n${b.identity}\n`)).toEqual([
    a.identity,
    b.identity,
  ]);
});
