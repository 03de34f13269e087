import type { DatabaseSync } from 'node:sqlite';
import type { Answer } from '../types.ts';
import type { Expectation } from './kind.ts';

/** Asks the restored, read-only database the user's own questions. Nothing thrown: a bad query is an answer. */
export function ask(database: DatabaseSync, { query, min, max }: Expectation): Answer {
  // Without bounds the question is whether there is anything at all.
  const least = min ?? (max === undefined ? 1 : undefined);
  const bounds = [
    ...(least === undefined ? [] : [`at least ${least}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ].join(' and ');
  const answer = (value: number | undefined, found: string, ok: boolean): Answer => ({
    query,
    value,
    ok,
    message: `${found}, expected ${bounds}`,
  });
  let first: unknown;
  try {
    const statement = database.prepare(query);
    statement.setReturnArrays(true);
    first = (statement.get() as unknown as unknown[] | undefined)?.[0];
  } catch (error) {
    return answer(undefined, (error as Error).message, false);
  }
  if (typeof first !== 'number') {
    return answer(undefined, `${first === undefined ? 'no row' : 'not a number'}`, false);
  }
  return answer(first, String(first), first >= (least ?? -Infinity) && first <= (max ?? Infinity));
}
