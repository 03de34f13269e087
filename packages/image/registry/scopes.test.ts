import { describe, expect, it } from 'vitest';
import { covers, mergeScopes, scope } from './scopes.ts';

describe('scopes', () => {
  it('merges the rights of a repository', () => {
    expect(mergeScopes([scope('b', 'push'), scope('a', 'pull')], ['repository:b:pull,push'])).toEqual([
      'repository:a:pull',
      'repository:b:pull,push',
    ]);
  });

  it.each([
    [['repository:a:pull,push'], ['repository:a:pull'], true],
    [['repository:a:pull'], ['repository:a:pull,push'], false],
    [['repository:a:pull'], ['repository:b:pull'], false],
    [['repository:h:5000/a:pull', 'repository:b:pull'], ['repository:h:5000/a:pull'], true],
  ])('%s covers %s: %s', (held, wanted, expected) => {
    expect(covers(held, wanted)).toBe(expected);
  });
});
