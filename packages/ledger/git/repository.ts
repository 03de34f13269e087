import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CommandError,
  Coprocess,
  type Exec,
  type ExecOptions,
  type ExecResult,
  UserError,
} from '@fairway/runtime';
import type { ObjectFormat } from './objects.ts';

/** A repository that git can write to: its common directory, whatever work tree it was found from. */
export interface Repository {
  readonly gitDir: string;
  readonly format: ObjectFormat;
  /** Runs git there, in English whatever the user's language: failures are told apart by their words. */
  git(args: readonly string[], options?: ExecOptions): Promise<ExecResult>;
  /** `git cat-file --batch` and `git update-ref --stdin`, kept running. */
  readonly reader: Coprocess;
  readonly mover: Coprocess;
}

/**
 * Finds where the ledger of a checkout lives: in its `origin` when that is a folder of this machine (the
 * jobs of a local run have throw-away clones), else in the repository itself. Work trees, linked work
 * trees and bare repositories are all right. Throws UserError for a folder without git.
 */
export async function locate(folder: string, exec: Exec): Promise<Repository> {
  const checkout = await open(folder, exec);
  const { stdout } = await checkout.git(['config', '--get', 'remote.origin.url'], { okCodes: [0, 1] });
  const origin = localPath(stdout.trim(), folder);
  return origin === undefined ? checkout : open(origin, exec);
}

const ENGLISH = { LC_ALL: 'C', LANGUAGE: '' };

async function open(folder: string, exec: Exec): Promise<Repository> {
  const found = await exec
    .run('git', ['-C', folder, 'rev-parse', '--git-common-dir', '--show-object-format'], { addEnv: ENGLISH })
    .catch((error: unknown) => {
      throw error instanceof CommandError ? noRepository(folder, error) : error;
    });
  const [directory = '', format = 'sha1'] = found.stdout.trim().split('\n');
  const gitDir = resolve(folder, directory);
  // Objects on disk before the ref points at them: a power cut must not leave a ledger that cannot be read.
  const common = ['--git-dir', gitDir, '-c', 'core.fsync=committed'];
  const keep = (...args: string[]) => new Coprocess(['git', ...common, ...args], ENGLISH);
  return {
    gitDir,
    format: format === 'sha256' ? 'sha256' : 'sha1',
    git: (args, options = {}) => exec.run('git', [...common, ...args], { ...options, addEnv: ENGLISH }),
    reader: keep('cat-file', '--batch'),
    // No reflog: this ref is a log.
    mover: keep(
      '-c',
      'core.logAllRefUpdates=false',
      '-c',
      'core.filesRefLockTimeout=500',
      'update-ref',
      '--no-deref',
      '--stdin',
    ),
  };
}

function noRepository(folder: string, cause: CommandError): UserError {
  if (cause.stderr.includes('dubious ownership')) {
    return new UserError('git does not trust this repository: it belongs to another user', {
      where: folder,
      mend: `run: git config --global --add safe.directory ${folder}`,
      cause,
    });
  }
  return new UserError('there is no git repository here, so no place for the ledger', {
    where: folder,
    mend: 'check out the repository first (actions/checkout), or run `git init`',
    cause,
  });
}

/** The folder a remote URL names; undefined for a URL or an scp-like address of another machine. */
function localPath(url: string, base: string): string | undefined {
  if (url === '') return undefined;
  if (url.startsWith('file://')) return fileURLToPath(url);
  // git's own rule: a colon before the first slash makes it host:path.
  return /^[^/]*:/.test(url) ? undefined : resolve(base, url);
}
