import type { Sides } from './counts.ts';

/**
 * Errors often come in bursts: a client that tries again, a pod that restarts. Then the counts of a look scatter
 * more than independent requests do, and every look says less than it seems to. How much less is learned from the
 * looks before.
 */
export interface Scatter {
  /** The sum of squared deviations, in variances of independent requests; and how many. */
  readonly squares: number;
  readonly looks: number;
}

export const CALM: Scatter = { squares: 0, looks: 0 };

/** As if so many looks had shown independent requests. */
const BELIEF = 5;
/** Independent requests scatter as much by chance: that must not cost what they say. */
const USUAL = 1.2;
/** One look that stands out, as when a release breaks at last, is no scatter. */
const MOST = 9;
const ENOUGH = 10;

/**
 * The exponent of the next look's factors, 1 or less. It does not depend on that look, and a power below 1 of
 * something with an expectation of at most 1 has one, too: so it costs no false alarm.
 */
export const trustIn = ({ squares, looks }: Scatter): number =>
  Math.min(1, (USUAL * (BELIEF + looks)) / (BELIEF + squares));

/** `before`: all that was seen until this look, which says what it should have been like. */
export function scatterAfter(scatter: Scatter, before: Sides, { candidate, baseline }: Sides): Scatter {
  const k = candidate.events + baseline.events;
  if (before.candidate.events + before.baseline.events < ENOUGH || k === 0) return scatter;
  const rate = (side: 'candidate' | 'baseline') => (before[side].events + 0.5) / before[side].total;
  const own = rate('candidate') * candidate.total;
  const share = own / (own + rate('baseline') * baseline.total);
  const square = (candidate.events - k * share) ** 2 / (k * share * (1 - share));
  const squares = scatter.squares + Math.min(MOST, square);
  return { squares: Math.round(squares * 100) / 100, looks: scatter.looks + 1 };
}
