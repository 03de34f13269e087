import { UserError } from '@fairway/runtime';
import type { EnvironmentState, LedgerEvent } from './types.ts';

/**
 * How an event and the state after it are written into a commit. The message is complete by itself: words
 * first, then one line of JSON each for the event and the state. So a read over REST is one request (the
 * commit), and history is one list of commits. The tree repeats both as files, for people and other tools.
 */
export interface CommitRecord {
  readonly message: string;
  readonly files: { readonly 'event.json': string; readonly 'state.json': string };
}

export const SCHEMA = 1;
const EVENT = 'Fairway-Event: ';
const STATE = 'Fairway-State: ';
const ID = 'Fairway-Id: ';

/** `id` is unique: without it two writers with the same words in the same second would make one commit. */
export function encode(event: LedgerEvent, state: EnvironmentState, id: string): CommitRecord {
  const words = printable(event.message) || event.type;
  const trailers = [`${ID}${id}`, EVENT + JSON.stringify(event), STATE + JSON.stringify(state)];
  return {
    message: `${words}\n\n${trailers.join('\n')}\n`,
    files: { 'event.json': pretty(event), 'state.json': pretty(state) },
  };
}

export const pretty = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** `where`: the ref and the commit, for messages. */
export function decode(message: string, where: string): { event: LedgerEvent; state: EnvironmentState } {
  // The last line wins: words of the message that look like a trailer stand above ours.
  const trailer = (name: string) => message.split('\n').findLast((line) => line.startsWith(name));
  const state = trailer(STATE)?.slice(STATE.length);
  const event = trailer(EVENT)?.slice(EVENT.length);
  if (state === undefined || event === undefined) throw corrupted(where, 'it is not an event of Fairway');
  return { state: parseState(state, where), event: parseJson(event, where, 'event') as LedgerEvent };
}

/** Throws UserError for JSON that is broken, not a state, or written by a newer Fairway. */
export function parseState(text: string, where: string): EnvironmentState {
  const state = parseJson(text, where, 'state') as Partial<EnvironmentState> | null;
  const schema: unknown = typeof state === 'object' ? state?.schema : undefined;
  if (typeof schema === 'number' && schema > SCHEMA) {
    throw new UserError(`the ledger was written by a newer Fairway (schema ${schema}; this one: ${SCHEMA})`, {
      where,
      mend: 'update Fairway to the version that the other jobs of this app use',
    });
  }
  if (!state || schema !== SCHEMA || typeof state.sequence !== 'number') {
    throw corrupted(where, 'the state lacks its schema or sequence');
  }
  return state as EnvironmentState;
}

function parseJson(text: string, where: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupted(where, `the ${name} is not JSON: ${(error as Error).message}`);
  }
}

export function corrupted(where: string, why: string): UserError {
  return new UserError(`the ledger's newest entry cannot be used: ${why}`, {
    where,
    mend: 'look at it with `git show`, and move the ref back to its last good commit with `git update-ref`',
  });
}

const printable = (text: string): string =>
  [...text]
    .filter((character) => character === '\n' || character >= ' ')
    .join('')
    .trim();
