import { UserError } from '@fairway/runtime';
import semver from 'semver';
import { type Selection, short } from './changes.ts';
import type { History } from './history.ts';

export type Bump = 'major' | 'minor' | 'patch' | 'none';

export interface VersionChoice {
  readonly version: string;
  readonly bump: Bump;
  /** Why this version, in words. */
  readonly because: string;
  /** Whether there is something to release: false for a commit without releasable changes. */
  readonly releasable: boolean;
}

/**
 * The version of a commit; the same for every run on it. In order: the version tag on the commit, the
 * newest `Release-As:`, the first version, the bump of the changes. Before 1.0.0 a breaking change bumps
 * the minor version, and so does a feature. Without releasable changes it is the next patch version.
 */
export function chooseVersion(
  { own, base }: Pick<History, 'own' | 'base'>,
  { changes, releaseAs }: Pick<Selection, 'changes' | 'releaseAs'>,
  initial: string,
): VersionChoice {
  const bump = bumpOf(changes, base?.version ?? initial);
  const releasable = bump !== 'none';
  if (own) {
    return { version: own.version, bump, because: `the commit is tagged ${own.tag}`, releasable: true };
  }
  if (releaseAs) {
    const version = checkReleaseAs(releaseAs, base?.version);
    return { version, bump, because: `Release-As of ${short(releaseAs.sha)}`, releasable: true };
  }
  if (!base) return { version: initial, bump, because: 'the first release', releasable };
  const step = bump === 'none' ? 'patch' : bump;
  const because = releasable
    ? `${bump} changes since ${base.tag}`
    : `nothing to release since ${base.tag}: the next patch version`;
  const version = semver.inc(base.version, step) ?? base.version;
  return { version, bump, because, releasable };
}

function bumpOf(changes: Selection['changes'], base: string): Bump {
  const early = semver.major(base) === 0;
  if (changes.some(({ breaking }) => breaking !== undefined)) return early ? 'minor' : 'major';
  if (changes.some(({ type }) => type === 'feat')) return 'minor';
  return changes.length ? 'patch' : 'none';
}

function checkReleaseAs({ version: text, sha }: { version: string; sha: string }, base: string | undefined) {
  const version = parseVersion(text, `the footer "Release-As: ${text}" of commit ${short(sha)}`);
  if (base && semver.lte(version, base)) {
    throw new UserError(
      `Release-As: ${version} in commit ${short(sha)} is not above the last version ${base}`,
      {
        where: `commit ${sha}`,
        mend: 'add a commit with a higher Release-As; the newest one counts',
      },
    );
  }
  return version;
}

/** A strict semantic version without build metadata; a leading "v" is a tag's, and dropped. */
export function parseVersion(text: string, where: string): string {
  const parsed = semver.parse(text.trim().replace(/^v/, ''));
  if (parsed && parsed.build.length === 0) return parsed.version;
  throw new UserError(`"${text}" is not a semantic version`, {
    where,
    mend: 'write MAJOR.MINOR.PATCH, such as 1.4.0 or 2.0.0-rc.1, without build metadata',
  });
}
