import { UserError } from '@fairway/runtime/errors';

/** Weights of the two servers, as HAProxy takes them: whole, 0 to 256. */
export interface Weights {
  readonly live: number;
  readonly candidate: number;
}

const LARGEST = 256;
/** The smallest share two such weights can make, in percent. */
const SMALLEST = 100 / (LARGEST + 1);

/**
 * The weights whose share comes nearest to a percentage. UserError for one that none comes near: a share
 * that is much larger than what was asked for is no canary.
 */
export function weightsFor(percent: number): Weights {
  if (!(percent >= 0 && percent <= 100)) throw new UserError(`${percent} is no weight: 0 to 100`);
  if (Number.isInteger(percent)) return { live: 100 - percent, candidate: percent };
  if (percent < SMALLEST || percent > 100 - SMALLEST) {
    throw new UserError(`HAProxy cannot give the candidate ${percent}% of the requests`, {
      mend: 'choose a weight from 0.39% to 99.6%, or 0% or 100%',
    });
  }
  let best: Weights = { live: LARGEST, candidate: 1 };
  for (let candidate = 1; candidate <= LARGEST; candidate++) {
    const ideal = (candidate * (100 - percent)) / percent;
    for (const live of [Math.floor(ideal), Math.ceil(ideal)]) {
      if (live < 1 || live > LARGEST) continue;
      if (offBy({ live, candidate }, percent) < offBy(best, percent)) best = { live, candidate };
    }
  }
  return best;
}

const shareOf = ({ live, candidate }: Weights): number => (100 * candidate) / (live + candidate);

const offBy = (weights: Weights, percent: number): number => {
  const off = Math.abs(shareOf(weights) - percent);
  // Equal but for rounding must count as equal, or a far larger pair would win.
  return off < 1e-9 ? 0 : off;
};

/** Whether both split the traffic alike. */
export const sameShare = (one: Weights, other: Weights): boolean =>
  one.candidate * (other.live + other.candidate) === other.candidate * (one.live + one.candidate);

/**
 * The percentage that weights stand for: the shortest one for which they would be set, else what they
 * really make. At least one of them must not be 0.
 */
export function percentFor(weights: Weights): number {
  const exact = shareOf(weights);
  for (const digits of [0, 1, 2, 3]) {
    const short = Number(exact.toFixed(digits));
    const possible = short > SMALLEST && short < 100 - SMALLEST;
    if (possible && sameShare(weightsFor(short), weights)) return short;
  }
  return Number(exact.toFixed(4));
}
