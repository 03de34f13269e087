import { describe, expect, it } from 'vitest';
import { type Change, chooseVersion, parseVersion } from './index.ts';

const change = (type: string, breaking?: string): Change => ({
  sha: 'f'.repeat(40),
  type,
  subject: 's',
  scope: undefined,
  breaking,
});
const tag = (version: string) => ({ tag: `v${version}`, version, commit: 'c' });
const choose = (base: string | undefined, changes: Change[], releaseAs?: string, own?: string) =>
  chooseVersion(
    { base: base ? tag(base) : undefined, own: own ? tag(own) : undefined },
    { changes, releaseAs: releaseAs ? { version: releaseAs, sha: 'a'.repeat(40) } : undefined },
    '0.1.0',
  );

describe('the next version', () => {
  it.each([
    ['1.2.3', [change('fix')], '1.2.4'],
    ['1.2.3', [change('perf'), change('feat')], '1.3.0'],
    ['1.2.3', [change('fix', 'x'), change('feat')], '2.0.0'],
    ['0.2.3', [change('fix')], '0.2.4'],
    ['0.2.3', [change('feat')], '0.3.0'],
    ['0.2.3', [change('chore', 'x')], '0.3.0'],
    ['1.2.3', [], '1.2.4'],
    [undefined, [change('feat', 'x')], '0.1.0'],
  ])('%s', (base, changes, version) => {
    expect(choose(base, changes).version).toBe(version);
  });

  it('says when there is nothing to release', () => {
    expect(choose('1.2.3', [])).toMatchObject({ releasable: false, bump: 'none' });
    expect(choose('1.2.3', [change('fix')])).toMatchObject({ releasable: true, bump: 'patch' });
  });

  it('is the tag on the commit, then Release-As', () => {
    expect(choose('1.2.3', [change('feat')], undefined, '1.9.0').version).toBe('1.9.0');
    expect(choose('1.2.3', [change('fix')], '3.0.0-rc.1').version).toBe('3.0.0-rc.1');
    expect(() => choose('1.2.3', [], '1.2.3')).toThrow(/not above the last version 1\.2\.3/);
    expect(() => choose('1.2.3', [], 'two')).toThrow(/"two" is not a semantic version/);
  });

  it.each(['1.2', '1.2.3+build', 'x', '', '1.2.3.4', '01.2.3'])('%j is refused', (text) => {
    expect(() => parseVersion(text, 'here')).toThrow(/not a semantic version/);
  });
});
