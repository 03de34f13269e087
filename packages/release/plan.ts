import { type Change, type Selection, selectChanges } from './changes.ts';
import type { GitPorts } from './git.ts';
import { readHistory, type VersionTag } from './history.ts';
import type { ReleaseConfig } from './kinds.ts';
import { type Bump, chooseVersion, parseVersion } from './version.ts';

/** What a commit's release is called and what it brings, as data. */
export interface ReleasePlan {
  readonly version: string;
  readonly tag: string;
  /** Full id. */
  readonly commit: string;
  /** When the commit was made, ISO 8601. */
  readonly date: string;
  readonly previous: VersionTag | undefined;
  readonly bump: Bump;
  readonly because: string;
  /** false: the commit brings nothing that makes a release by itself. */
  readonly releasable: boolean;
  readonly changes: readonly Change[];
  readonly skipped: Selection['skipped'];
}

export interface ReleaseQuestion {
  /** Commit, branch or tag. */
  readonly revision: string;
  readonly config: ReleaseConfig;
  /** Takes the place of the computed version. */
  readonly version?: string | undefined;
}

/** Reads the history and works out the release of a revision. The same for every run on one commit. */
export async function planRelease(
  ports: GitPorts,
  { revision, config, version: override }: ReleaseQuestion,
): Promise<ReleasePlan> {
  const history = await readHistory(ports, { revision, tagPrefix: config.tagPrefix });
  const selection = selectChanges(history.commits);
  const choice = override
    ? {
        bump: 'none' as const,
        version: parseVersion(override, 'input "version"'),
        because: 'asked for',
        releasable: true,
      }
    : chooseVersion(history, selection, config.initialVersion);
  return {
    version: choice.version,
    tag: `${config.tagPrefix}${choice.version}`,
    commit: history.commit,
    date: history.date,
    previous: history.base,
    bump: choice.bump,
    because: choice.because,
    releasable: choice.releasable,
    changes: selection.changes,
    skipped: selection.skipped,
  };
}
