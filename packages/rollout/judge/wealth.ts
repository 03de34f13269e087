/**
 * An e-process as a bettor's wealth: it starts with 1, stakes it on several alternatives at once, and while the
 * null hypothesis holds no strategy can be expected to win. By Ville's inequality the wealth ever reaches
 * 1/alpha with a probability of at most alpha, however often one looks and whenever one stops.
 *
 * Kept as the logarithms of the parts. The first part is cash: it is never staked, so that a long good time does
 * not eat up what a late regression needs.
 */
export type Wealth = readonly number[];

/** Keeps a tenth as cash and spreads the rest in proportion to `weights`. */
export function stake(weights: readonly number[]): Wealth {
  const sum = weights.reduce((a, b) => a + b, 0);
  return [CASH, ...weights.map((weight) => ((1 - CASH) * weight) / sum)].map(Math.log);
}

const CASH = 0.1;
/** Nothing smaller is ever seen again; and a short number is a short line in the ledger. */
const NOTHING = -60;

/**
 * `gains`: the log of the factor of every part but cash. Each factor's expectation is at most 1 under the null
 * hypothesis, given all that was seen before.
 */
export function play(wealth: Wealth, gains: readonly number[]): Wealth {
  return wealth.map((part, i) => round(part + (gains[i - 1] ?? 0)));
}

/** Deals a share of all wealth out anew, as at the start. Its sum stays. */
export function redeal(wealth: Wealth, start: Wealth, share = 0.1): Wealth {
  const total = logOdds(wealth);
  return wealth.map((part, i) =>
    round(Math.log((1 - share) * Math.exp(part) + share * Math.exp(total + (start[i] ?? NOTHING)))),
  );
}

/** The log of the whole wealth. */
export function logOdds(wealth: Wealth): number {
  const most = Math.max(...wealth);
  return most + Math.log(wealth.reduce((sum, part) => sum + Math.exp(part - most), 0));
}

/** When to deal anew: with a new step, and ever more rarely within one; so that it costs next to nothing. */
export const timeToRedeal = (looks: number, newStep: boolean): boolean =>
  newStep || (looks >= 16 && Number.isInteger(Math.log2(looks)));

const round = (log: number): number => Math.max(NOTHING, Math.floor(log * 1e4) / 1e4) + 0;
