import type { Look, Memory } from './types.ts';

/** What every form remembers besides its own. */
export interface Kept extends Memory {
  /** What kind of memory this is: one of another kind is not believed. */
  readonly by: string;
  /** How many looks were taken in. */
  readonly looks: number;
}

export const recall = <T extends Kept>(memory: Memory | undefined, by: T['by']): T | undefined =>
  memory?.by === by ? (memory as T) : undefined;

/** Whether this look is the first of its step: then it begins after everything that was taken in. */
export const isNewStep = (look: Look, memory: Memory | undefined): boolean =>
  memory !== undefined && look.from > memory.until;

/** Whether the window was taken in before; a process that died between judging and recording may ask again. */
export const isOld = (look: Look, memory: Memory | undefined): boolean =>
  memory !== undefined && look.to <= memory.until;

export const OLD = { kind: 'no-data', reason: 'nothing new since the last look' } as const;
