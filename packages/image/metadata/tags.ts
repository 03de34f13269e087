import { UserError } from '@fairway/runtime';
import semver from 'semver';
import type { TagFacts } from './facts.ts';
import type { Flavor } from './kinds.ts';
import { parseRules, type TagRule } from './rule.ts';
import { checkTag, sanitizeTag } from './tag-name.ts';
import { globalWords, render } from './template.ts';

export interface Tags {
  /** Without the repository, the most important first, `latest` last. */
  readonly tags: readonly string[];
  /** Why a rule gave no tag, in words, for the log. */
  readonly notes: readonly string[];
}

/** What one rule gives: a tag, or the reason for none. */
type Given = { readonly tag: string; readonly latest?: boolean } | { readonly why: string };

/** The rules without any in the config. */
export function defaultRules(facts: TagFacts): TagRule[] {
  const versioned = semver.valid(versionOf(facts)) !== null;
  return parseRules([
    'type=schedule',
    versioned ? 'type=semver,pattern={{version}}' : 'type=ref,event=tag',
    'type=ref,event=branch',
    'type=ref,event=pr',
  ]);
}

/** The tags of a build, each valid by the distribution specification. Throws UserError. */
export function imageTags(rules: readonly TagRule[], flavor: Flavor, facts: TagFacts): Tags {
  const found: { tag: string; priority: number }[] = [];
  const notes: string[] = [];
  let latest = false;
  for (const rule of rules) {
    const given = isEnabled(rule, facts) ? apply(rule, facts) : { why: 'it is not enabled' };
    if ('why' in given) notes.push(`type=${rule.type} gives no tag: ${given.why}`);
    else {
      found.push({ tag: dress(given.tag, rule, flavor, facts), priority: rule.priority });
      latest ||= given.latest ?? false;
    }
  }
  // Sorting is stable: rules of one priority stay in the order they are written in.
  const tags = found.sort((a, b) => b.priority - a.priority).map(({ tag }) => tag);
  const behind = latest && facts.newerRelease !== undefined;
  if (flavor.latest === 'auto' && behind) {
    notes.push(`latest stays where it is: ${facts.newerRelease} is a newer release`);
  }
  if (flavor.latest === 'true' || (flavor.latest === 'auto' && latest && !behind)) {
    const prefix = flavor.prefixLatest ? (flavor.prefix ?? '') : '';
    tags.push(checkTag(`${prefix}latest${flavor.suffixLatest ? (flavor.suffix ?? '') : ''}`));
  }
  return { tags: [...new Set(tags)], notes };
}

function isEnabled(rule: TagRule, facts: TagFacts): boolean {
  const text = render(rule.enable, facts, globalWords(facts));
  if (text === 'true' || text === 'false') return text === 'true';
  throw new UserError(`enable=${rule.enable} of a tag rule is neither true nor false but "${text}"`, {
    mend: 'an expression must become true or false: enable={{is_default_branch}}',
  });
}

/** A prefix or suffix of the rule takes the place of the flavor's. */
function dress(tag: string, rule: TagRule, flavor: Flavor, facts: TagFacts): string {
  const words = globalWords(facts);
  const prefix = rule.prefix ?? DEFAULT_PREFIX(rule) ?? flavor.prefix ?? '';
  const suffix = rule.suffix ?? flavor.suffix ?? '';
  return sanitizeTag(`${render(prefix, facts, words)}${tag}${render(suffix, facts, words)}`);
}

const DEFAULT_PREFIX = ({ type, event }: TagRule): string | undefined =>
  type === 'sha' ? 'sha-' : event === 'pr' ? 'pr-' : undefined;

function apply(rule: TagRule, facts: TagFacts): Given {
  const words = globalWords(facts);
  switch (rule.type) {
    case 'schedule':
      if (facts.event !== 'schedule') return { why: 'the event is not a schedule' };
      return { tag: render(rule.pattern ?? 'nightly', facts, words) };
    case 'semver':
      return bySemver(rule, facts);
    case 'match':
      return byMatch(rule, facts);
    case 'edge': {
      const branch = rule.branch || facts.defaultBranch;
      if (!branch) return { why: 'the default branch is not known; write branch=' };
      return facts.branch === branch ? { tag: 'edge' } : { why: `the branch is not ${branch}` };
    }
    case 'ref':
      return byRef(rule, facts);
    case 'raw':
      return { tag: render(rule.value ?? '', facts, words) };
    case 'sha':
      return { tag: rule.format === 'long' ? facts.commit : facts.commit.slice(0, 7) };
  }
}

