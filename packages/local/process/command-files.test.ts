import { expect, test } from 'vitest';
import { parseKeyValues } from './command-files.ts';

test('values, heredocs, and an equals sign inside either', () => {
  const content = 'a=1\r\nb<<EOF\none\ntwo=2\n\nEOF\n\nc=x=y\nd=<<EOF\nempty<<E\nE\n';
  expect(parseKeyValues(content, 'GITHUB_OUTPUT')).toEqual([
    ['a', '1'],
    ['b', 'one\ntwo=2\n'],
    ['c', 'x=y'],
    ['d', '<<EOF'],
    ['empty', ''],
  ]);
});

test.each([
  ['plain text', "invalid format 'plain text'"],
  ['=x', 'name must not be empty'],
  ['a<<', 'name and delimiter must not be empty'],
  ['a<<EOF\nb', "matching delimiter not found 'EOF'"],
])('%j is refused', (content, message) => {
  expect(() => parseKeyValues(content, 'GITHUB_ENV')).toThrow(message);
});
