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
export const ALTERNATIVES = [1.12, 1.3, 1.6, 2.2, 4];

export interface Pair {
  readonly suspect: Histogram;
  readonly reference: Histogram;
}

/** Indexes of bounds: what lies above `reference` there is compared with what lies above `suspect` here. */
export interface Threshold {
  readonly reference: number;
  readonly suspect: number;
}

/**
 * The threshold near a tail of what was seen of the reference before, so that it does not depend on what it is
 * asked of. Among near ones that which loses least by rounding the tolerated factor up to a bound.
 */
export function thresholdNear(
  bounds: readonly number[],
  past: readonly number[],
  mass: number,
  factor: number,
): Threshold | undefined {
  const total = totalOf(past);
  let left = total;
  let suspect = 0;
  let best: (Threshold & { cost: number }) | undefined;
  for (const [i, bound] of bounds.entries()) {
    left -= past[i] ?? 0;
    const off = Math.abs(Math.log(Math.max(left, 0.5) / total / mass));
    if (off > Math.log(4) || left > 0.75 * total || !(bound > 0)) continue;
    suspect = scaled(bounds, i, factor, suspect);
    if (suspect < 0) break;
    // A loss of 4% in the scale is as bad as a tail of half or twice the mass.
    const cost = off / Math.LN2 + Math.log((bounds[suspect] as number) / bound / factor) / 0.04;
    if (!best || cost < best.cost) best = { reference: i, suspect, cost };
  }
  return best;
}

/** The first bound that is at least `factor` times another; rounding up errs on the side of the suspect. */
function scaled(bounds: readonly number[], i: number, factor: number, from = i): number {
  const least = (bounds[i] as number) * factor * (1 - 1e-9);
  for (let j = Math.max(i, from); j < bounds.length; j++) if ((bounds[j] as number) >= least) return j;
  return -1;
}

/** The logs of the factors of all alternatives: binomial, given how many requests lie in both tails. */
export function tailGains({ suspect, reference }: Pair, threshold: Threshold): number[] {
  const x = above(suspect.counts, threshold.suspect);
  const y = above(reference.counts, threshold.reference);
  return binomialGains(x, x + y, totalOf(suspect.counts), totalOf(reference.counts));
}

export function binomialGains(x: number, k: number, n: number, m: number): number[] {
  return ALTERNATIVES.map((times) => x * Math.log(times) - k * Math.log((times * n + m) / (n + m)));
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
    bound < 0 || !((reference.bounds[bound] as number) > 0) ? -1 : scaled(suspect.bounds, bound, factor);
  if (limit < 0) return none;
  const x = above(suspect.counts, limit);
  const [a, b] = [m - rank + 1, rank];
  const chance = (a: number) => logGamma(x + a) - logGamma(a) + logGamma(a + b) - logGamma(n + a + b);
  return ALTERNATIVES.map((times) => chance(times * a) - chance(a));
}
