import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMessage } from './index.ts';

const first = (message: string) => parseMessage(message).lines[0];

describe('a commit message', () => {
  it.each([
    ['feat: a', { type: 'feat', scope: undefined, subject: 'a', breaking: undefined }],
    ['FEAT(api): a', { type: 'feat', scope: 'api', subject: 'a' }],
    ['fix(a b/c)!: d', { type: 'fix', scope: 'a b/c', breaking: 'd' }],
    ['feat!: a\n\nBREAKING CHANGE: b\nmore', { breaking: 'b\nmore' }],
    ['chore: a\n\nBREAKING-CHANGE: b\n\nSigned-off-by: c', { type: 'chore', breaking: 'b' }],
    ['fix: a\n\nBREAKING CHANGE #12', { breaking: '12' }],
    ['fix: a\r\n\r\nBREAKING CHANGE: b\r\n', { breaking: 'b' }],
    // Lower case is not the keyword, and code is an example.
    ['fix: a\n\nbreaking change: b', { breaking: undefined }],
    ['fix: a\n\n```\nBREAKING CHANGE: b\n```', { breaking: undefined }],
  ])('%j', (message, line) => {
    expect(first(message)).toMatchObject(line);
  });

  it.each(['feat:a', 'feat a', ': a', 'feat(: a', 'feat: ', 'Merge branch x', '', '\n\n', 'feat(a)b: c'])(
    '%j is not conventional',
    (m) => {
      expect(parseMessage(m).lines).toEqual([]);
    },
  );

  it('reads the bullets of a squash merge, but not its title twice', () => {
    const message = 'feat: a (#12)\n\n* feat: a (#12)\n\n* fix(x)!: b\n* wip\n\n```\n* feat: c\n```';
    expect(parseMessage(message).lines.map(({ type, subject }) => `${type} ${subject}`)).toEqual([
      'feat a (#12)',
      'fix b',
    ]);
  });

  it('reads Release-As and what is reverted', () => {
    expect(parseMessage('chore: x\n\nRelease-As: 2.0.0\n').releaseAs).toBe('2.0.0');
    const id = 'a'.repeat(40);
    expect(parseMessage(`Revert "feat: x (#1)" (#2)\n\nThis reverts commit ${id}.`).reverts).toEqual({
      ids: [id],
      title: 'feat: x (#1)',
    });
    expect(parseMessage('revert: feat: x\n\nRefs: 676104e, a215868').reverts).toEqual({
      ids: ['676104e', 'a215868'],
      title: 'feat: x',
    });
    expect(parseMessage('feat: explain\n\nThis reverts commit 1234567.').reverts).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string(),
        (a, b) => void parseMessage(`${a}\n\n${b}\nBREAKING CHANGE: ${a}`),
      ),
    );
  });
});
