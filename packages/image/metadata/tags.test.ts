import { describe, expect, test } from 'vitest';
import { type TagFacts, tagFacts } from './facts.ts';
import type { Flavor } from './kinds.ts';
import { parseRules } from './rule.ts';
import { defaultRules, imageTags, newerRelease } from './tags.ts';

const COMMIT = `860c1904a1ce19322e91ac35af1ab07466440c37`;
const AUTO: Flavor = { latest: 'auto', prefixLatest: false, suffixLatest: false };
const given = { commit: COMMIT, commitTime: 1_578_648_600, now: 1_578_615_000_000, tagPrefix: 'v' };
const at = (ref: string, name = 'push', payload: object = {}, more: Partial<TagFacts> = {}): TagFacts => ({
  ...tagFacts({ ref, event: { name, payload: payload as Record<string, unknown> } }, given),
  ...more,
});
const make = (rules: string, facts: TagFacts, flavor: Partial<Flavor> = { latest: 'false' }) =>
  imageTags(parseRules(rules.split('\n')), { ...AUTO, ...flavor }, facts).tags;

test.each([
  ['v1.2.3', '{{raw}}', 'v1.2.3'],
  ['v1.2.3', '{{version}}', '1.2.3'],
  ['v1.2.3', '{{major}}.{{minor}}', '1.2'],
  ['v1.2.3', 'v{{major}}', 'v1'],
  ['v1.2.3', '{{minor}}', '2'],
  ['v1.2.3', '{{patch}}', '3'],
  ['v2.0.8-beta.67', '{{raw}}', 'v2.0.8-beta.67'],
  ['v2.0.8-beta.67', '{{version}}', '2.0.8-beta.67'],
  ['v2.0.8-beta.67', '{{major}}.{{minor}}', '2.0.8-beta.67'],
  ['v2.0.8-beta.67', '{{major}}', '2.0.8-beta.67'],
  ['v1.2.3+build.5', '{{raw}}', 'v1.2.3-build.5'],
  ['v1.2.3+build.5', '{{version}}', '1.2.3'],
])('type=semver: %s by %s is %s', (tag, pattern, expected) => {
  expect(make(`type=semver,pattern=${pattern}`, at(`refs/tags/${tag}`))).toEqual([expected]);
});

test.each([
  ['v1.2.3', String.raw`\d.\d.\d`, 0, '1.2.3'],
  ['v2.0.8-beta.67', 'v(.*)', 1, '2.0.8-beta.67'],
  ['v2.0.8-beta.67', String.raw`v(\d.\d)`, 1, '2.0'],
  ['20200110-RC2', String.raw`\d+`, 0, '20200110'],
  ['p1/v1.2.3', String.raw`p1/v(\d.\d.\d)`, 1, '1.2.3'],
])('type=match: %s by %s, group %i, is %s', (tag, pattern, group, expected) => {
  expect(make(`type=match,pattern=${pattern},group=${group}`, at(`refs/tags/${tag}`))).toEqual([expected]);
});

const REF = 'type=ref,event=branch\ntype=ref,event=tag\ntype=ref,event=pr';
test.each([
  ['pull_request', 'refs/pull/2/merge', 'pr-2'],
  ['push', 'refs/heads/master', 'master'],
  ['push', 'refs/heads/my/branch', 'my-branch'],
  ['push', 'refs/tags/v1.2.3', 'v1.2.3'],
  ['push', 'refs/tags/v2.0.8-beta.67', 'v2.0.8-beta.67'],
  ['workflow_dispatch', 'refs/heads/master', 'master'],
])('type=ref: %s of %s is %s', (event, ref, expected) => {
  expect(make(REF, at(ref, event))).toEqual([expected]);
});

test('a pull request that runs with the ref of its target never takes its tag', () => {
  const facts = at('refs/heads/main', 'pull_request_target', {
    pull_request: { number: 7, base: { ref: 'main' } },
    repository: { default_branch: 'main' },
  });
  expect(make(`${REF}\ntype=edge\ntype=raw,value=latest,enable={{is_default_branch}}`, facts)).toEqual([
    'pr-7',
  ]);
});

