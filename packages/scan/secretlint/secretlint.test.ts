import { expect, test } from 'vitest';
import { SECRETS } from '../testing.ts';
import { secretlintEngine } from './index.ts';

const CASES = {
  github: `const a = 1;\n  token = "${SECRETS.github}"`,
  basicauth: `url=${SECRETS.basicauth}`,
  aws: `AWS_SECRET_ACCESS_KEY=${SECRETS.aws}`,
  npm: `//registry.example.com/:_authToken=${SECRETS.npm}`,
  privatekey: SECRETS.privatekey,
};

test.each(Object.entries(CASES))('finds %s, and says nothing of the secret itself', async (name, text) => {
  const found = await secretlintEngine.scan('config/.npmrc', text);
  expect(found.map(({ rule }) => rule)).toEqual([`secretlint/${name}`]);
  const secret = SECRETS[name as keyof typeof SECRETS];
  const shown = JSON.stringify(found);
  for (let at = 0; at + 8 <= secret.length; at += 4) expect(shown).not.toContain(secret.slice(at, at + 8));
});

test('places are those of an editor: from 1, the end after the last character', async () => {
  const [one] = await secretlintEngine.scan('a', CASES.github);
  expect(one).toMatchObject({ line: 2, column: 12, endLine: 2, endColumn: 12 + SECRETS.github.length });
  const [key] = await secretlintEngine.scan('a', `x\n${SECRETS.privatekey}`);
  expect(key).toMatchObject({ line: 2, column: 1, endLine: 4, endColumn: 30 });
});

test('how bad it is depends on what the secret opens', async () => {
  const severities = await Promise.all(
    Object.values(CASES).map(async (text) => (await secretlintEngine.scan('a', text))[0]?.severity),
  );
  expect(severities).toEqual(['critical', 'high', 'critical', 'critical', 'critical']);
});

test('a comment does not silence a finding', async () => {
  const text = `// secretlint-disable\n"${SECRETS.github}" // secretlint-disable-line`;
  expect(await secretlintEngine.scan('a.js', text)).toHaveLength(1);
});

test('the fingerprint follows the secret through the file, not from one file or secret to another', async () => {
  const of = async (file: string, text: string) => (await secretlintEngine.scan(file, text))[0]?.fingerprint;
  const first = await of('a', SECRETS.github);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(await of('a', `\n\n  x = ${SECRETS.github}`)).toBe(first);
  expect(await of('b', SECRETS.github)).not.toBe(first);
  expect(await of('a', SECRETS.github.replace('a1B2', 'b1B2'))).not.toBe(first);
});

test('every rule that can report has an entry', async () => {
  const ids = secretlintEngine.rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('secretlint/privatekey');
  expect(ids).not.toContain('secretlint/filter-comments');
});
