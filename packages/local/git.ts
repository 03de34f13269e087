import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Runs git in a folder and gives its output, trimmed. The environment is the steps', not this process's. */
export async function git(folder: string, args: string[], env: Record<string, string>): Promise<string> {
  const { stdout } = await execute('git', args, {
    cwd: folder,
    env: { ...env, GIT_TERMINAL_PROMPT: '0' },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.trim();
}

/** A commit and the full name of the ref that leads to it. */
export interface Position {
  /** `refs/heads/main`, `refs/tags/v1`; for a detached HEAD the commit itself. */
  ref: string;
  sha: string;
}

/** Where a repository stands: at a ref (a short or full name, or a commit), by default at HEAD. */
export async function positionOf(
  folder: string,
  ref: string | undefined,
  env: Record<string, string>,
): Promise<Position> {
  const run = (...args: string[]) => git(folder, args, env);
  if (!ref || ref === 'HEAD') {
    const sha = await run('rev-parse', '--verify', 'HEAD^{commit}').catch((cause: unknown) => {
      throw new Error(`${folder} is not a git repository with a commit: commit once before a local run`, {
        cause,
      });
    });
    return { sha, ref: await run('symbolic-ref', '-q', 'HEAD').catch(() => sha) };
  }
  for (const full of [ref, `refs/heads/${ref}`, `refs/tags/${ref}`]) {
    if (!full.startsWith('refs/')) continue;
    const sha = await run('rev-parse', '-q', '--verify', `${full}^{commit}`).catch(() => undefined);
    if (sha) return { ref: full, sha };
  }
  const sha = await run('rev-parse', '-q', '--verify', `${ref}^{commit}`).catch(() => undefined);
  if (sha) return { ref: sha, sha };
  throw new Error(`${folder} has no branch, tag or commit '${ref}'`);
}
