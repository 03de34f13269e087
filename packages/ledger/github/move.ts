import { type Clock, RemoteError } from '@fairway/runtime';
import { LedgerConflict } from '../types.ts';
import { type Api, saidBy } from './api.ts';

export interface Move {
  readonly ref: string;
  readonly from: string | undefined;
  readonly to: string;
}

/** How long an unclear outcome is looked into before the caller is told that it is unclear, in ms. */
const LOOK_FOR = 60_000;

/**
 * Moves the ref to a commit whose parent is `from`, or creates it. The server's fast-forward rule makes it
 * a compare-and-swap: a head that moved is no ancestor of the new commit. When the connection dies, the
 * outcome is read; if the ref has not moved, the very same move is sent again, which can neither double
 * the event nor lose it. Throws LedgerConflict when somebody was faster.
 */
export async function moveRef(api: Api, clock: Clock, move: Move): Promise<void> {
  const end = clock.now() + LOOK_FOR;
  for (let wasUnclear = false, tries = 1; ; tries++) {
    try {
      await send(api, move);
      return;
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      const unclear = error.retryable || error.status === undefined;
      wasUnclear ||= unclear;
      if (!unclear && error.status !== 409 && error.status !== 422) throw error;
      // After an unclear try even "already exists" may speak of our own move: only a look can tell.
      if (!wasUnclear && isBeaten(error)) throw conflict(move, error);
      const outcome = await look(api, move, error);
      if (outcome === 'done') return;
      if (outcome === 'beaten') throw conflict(move, error);
      // "Not a fast-forward" of a ref that has not moved: the look lags behind the refusal.
      if (!unclear && !isBeaten(error)) throw refused(move, error);
      if (clock.now() > end) throw unknown(move, error);
    }
    await clock.sleep(Math.random() * Math.min(5_000, 100 * 2 ** tries));
  }
}

function send(api: Api, { ref, from, to }: Move) {
  if (from === undefined) return api.send('POST', '/git/refs', { ref, sha: to }, { again: false });
  return api.send('PATCH', `/git/${ref}`, { sha: to, force: false }, { again: false });
}

const isBeaten = (error: RemoteError): boolean =>
  error.status === 422 && /not a fast.?forward|reference already exists/i.test(saidBy(error));

/** Where the ref is now: `open` when it still stands where the move starts, or before that. */
async function look(
  api: Api,
  { ref, from, to }: Move,
  why: RemoteError,
): Promise<'done' | 'beaten' | 'open'> {
  try {
    const { data } = await api.get(`/git/matching-refs/${ref.replace(/^refs\//, '')}`);
    const refs = data as { ref: string; object: { sha: string } }[];
    const head = refs.find((one) => one.ref === ref)?.object.sha;
    if (head === to) return 'done';
    if (head === from) return 'open';
    if (head === undefined) return 'beaten';
    const relation = await compare(api, to, head);
    // Others may have appended after us already.
    if (relation === 'ahead') return 'done';
    // A copy of the server that lags behind shows where the ref once was: our own event may be on it by now.
    return relation === 'behind' ? 'open' : 'beaten';
  } catch (error) {
    throw unknown({ ref, from, to }, error instanceof RemoteError ? error : why);
  }
}

/** How `head` stands to `commit`: with it and more, on the way to it, or on another line. */
async function compare(api: Api, commit: string, head: string): Promise<'ahead' | 'behind' | 'diverged'> {
  try {
    const { data } = await api.get(`/compare/${commit}...${head}?per_page=1`);
    if (data.status === 'identical') return 'ahead';
    return data.status === 'ahead' || data.status === 'behind' ? data.status : 'diverged';
  } catch (error) {
    // Two histories without a common beginning cannot be compared.
    if (error instanceof RemoteError && error.status === 404) return 'diverged';
    throw error;
  }
}

function conflict({ ref, from }: Move, cause: unknown): LedgerConflict {
  return new LedgerConflict(`${ref} is no longer at ${from ?? 'its beginning'}`, { cause });
}

function refused({ ref, to }: Move, cause: RemoteError): RemoteError {
  return new RemoteError(`GitHub refused to move ${ref}: ${saidBy(cause)}; nothing was written`, {
    status: cause.status,
    where: `${ref} to ${to}`,
    mend: 'a rule of the repository may protect this ref: exempt it, or set ledger.prefix to one that is free',
    cause,
  });
}

function unknown({ ref, to }: Move, cause: RemoteError): RemoteError {
  return new RemoteError(`it is unclear whether the event was written: ${cause.message}`, {
    status: cause.status,
    where: `${ref} to ${to}`,
    mend: 'run the job again when GitHub answers: it reads the ledger first and goes on from what it says',
    retryable: true,
    cause,
  });
}
