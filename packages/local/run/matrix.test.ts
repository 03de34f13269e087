import { describe, expect, test } from 'vitest';
import { expandMatrix, matrixLabel } from './matrix.ts';

describe('expandMatrix', () => {
  test('the example that GitHub documents for include', () => {
    const matrix = {
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    };
    expect(expandMatrix(matrix)).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  test('the example that GitHub documents for exclude', () => {
    const combinations = expandMatrix({
      os: ['macos-latest', 'windows-latest'],
      version: [12, 14, 16],
      environment: ['staging', 'production'],
      exclude: [
        { os: 'macos-latest', version: 12, environment: 'production' },
        { os: 'windows-latest', version: 16 },
      ],
    });
    expect(combinations).toHaveLength(9);
    expect(combinations).not.toContainEqual({ os: 'macos-latest', version: 12, environment: 'production' });
    expect(combinations.filter(({ os, version }) => os === 'windows-latest' && version === 16)).toEqual([]);
  });

  test('include alone makes a job each', () => {
    expect(expandMatrix({ include: [{ site: 'a' }, { site: 'b' }] })).toEqual([{ site: 'a' }, { site: 'b' }]);
  });

  test('refuses an empty vector, a scalar, too many jobs and an empty result', () => {
    expect(() => expandMatrix({ a: [] })).toThrow("matrix vector 'a' does not contain any values");
    expect(() => expandMatrix({ a: 'x' })).toThrow("matrix vector 'a' must be a list");
    const many = Array.from({ length: 17 }, (_, index) => index);
    expect(() => expandMatrix({ a: many, b: many })).toThrow('289 jobs; GitHub allows 256');
    expect(() => expandMatrix({ a: [1], exclude: [{ a: 1 }] })).toThrow('makes no job');
  });

  test('labels as GitHub writes them', () => {
    expect(matrixLabel({ os: 'linux', node: { version: 24, env: null } })).toBe(' (linux, 24)');
    expect(matrixLabel({})).toBe('');
  });
});