function byRef({ event }: TagRule, facts: TagFacts): Given {
  const { branch, tag, pullRequest } = facts;
  if (event === 'branch') return branch === undefined ? { why: 'no branch is built' } : { tag: branch };
  if (event === 'tag') {
    return tag === undefined ? { why: 'no git tag is built' } : { tag, latest: !isPrerelease(facts) };
  }
  return pullRequest === undefined ? { why: 'no pull request is built' } : { tag: String(pullRequest) };
}

function bySemver(rule: TagRule, facts: TagFacts): Given {
  const own = rule.value ? render(rule.value, facts, globalWords(facts)) : undefined;
  const text = own ?? versionOf(facts);
  if (text === undefined) return { why: 'neither a git tag nor a version is given' };
  const version = semver.parse(text);
  if (!version) return { why: `"${text}" is not a semantic version` };
  const { major, minor, patch, prerelease } = version;
  const raw = own ?? facts.tag ?? text;
  const numbers = { major: String(major), minor: String(minor), patch: String(patch) };
  const words = { ...globalWords(facts), raw, version: version.version, ...numbers };
  const pattern = rule.pattern ?? '';
  if (prerelease.length > 0) {
    // Only in full: 1.2 and 1 are for those who wait for the release.
    const full = /^\{\{\s*(raw|version)\s*\}\}$/.test(pattern) ? pattern : '{{version}}';
    return { tag: render(full, facts, words) };
  }
  if (major === 0 && /\{\{\s*major\s*\}\}/.test(pattern) && !/\{\{\s*(minor|version|raw)/.test(pattern)) {
    return { why: 'versions 0.y.z promise nothing to each other, so there is no tag for all of them' };
  }
  // A version that is only planned is not the latest release yet: that is what the git tag says.
  return { tag: render(pattern, facts, words), latest: own !== undefined || facts.tag !== undefined };
}

function byMatch({ pattern = '', group = 0, value }: TagRule, facts: TagFacts): Given {
  const text = value ? render(value, facts, globalWords(facts)) : facts.tag;
  if (text === undefined) return { why: 'no git tag is built' };
  const found = expression(pattern).exec(text);
  if (!found) return { why: `"${text}" does not match ${pattern}` };
  const part = found[group];
  if (!part) return { why: `group ${group} of ${pattern} is empty or not there` };
  return { tag: part, latest: !isPrerelease(facts) };
}

function expression(pattern: string): RegExp {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    throw new UserError(`pattern=${pattern} of a tag rule is not a regular expression`, {
      mend: 'escape (, [, * and the like with a backslash',
      cause,
    });
  }
}

/** The version in words of semver: given, or what follows the prefix in the git tag. */
export function versionOf({ version, tag, tagPrefix }: TagFacts): string | undefined {
  if (version !== undefined || tag === undefined) return version;
  return tagPrefix && tag.startsWith(tagPrefix) ? tag.slice(tagPrefix.length) : tag;
}

/** The highest release among git tags that is above the version; undefined without one. Prereleases do not count. */
export function newerRelease(gitTags: readonly string[], facts: TagFacts): string | undefined {
  const own = semver.parse(versionOf(facts));
  if (!own) return undefined;
  const versions = gitTags.flatMap((tag) => {
    const text = facts.tagPrefix && tag.startsWith(facts.tagPrefix) ? tag.slice(facts.tagPrefix.length) : tag;
    const version = semver.parse(text);
    return version && version.prerelease.length === 0 && semver.gt(version, own) ? [version] : [];
  });
  const [highest] = semver.rsort(versions);
  return highest?.version;
}

const isPrerelease = (facts: TagFacts): boolean =>
  (semver.parse(versionOf(facts))?.prerelease.length ?? 0) > 0;
