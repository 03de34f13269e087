import { type Clock, CommandError, UserError } from '@fairway/runtime';
import { LedgerConflict } from '../types.ts';
import type { Repository } from './repository.ts';

/** How long to wait for the lock file of a ref before asking for help, in ms. */
const LOCK_WAIT = 10_000;

/** Moves the ref from one commit to the next, or creates it; LedgerConflict when somebody was faster. */
export async function moveRef(
  repository: Repository,
  clock: Clock,
  { ref, from, to }: { ref: string; from: string | undefined; to: string },
): Promise<void> {
  const move = `start\nupdate ${ref} ${to} ${from ?? '0'.repeat(to.length)}\nprepare\ncommit\n`;
  const end = clock.now() + LOCK_WAIT;
  for (;;) {
    try {
      await writable(repository, () =>
        repository.mover.ask(move, (output) => (output.includes('commit: ok\n') ? true : undefined)),
      );
      return;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      if (/but expected|already exists|unable to resolve reference/.test(withoutLock(error.stderr))) {
        throw new LedgerConflict(`${ref} is no longer at ${from ?? 'its beginning'}`, { cause: error });
      }
      if (!LOCKED.test(error.stderr)) {
        // A git that was killed may have moved the ref and not come to say so.
        if (await standsAt(repository, ref, to)) return;
        throw error;
      }
      if (clock.now() > end) throw stillLocked(error, ref);
    }
    await clock.sleep(20 * Math.random());
  }
}

async function standsAt({ git }: Repository, ref: string, id: string): Promise<boolean> {
  const { stdout } = await git(['rev-parse', '--verify', '--quiet', ref], { okCodes: [0, 1] });
  return stdout.trim() === id;
}

const LOCKED = /Unable to create '([^']+\.lock)': File exists/;

/** The message about a lock file says "File exists" and "already": it must not pass for a moved ref. */
const withoutLock = (stderr: string): string => (LOCKED.test(stderr) ? '' : stderr);

function stillLocked(cause: CommandError, ref: string): UserError {
  const file = LOCKED.exec(cause.stderr)?.[1] ?? ref;
  return new UserError(`${ref} has been locked for ${LOCK_WAIT / 1000} s; nothing was written`, {
    where: file,
    mend: 'if no git process runs here any more, a killed one left this file: delete it and run again',
    cause,
  });
}

/** What git and the system say about a disk that takes no more, and what to do about it. */
const DISK: readonly (readonly [RegExp, string, string])[] = [
  [/No space left on device|Disk quota exceeded/, 'the disk is full', 'free some space and run again'],
  [/Read-only file system/, 'the file system is read-only', 'put the repository where it can be written'],
  [
    /Permission denied|insufficient permission/,
    'the repository cannot be written',
    'check the owner and mode of the folder',
  ],
];

/** A disk that refuses becomes a clear error. Nothing counts until the ref moves. */
export async function writable<T>({ gitDir }: Repository, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    const known = DISK.find(([words]) => words.test(error.stderr));
    if (!known) throw error;
    const [, what, mend] = known;
    throw new UserError(`${what}; the ledger is unchanged`, { where: gitDir, mend, cause: error });
  }
}