test.each([
  ['type=schedule', 'nightly'],
  ["type=schedule,pattern={{date 'YYYYMMDD'}}", '20200110'],
  ["type=schedule,pattern={{date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", '20200110-091000'],
  ["type=schedule,pattern={{commit_date 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}", '20200110-183000'],
  ["type=raw,value={{date 'dddd, MMMM Do YYYY, h:mm:ss a'}}", 'Friday-January-10th-2020-12-10-00-am'],
  ["type=raw,value={{date 'YYYY-MM-DDTHH[h]Z X' tz='Europe/Berlin'}}", '2020-01-10T01h-01-00-1578615000'],
  ['type=sha', 'sha-860c190'],
  ['type=sha,format=long', `sha-${COMMIT}`],
  ['type=sha,prefix={{branch}}-', 'main-860c190'],
  ['type=raw,value=mytag-{{branch}}-{{sha}}', 'mytag-main-860c190'],
  ['type=raw,foo', 'foo'],
  ['foo', 'foo'],
  ['type=edge', 'edge'],
  ['type=edge,branch=main', 'edge'],
  ['type=raw,value=latest,enable={{is_default_branch}}', 'latest'],
])('%s is %s', (rule, expected) => {
  const repository = { default_branch: 'main' };
  expect(make(rule, at('refs/heads/main', 'schedule', { repository }))).toEqual([expected]);
});

test('tags are sorted by priority, without doubles, and latest is last', () => {
  const rules = `type=sha\nfoo\n${REF}\ntype=semver,pattern={{major}}\ntype=semver,pattern={{version}}\ntype=semver,pattern=1.2.3`;
  expect(make(rules, at('refs/tags/v1.2.3'), {})).toEqual([
    '1',
    '1.2.3',
    'v1.2.3',
    'foo',
    'sha-860c190',
    'latest',
  ]);
  expect(make('type=sha\ntype=raw,value=x,priority=1', at('refs/heads/main'))).toEqual(['sha-860c190', 'x']);
});

describe('latest=auto', () => {
  const SEMVER = 'type=semver,pattern={{version}}';
  test.each([
    ['a release', SEMVER, at('refs/tags/v1.2.3'), true],
    [
      'a prerelease',
      `${SEMVER}\ntype=ref,event=tag\ntype=match,pattern=.*`,
      at('refs/tags/v1.2.3-rc.1'),
      false,
    ],
    ['a git tag', 'type=ref,event=tag', at('refs/tags/spring'), true],
    ['a match', 'type=match,pattern=p(.*)', at('refs/tags/p1'), true],
    ['a match of a group', 'type=match,pattern=p(.*),group=1', at('refs/tags/p1'), true],
    ['a value', `${SEMVER},value=v1.0.0`, at('refs/heads/main'), true],
    ['a branch', REF, at('refs/heads/main'), false],
    [
      'a version that is only planned',
      SEMVER,
      at('refs/heads/main', 'push', {}, { version: '1.2.3' }),
      false,
    ],
  ])('%s', (_, rules, facts, expected) => {
    expect(make(rules, facts, { latest: 'auto' }).includes('latest')).toBe(expected);
  });
});

test('an older release that is built later leaves latest where it is', () => {
  const facts = at('refs/tags/v1.2.4');
  const newer = newerRelease(['v1.2.3', 'v1.2.4', 'v2.0.0', 'v2.1.0', 'v3.0.0-rc.1', 'vnext', '9'], facts);
  expect(newer).toBe('2.1.0');
  const { tags, notes } = imageTags(defaultRules(facts), AUTO, { ...facts, newerRelease: '2.1.0' });
  expect(tags).toEqual(['1.2.4']);
  expect(notes).toContain('latest stays where it is: 2.1.0 is a newer release');
  expect(newerRelease(['v1.2.3', 'v1.2.4'], facts)).toBeUndefined();
  expect(newerRelease(['v9.0.0'], at('refs/heads/main'))).toBeUndefined();
  const forced = imageTags(
    defaultRules(facts),
    { ...AUTO, latest: 'true' },
    { ...facts, newerRelease: '2.1.0' },
  );
  expect(forced.tags).toEqual(['1.2.4', 'latest']);
});

