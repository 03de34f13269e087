import { logGamma } from './exact.ts';
import { above, totalOf } from './histogram.ts';
import type { Histogram } from './reading.ts';

/**
 * The question about latencies: is the suspect stochastically at most `factor` times the reference? It is asked at
 * a few tails of the distribution, the asked quantile's own and longer ones, which tell more when all requests
 * got slower.
 */
export interface Tail {
  /** The share of requests above the threshold. */
  readonly mass: number;
  readonly weight: number;
}

export const tailsOf = (quantile: number): readonly Tail[] =>
  [1, 2, 5]
    .map((times, i) => ({ mass: times * (1 - quantile), weight: [2, 1, 2][i] ?? 1 }))
    .filter(({ mass }, i) => i === 0 || mass <= 0.5);

/** How many times more of the suspect's requests lie in the tail. */
export const ALTERNATIVES = [1.2, 1.4, 1.7, 2.5];

export interface Pair {
  readonly suspect: Histogram;
  readonly reference: Histogram;
}

/**
 * Above the bound `suspect`, and above `factor` times less for the reference: that lies within the class `within`,
 * of which the `part` counts that lies above it if the density there does not rise. (Where it rises, a release up
 * to `factor` times slower may be found slower; one that is not slower never is.)
 */
export interface Threshold {
  readonly suspect: number;
  readonly within: number;
  readonly part: number;
}

/**
 * The threshold near a tail of what was seen of the reference before, so that it does not depend on what it is
 * asked of. Among near ones that which coarse classes blur least.
 */
export function thresholdNear(
  bounds: readonly number[],
  past: readonly number[],
  mass: number,
  factor: number,
): Threshold | undefined {
  const total = totalOf(past);
  let [within, atWithin, atSuspect] = [0, total - (past[0] ?? 0), total];
  let best: (Threshold & { cost: number }) | undefined;
  for (let suspect = 0; suspect < bounds.length; suspect++) {
    atSuspect -= past[suspect] ?? 0;
    const bound = bounds[suspect] as number;
    // Most classes lie far below the tail.
    if (!(bound > 0) || atSuspect > total * 0.75) continue;
    const limit = bound / factor;
    while ((bounds[within] as number) < limit) atWithin -= past[++within] ?? 0;
    const [high, low] = [bounds[within] as number, within > 0 ? (bounds[within - 1] as number) : 0];
    const part = (high - limit) / (high - low);
    const share = (atWithin + part * (past[within] ?? 0)) / total;
    if (share > 0.75 || share < mass / 4 || share > mass * 8) continue;
    const blur = Math.log(share / (Math.max(atSuspect, 0.5) / total));
    const cost = Math.abs(Math.log2(share / mass)) + 2 * blur;
    if (!best || cost < best.cost) best = { suspect, within, part, cost };
  }
  return best;
}

/**
 * The logs of the factors of all alternatives: binomial, given how many requests lie in both tails. A request
 * in the class that counts in part is in the tail with that chance; the factor is the mean over all chances.
 */
export function tailGains(
  { suspect, reference }: Pair,
  { suspect: bound, within, part }: Threshold,
): number[] {
  const x = above(suspect.counts, bound);
  const y = above(reference.counts, within);
  const blurred = reference.counts[within] ?? 0;
  const [n, m] = [totalOf(suspect.counts), totalOf(reference.counts)];
  return ALTERNATIVES.map((times) => {
    const other = (n + m) / (times * n + m);
    return x * Math.log(times * other) + y * Math.log(other) + blurred * Math.log(1 - part + part * other);
  });
}

/**
 * The same when nothing was seen before: the threshold is an order statistic of the reference itself. The share
 * of the reference's distribution above it has a beta distribution whatever the distribution is, so that the
 * suspect's requests above it are beta-binomial. Taken at the next bound above it, they can only be fewer.
 */
export function firstGains({ suspect, reference }: Pair, mass: number, factor: number): number[] {
  const none = ALTERNATIVES.map(() => 0);
  const m = Math.floor(totalOf(reference.counts));
  const n = totalOf(suspect.counts);
  const rank = Math.ceil((1 - mass) * m);
  if (rank < 1 || rank > m) return none;
  let below = 0;
  const bound = reference.bounds.findIndex((_, i) => {
    below += reference.counts[i] ?? 0;
    return below >= rank;
  });
  const limit =
    bound < 0 || !((reference.bounds[bound] as number) > 0)
      ? -1
      : firstAtLeast(suspect.bounds, (reference.bounds[bound] as number) * factor);
  if (limit < 0) return none;
  const x = above(suspect.counts, limit);
  const [a, b] = [m - rank + 1, rank];
  const chance = (a: number) => logGamma(x + a) - logGamma(a) + logGamma(a + b) - logGamma(n + a + b);
  return ALTERNATIVES.map((times) => chance(times * a) - chance(a));
}

/** Rounded up, which errs on the side of the suspect. */
const firstAtLeast = (bounds: readonly number[], value: number): number =>
  bounds.findIndex((bound) => bound >= value * (1 - 1e-9));
