import semver from 'semver';
import { type GitPorts, git, requireWholeHistory, resolveCommit } from './git.ts';

export interface RawCommit {
  /** Full id. */
  readonly sha: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly message: string;
}

export interface VersionTag {
  readonly tag: string;
  readonly version: string;
  /** Full id of the tagged commit. */
  readonly commit: string;
}

export interface History {
  readonly commit: string;
  /** When the commit was made: ISO 8601 with its own zone. */
  readonly date: string;
  /** The version tag that stands on the commit itself. */
  readonly own: VersionTag | undefined;
  /** The highest stable version below the commit: the release before. */
  readonly base: VersionTag | undefined;
  /** Newest first: reachable from the commit, not from the base. */
  readonly commits: readonly RawCommit[];
}

const FIELDS = ['%H', '%P', '%an', '%B'] as const;

/** Reads the history of a revision since the release before it. UserError: see resolveCommit; shallow. */
export async function readHistory(
  ports: GitPorts,
  { revision, tagPrefix }: { revision: string; tagPrefix: string },
): Promise<History> {
  const commit = await resolveCommit(ports, revision);
  await requireWholeHistory(ports);
  const tags = await stableTags(ports, commit, tagPrefix);
  const own = tags.find((tag) => tag.commit === commit);
  const base = tags.find((tag) => tag.commit !== commit);
  const range = base ? `${base.commit}..${commit}` : commit;
  const log = await git(ports, ['log', '-z', `--format=${FIELDS.join('%x00')}`, range, '--']);
  const date = await git(ports, ['show', '--no-patch', '--format=%cI', commit, '--']);
  return { commit, date: date.stdout.trim(), own, base, commits: parseLog(log.stdout) };
}

/** Version tags that the commit contains, highest first. Prereleases are no base for the next version. */
async function stableTags(ports: GitPorts, commit: string, prefix: string): Promise<VersionTag[]> {
  const format = '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)';
  const { stdout } = await git(ports, ['for-each-ref', `--merged=${commit}`, format, 'refs/tags']);
  const tags: VersionTag[] = [];
  for (const line of stdout.split('\n')) {
    const [tag = '', object = '', peeled = ''] = line.split('\0');
    if (!tag.startsWith(prefix)) continue;
    // Strict: "v1" and "v1.2" are floating tags, not versions.
    const version = semver.parse(tag.slice(prefix.length));
    if (!version || version.prerelease.length || version.raw !== version.version) continue;
    tags.push({ tag, version: version.version, commit: peeled || object });
  }
  return tags.sort((a, b) => semver.rcompare(a.version, b.version));
}

function parseLog(output: string): RawCommit[] {
  const parts = output.split('\0');
  const commits: RawCommit[] = [];
  for (let i = 0; i + FIELDS.length <= parts.length; i += FIELDS.length) {
    const [sha = '', parents = '', author = '', message = ''] = parts.slice(i, i + FIELDS.length);
    commits.push({ sha, parents: parents.split(' ').filter(Boolean), author, message });
  }
  return commits;
}
