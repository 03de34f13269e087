import { CommandError, type Exec, UserError } from '@fairway/runtime';

export interface Commit {
  /** Full id. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly time: number;
}

/**
 * The commit that is checked out in a folder, which must be `revision`: an image is never labelled with a
 * commit that it was not built from. UserError without git, without a commit, and when they differ.
 */
export async function checkedOutCommit(exec: Exec, folder: string, revision: string): Promise<Commit> {
  const head = await resolveCommit(exec, folder, 'HEAD').catch((error: unknown) => {
    throw new UserError(`${folder} has no git commit checked out, so the revision of the image is unknown`, {
      ...(error instanceof CommandError ? { where: error.stderr.trim().split('\n')[0] ?? folder } : {}),
      mend: 'check the repository out first (actions/checkout), or choose a context inside of it',
      cause: error,
    });
  });
  const wanted = await resolveCommit(exec, folder, revision).catch((error: unknown) => {
    throw new UserError(`the revision "${revision}" is not a commit of this repository`, {
      where: folder,
      mend: 'check the spelling; a shallow checkout has only its own commit (fetch-depth: 0 fetches all)',
      cause: error,
    });
  });
  if (head.id === wanted.id) return head;
  throw new UserError(`the revision is ${wanted.id}, but ${head.id} is checked out`, {
    where: folder,
    mend: 'check that revision out (input "ref" of actions/checkout), or set the input "revision" to what is',
  });
}

async function resolveCommit(exec: Exec, cwd: string, revision: string): Promise<Commit> {
  const peeled = `${revision}^{commit}`;
  const { stdout: id } = await exec.run(
    'git',
    ['rev-parse', '--verify', '--quiet', '--end-of-options', peeled],
    { cwd },
  );
  const { stdout: time } = await exec.run('git', ['show', '-s', '--format=%ct', id.trim()], { cwd });
  return { id: id.trim(), time: Number(time) };
}
