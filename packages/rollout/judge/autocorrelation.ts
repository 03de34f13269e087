/**
 * Gauges such as CPU or a queue remember: what is high now is high at the next look, too, on one side by chance. Then
 * looks do not depend on themselves alone, and every one says less than it seems to. How much less is learned from
 * the looks before.
 */

/** How many looks it is learned from. */
export const REMEMBERED = 40;
/** As if so many looks had shown so much autocorrelation. */
const BELIEF = { looks: 8, autocorrelation: 0.5 };
const MOST = 0.97;

/**
 * The exponent of the next look's factors, below 1. It does not depend on that look, and a power below 1 of
 * something with an expectation of at most 1 has one, too. `differences`: signed, oldest first.
 */
export function trustAfter(differences: readonly number[]): number {
  const seen = differences.slice(-REMEMBERED);
  const believed = BELIEF.looks * BELIEF.autocorrelation + seen.length * autocorrelation(seen);
  const all = Math.min(MOST, Math.max(0, believed / (BELIEF.looks + seen.length)));
  return (1 - all) / (1 + all);
}

/** From one look to the next, about their mean; corrected for how much a short series hides. */
function autocorrelation(values: readonly number[]): number {
  const { length } = values;
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const from = values.map((value) => value - mean);
  const whole = from.reduce((sum, one) => sum + one * one, 0);
  if (length < 3 || whole < 1e-9) return 0;
  const lagged = from.reduce((sum, one, i) => sum + one * (from[i - 1] ?? 0), 0);
  return Math.min(1, ((length * lagged) / whole + 1) / Math.max(1, length - 4));
}