test('the flavor dresses tags whose rule does not; latest on request', () => {
  const flavor = { latest: 'true', prefix: 'foo-', suffix: '-bar' } as const;
  const rules = 'type=raw,a\ntype=raw,value=b,prefix=x-,suffix=\ntype=sha';
  expect(make(rules, at('refs/heads/main'), flavor)).toEqual([
    'foo-a-bar',
    'x-b',
    'sha-860c190-bar',
    'latest',
  ]);
  const both = { ...flavor, prefixLatest: true, suffixLatest: true };
  expect(make('a', at('refs/heads/main'), both)).toEqual(['foo-a-bar', 'foo-latest-bar']);
});

test('the version given, or the tag behind the prefix of releases, is the version', () => {
  const facts = at('refs/tags/shop-v1.2.3', 'push', {}, { tagPrefix: 'shop-v' });
  expect(make('type=semver,pattern={{version}}', facts)).toEqual(['1.2.3']);
  expect(make('type=semver,pattern={{raw}}', facts)).toEqual(['shop-v1.2.3']);
  const planned = at('refs/heads/main', 'push', {}, { version: '2.0.0' });
  expect(make('type=semver,pattern={{major}}.{{minor}}', planned)).toEqual(['2.0']);
});

test('versions 0.y.z have no tag of the major version', () => {
  const rules =
    'type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern=v{{major}}';
  expect(make(rules, at('refs/tags/v0.1.2'))).toEqual(['0.1.2', '0.1']);
});

test('rules that do not apply say why, and never invent a tag', () => {
  const rules = parseRules([
    'type=schedule',
    'type=semver,pattern={{version}}',
    'type=edge',
    'type=match,pattern=x',
    'a,enable=false',
  ]);
  const { tags, notes } = imageTags(rules, AUTO, at('refs/heads/main'));
  expect(tags).toEqual([]);
  expect(notes).toHaveLength(5);
  expect(imageTags(rules.slice(1, 2), AUTO, at('refs/tags/spring')).notes[0]).toContain(
    '"spring" is not a semantic version',
  );
});

test('without rules: the version, or what git says', () => {
  const tags = (facts: TagFacts) => imageTags(defaultRules(facts), AUTO, facts).tags;
  expect(tags(at('refs/tags/v1.2.3'))).toEqual(['1.2.3', 'latest']);
  expect(tags(at('refs/tags/spring'))).toEqual(['spring', 'latest']);
  expect(tags(at('refs/heads/feature/x'))).toEqual(['feature-x']);
  expect(tags(at('refs/pull/9/merge', 'pull_request'))).toEqual(['pr-9']);
  expect(tags(at('refs/heads/main', 'push', {}, { version: '1.2.3' }))).toEqual(['1.2.3', 'main']);
  expect(tags(at('', ''))).toEqual([]);
});

test('an expression, a date or an enable that means nothing is an error', () => {
  const main = at('refs/heads/main');
  expect(() => make('a-{{brnch}}', main)).toThrow('Did you mean "branch"?');
  expect(() => make("{{date 'YYYYww'}}", main)).toThrow('has "w", which is not known');
  expect(() => make("{{date 'YYYY' tz='Mars/Base'}}", main)).toThrow('"Mars/Base" is not a time zone');
  expect(() => make('a,enable=yes', main)).toThrow('neither true nor false but "yes"');
  expect(() => make('type=match,pattern=(,value=x', main)).toThrow('not a regular expression');
});
