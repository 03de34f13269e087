import { crossing } from './crossing.ts';

/**
 * The Mann-Whitney test as Kayenta's judge uses it: mid-ranks, the normal approximation with corrections for ties
 * and continuity, and the interval of the shift by inverting the test. Fast for millions: sorted once, and every
 * evaluation is one merge.
 */
export interface Shift {
  /** Where the shift of the candidate against the baseline lies. */
  readonly low: number;
  readonly high: number;
  /** The Hodges-Lehmann estimate: the median of all differences. */
  readonly estimate: number;
}

/** Distinct values, rising, and how often each was seen. */
export interface Sample {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly size: number;
}

export function sampleOf(given: Iterable<number>): Sample {
  const values = Float64Array.from(given).sort();
  const counts = new Float64Array(values.length);
  let distinct = 0;
  for (let i = 0; i < values.length; ) {
    const value = values[i] as number;
    let to = i + 1;
    while (to < values.length && values[to] === value) to++;
    values[distinct] = value;
    counts[distinct++] = to - i;
    i = to;
  }
  return {
    values: values.subarray(0, distinct),
    counts: counts.subarray(0, distinct),
    size: values.length,
  };
}

export const least = ({ values }: Sample): number => values[0] ?? Number.NaN;
export const most = ({ values }: Sample): number => values[values.length - 1] ?? Number.NaN;

/** `z`: the normal quantile of the confidence, 2.326 for 98% two-sided. Neither sample is empty. */
export function shiftOf(x: Sample, y: Sample, z: number): Shift {
  const range = { low: least(x) - most(y), high: most(x) - least(y) };
  // Roots are found to a precision; nobody wants to read a shift of 1e-12.
  const fine = 1e-10 * Math.max(Math.abs(range.low), Math.abs(range.high));
  const clamp = (shift: number) =>
    Math.abs(shift) < fine ? 0 : Math.min(range.high, Math.max(range.low, shift));
  // As a share of all pairs, what a sample of quantiles can be asked as well.
  const share = z * Math.sqrt((x.size + y.size + 1) / (12 * x.size * y.size));
  const cross = (target: number, by: (score: Score) => number) =>
    clamp(crossing(guesses(x, y, target * share), (shift) => by(score(x, y, shift)), range));
  const low = cross(1, ({ w }) => w - z);
  const high = cross(-1, ({ w }) => w + z);
  // Even many differences have no single middle, but two; W is 0 between them.
  const upTo = cross(0, ({ dz }) => (dz === 0 ? -1 : dz));
  const step = 1e-9 * (range.high - range.low);
  const flat = score(x, y, upTo + step).dz === 0;
  const estimate = flat ? (upTo + cross(0, ({ dz }) => (dz === 0 ? 1 : dz))) / 2 : upTo;
  return { low, high, estimate };
}

export interface Score {
  /** The rank sum above its mean. */
  readonly dz: number;
  /** In standard deviations, with the correction for continuity. */
  readonly w: number;
}

/** How far x, shifted down by `shift`, ranks above y. Falls as the shift rises. */
export function score(x: Sample, y: Sample, shift: number): Score {
  const [xs, xc, ys, yc] = [x.values, x.counts, y.values, y.counts];
  const [m, n] = [xs.length, ys.length];
  let j = 0;
  let below = 0;
  // Twice the pairs in which x is above y; ties count one.
  let above = 0;
  let ties = 0;
  for (let i = 0; i < m; i++) {
    const value = (xs[i] as number) - shift;
    while (j < n && (ys[j] as number) < value) {
      const count = yc[j++] as number;
      below += count;
      if (count > 1) ties += count * (count * count - 1);
    }
    const own = xc[i] as number;
    let same = own;
    above += 2 * own * below;
    if (j < n && ys[j] === value) {
      const count = yc[j++] as number;
      above += own * count;
      below += count;
      same += count;
    }
    if (same > 1) ties += same * (same * same - 1);
  }
  for (; j < n; j++) {
    const count = yc[j] as number;
    if (count > 1) ties += count * (count * count - 1);
  }
  return scoreOf((above - x.size * y.size) / 2, x.size, y.size, ties);
}

function scoreOf(dz: number, m: number, n: number, ties: number): Score {
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - ties / (total * (total - 1)));
  return { dz, w: variance > 0 ? (dz - 0.5 * Math.sign(dz)) / Math.sqrt(variance) : 0 };
}

const THIN = 8_000;

/** Where big samples cross, roughly: asked of some of their quantiles, which costs next to nothing. */
function guesses(x: Sample, y: Sample, share: number): number | undefined {
  if (Math.min(x.values.length, y.values.length) < 4 * THIN) return undefined;
  const [a, b] = [thinned(x), thinned(y)];
  const pairs = a.size * b.size;
  const range = { low: least(a) - most(b), high: most(a) - least(b) };
  return crossing(undefined, (shift) => score(a, b, shift).dz / pairs - share, range, 1e-7);
}

function thinned({ values }: Sample): Sample {
  const every = values.length / THIN;
  return sampleOf(Array.from({ length: THIN }, (_, i) => values[Math.floor((i + 0.5) * every)] ?? 0));
}
