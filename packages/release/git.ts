import { CommandError, type Exec, UserError } from '@fairway/runtime';
import { closest } from '@fairway/schema';

export interface GitPorts {
  readonly exec: Exec;
  readonly context: { readonly workspace: string };
}

/** Runs git in the workspace. */
export async function git(
  { exec, context }: GitPorts,
  args: readonly string[],
  options: { okCodes?: readonly number[]; input?: string } = {},
): Promise<{ stdout: string; exitCode: number }> {
  return exec.run('git', args, { cwd: context.workspace, ...options });
}

/** Full id of the commit a revision names. UserError: no repository, no such revision. */
export async function resolveCommit(ports: GitPorts, revision: string): Promise<string> {
  await requireRepository(ports);
  const found = await revParse(ports, revision);
  if (found) return found;
  const { stdout } = await git(ports, [
    'for-each-ref',
    '--format=%(refname:short)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ]);
  const near = nearest(revision, stdout.split('\n').filter(Boolean));
  throw new UserError(`the revision "${revision}" does not exist in this repository`, {
    where: ports.context.workspace,
    mend: near.length
      ? `did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
      : 'name a commit, branch or tag that was fetched (actions/checkout with fetch-depth: 0 fetches all)',
  });
}

/** undefined when the revision does not exist. */
export async function revParse(ports: GitPorts, revision: string): Promise<string | undefined> {
  // A name cannot start with "-"; git would take it for an option.
  if (revision.startsWith('-')) return undefined;
  const args = ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`];
  const { stdout } = await git(ports, args, { okCodes: [0, 1, 128] });
  return stdout.trim() || undefined;
}

function nearest(word: string, names: readonly string[]): string[] {
  const left = [...names];
  const near: string[] = [];
  for (let name = closest(word, left); name !== undefined && near.length < 3; name = closest(word, left)) {
    near.push(name);
    left.splice(left.indexOf(name), 1);
  }
  return near;
}

async function requireRepository(ports: GitPorts): Promise<void> {
  const { workspace } = ports.context;
  try {
    await git(ports, ['rev-parse', '--git-dir']);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const owned = error.stderr.includes('safe.directory');
    throw new UserError(
      owned ? `git refuses ${workspace}: it belongs to another user` : `${workspace} is not a git repository`,
      {
        where: workspace,
        mend: owned
          ? `run: git config --global --add safe.directory ${workspace}`
          : 'check the repository out first: actions/checkout with fetch-depth: 0',
        cause: error,
      },
    );
  }
}

/** A shallow clone hides tags and commits: versions made from it would be wrong. */
export async function requireWholeHistory(ports: GitPorts): Promise<void> {
  const { stdout } = await git(ports, ['rev-parse', '--is-shallow-repository']);
  if (stdout.trim() !== 'true') return;
  throw new UserError('the clone is shallow, so commits and tags since the last release may be missing', {
    where: ports.context.workspace,
    mend: 'check out with the whole history: actions/checkout with fetch-depth: 0 (or run git fetch --unshallow --tags)',
  });
}

/** Commits that `to` has and `from` has not; undefined when git does not know one of them. */
export async function countCommits(ports: GitPorts, from: string, to: string): Promise<number | undefined> {
  if (!/^[0-9a-f]{7,64}$/.test(from)) return undefined;
  const args = ['rev-list', '--count', `${from}..${to}`, '--'];
  const { stdout, exitCode } = await git(ports, args, { okCodes: [0, 128] });
  return exitCode === 0 ? Number(stdout.trim()) : undefined;
}
