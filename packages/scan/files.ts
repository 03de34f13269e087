import { lstat, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, type Exec, UserError } from '@fairway/runtime';
import type { SkippedFile } from './types.ts';

export interface TrackedFiles {
  /** Real path of the repository's root; the files are relative to it. */
  readonly root: string;
  readonly files: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

/** The files that git tracks in and below a folder. UserError when the folder is not in a repository. */
export async function trackedFiles(exec: Exec, folder: string): Promise<TrackedFiles> {
  const git = async (...args: string[]) => (await exec.run('git', args, { cwd: folder })).stdout;
  const root = await git('rev-parse', '--show-toplevel').catch((error: unknown) => {
    if (!(error instanceof CommandError)) throw error;
    throw new UserError(`${folder} is not in a git repository: ${error.stderr.trim().split('\n')[0]}`, {
      mend: 'check the repository out first (actions/checkout), or choose a path inside of it',
      cause: error,
    });
  });
  const listed = await git('ls-files', '-z', '--stage', '--full-name', '--', '.');
  const modes = new Map(
    listed
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => [line.slice(line.indexOf('\t') + 1), line.slice(0, 6)]),
  );
  const names = [...modes.keys()].sort();
  const isText = (file: string) => modes.get(file)?.startsWith('100') === true;
  return {
    root: await realpath(root.replace(/\n$/, '')),
    files: names.filter(isText),
    skipped: names.filter((file) => !isText(file)).map((file) => ({ file, why: 'link or submodule' })),
  };
}

/** git's own rule: a NUL byte near the start. */
const BINARY_PROBE = 8_000;

/** The text of a file, or why it is not scanned. Throws the system's error when it cannot be read. */
export async function textOf(root: string, file: string, maxBytes: number): Promise<string | SkippedFile> {
  const path = join(root, file);
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
  });
  if (!found) return { file, why: 'not in the working tree' };
  // What git knows as a file may have been replaced by a link since: it is not followed.
  if (!found.isFile()) return { file, why: 'link or submodule' };
  if (found.size > maxBytes) return { file, why: 'too large' };
  const bytes = await readFile(path);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  }
  return bytes.subarray(0, BINARY_PROBE).includes(0) ? { file, why: 'binary' } : bytes.toString('utf8');
}
