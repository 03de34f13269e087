import { expect, test } from 'vitest';
import { ignoreMatcher } from './ignore.ts';

test.each([
  ['*.log', 'a.log', true],
  ['*.log', 'sub/a.log', false],
  ['**/*.log', 'a.log', true],
  ['**/*.log', 'sub/deep/a.log', true],
  ['node_modules', 'node_modules/x/y', true],
  ['node_modules/', 'node_modules/x', true],
  ['node_modules', 'node_modules2/x', false],
  ['src/**', 'src/a/b', true],
  ['src/**', 'src2/a', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['a.c', 'abc', false],
  ['./a', 'a', true],
  ['[x]', 'x', false],
])('%s on %s', (pattern, path, expected) => {
  expect(ignoreMatcher([pattern])(path)).toBe(expected);
});

test('the last match wins, so that "!" takes back', () => {
  const ignored = ignoreMatcher(['**/*.test.ts', '!src/keep.test.ts', 'src/keep.test.ts.bak']);
  expect(['src/a.test.ts', 'src/keep.test.ts'].map(ignored)).toEqual([true, false]);
});

test('.git never goes in, also of a nested repository', () => {
  const ignored = ignoreMatcher([]);
  expect(['.git/config', 'vendor/.git/HEAD', '.gitignore', 'a.git'].map(ignored)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test.each(['../x', '!', 'a/../b'])('%s is not a pattern', (pattern) => {
  expect(() => ignoreMatcher([pattern])).toThrow('not a valid ignore pattern');
});
