import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { evaluate, holds, type Scope } from './evaluate.ts';
import { hashFilesFunction, statusFunctions } from './functions.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-expression-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'sub/.hidden'), { recursive: true });
writeFileSync(join(folder, 'a.lock'), 'a');
writeFileSync(join(folder, 'sub/.hidden/b.lock'), 'b');
const sha = (...texts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest();
};

const scope: Scope = {
  contexts: {
    github: { ref: 'refs/heads/main', event: { labels: [{ name: 'bug' }, { name: 'ui' }] } },
    inputs: { flag: false, count: 0, name: '' },
    env: { HOME: '/home' },
  },
  functions: [
    ...statusFunctions({ success: () => true, failure: () => false, cancelled: () => false }),
    hashFilesFunction(folder),
  ],
};
const text = (expression: string) => evaluate(expression, scope).coerceString();

describe('what GitHub documents of expressions', () => {
  test.each([
    ["contains('Hello world', 'LLO')", 'true'],
    ["contains(github.event.labels.*.name, 'bug')", 'true'],
    ['contains(fromJSON(\'["push", "pull_request"]\'), \'push\')', 'true'],
    ["startsWith('Hello world', 'he')", 'true'],
    ["endsWith('Hello world', 'LD')", 'true'],
    ["format('{{Hello {0} {1} {2}!}}', 'Mona', 'the', 'Octocat')", '{Hello Mona the Octocat!}'],
    ["join(github.event.labels.*.name, ', ')", 'bug, ui'],
    ['fromJSON(\'{"a": {"b": 3}}\').a.b', '3'],
    ['toJSON(github.event.labels[1])', '{\n  "name": "ui"\n}'],
    ["case(inputs.flag, 'one', inputs.count == 0, 'two', 'three')", 'two'],
    ["'a' == 'A'", 'true'],
    ["'1' == 1", 'true'],
    ["null == ''", 'true'],
    ["'abc' > 0", 'false'],
    ['github.nothing.at.all', ''],
    ["github['REF']", 'refs/heads/main'],
    ['env.home', '/home'],
    ["'it''s'", "it's"],
    ["format('''{0}'' and ''{0}''', 'x')", "'x' and 'x'"],
    ['0xff', '255'],
    ['always()', 'true'],
    ['failure() || cancelled()', 'false'],
  ])('%s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  test.each([
    ["github.ref == 'refs/heads/main' && 'value_main' || 'value_other'", 'value_main'],
    ["inputs.name || 'default'", 'default'],
    ["inputs.flag && 'yes'", 'false'],
    ["inputs.count || inputs.name || 'last'", 'last'],
    ["'' || 0", '0'],
  ])('&& and || return an operand: %s is %s', (expression, expected) => {
    expect(text(expression)).toBe(expected);
  });

  test('truthiness: false, 0, -0, empty text and null are false; text is true', () => {
    for (const falsy of ['false', '0', '-0', "''", 'null']) expect(holds(falsy, scope), falsy).toBe(false);
    for (const truthy of ["'false'", '1', "'0'", 'github']) expect(holds(truthy, scope), truthy).toBe(true);
  });

  test('hashFiles hashes the hashes, finds hidden files, and is empty without a match', () => {
    expect(text("hashFiles('a.lock')")).toBe(sha(sha('a')).toString('hex'));
    expect(text("hashFiles('**/*.lock')")).toBe(sha(sha('a'), sha('b')).toString('hex'));
    expect(text("hashFiles('**/*.lock', '!sub/**')")).toBe(sha(sha('a')).toString('hex'));
    expect(text("hashFiles('**/nothing')")).toBe('');
  });
});
