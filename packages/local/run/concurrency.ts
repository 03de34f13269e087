import { resolveBoolean, resolveText, type Scope } from '../expression/evaluate.ts';
import { isMapping, property, type Token, text } from '../parser/tokens.ts';
import { acquireLock, type LockRequest } from './lock.ts';
import type { Call, Run } from './state.ts';

/** An evaluated `concurrency:`. */
export interface Concurrency {
  group: string;
  cancelInProgress: boolean;
  queue: 'single' | 'max';
}

/** Evaluates a `concurrency:` setting; undefined when there is none or its group is empty. */
export function readConcurrency(token: Token | undefined, scope: Scope): Concurrency | undefined {
  if (!token) return undefined;
  const mapping = isMapping(token);
  const groupToken = mapping ? property(token, 'group') : token;
  const group = groupToken ? resolveText(groupToken, scope) : '';
  if (group === '') return undefined;
  const cancel = mapping ? property(token, 'cancel-in-progress') : undefined;
  return {
    // Group names are case-insensitive.
    group: group.toLowerCase(),
    cancelInProgress: resolveBoolean(cancel, scope, 'concurrency.cancel-in-progress') ?? false,
    queue: text(property(token, 'queue')) === 'max' ? 'max' : 'single',
  };
}

/**
 * Does the work while it holds the group: one at a time on this machine, over all runs of the repository.
 * The work's signal also aborts when a newer holder asks for it. `cancelled` stands in when the turn never
 * comes.
 */
export async function withConcurrency<T>(
  run: Run,
  call: Call,
  wanted: Concurrency | undefined,
  signal: AbortSignal,
  work: (signal: AbortSignal, held: string[]) => Promise<T>,
  cancelled: (reason: string) => T,
): Promise<T> {
  if (!wanted) return await work(signal, call.held);
  if (call.held.includes(wanted.group)) {
    return cancelled(`Canceling since a deadlock was detected for concurrency group: '${wanted.group}'`);
  }
  const request: LockRequest = { ...run.locks, ...wanted };
  const lock = await acquireLock(request, signal);
  if (typeof lock === 'string') return cancelled(lock);
  try {
    return await work(AbortSignal.any([signal, lock.signal]), [...call.held, wanted.group]);
  } finally {
    await lock.release();
  }
}
