import type { Histogram } from './reading.ts';

/** Observations above the bound with this index. */
export function above(counts: readonly number[], bound: number): number {
  let sum = 0;
  for (let i = bound + 1; i < counts.length; i++) sum += counts[i] as number;
  return sum;
}

export const totalOf = (counts: readonly number[]): number => above(counts, -1);

export const plus = (one: readonly number[], other: readonly number[]): readonly number[] =>
  other.map((count, i) => count + (one[i] ?? 0));

/**
 * The quantile, evenly spread within its class (from 0 in the first one). Infinity when it lies above all bounds,
 * where nobody knows how far; NaN without observations.
 */
export function quantileOf({ bounds, counts }: Histogram, quantile: number): number {
  const total = totalOf(counts);
  if (!(total > 0)) return Number.NaN;
  const rank = quantile * total;
  let below = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    if (below + count >= rank && count > 0) {
      const high = bounds[i];
      const first = bounds[0] ?? 0;
      const low = i > 0 ? (bounds[i - 1] as number) : Math.min(0, first);
      if (high === undefined) return Number.POSITIVE_INFINITY;
      return low + (high - low) * Math.max(0, (rank - below) / count);
    }
    below += count;
  }
  return Number.POSITIVE_INFINITY;
}

/** Where the quantile lies, in whole classes: ranks by the normal approximation, for one look. */
export function quantileRange({ bounds, counts }: Histogram, quantile: number, z: number): [number, number] {
  const total = totalOf(counts);
  const spread = z * Math.sqrt(quantile * (1 - quantile) * total) + 1;
  const at = (rank: number) => {
    let below = 0;
    const found = counts.findIndex((count) => {
      below += count;
      return below >= rank;
    });
    return found < 0 ? counts.length - 1 : found;
  };
  const low = quantile * total - spread;
  const high = quantile * total + spread;
  const bottom = low <= 0 ? 0 : (bounds[at(low) - 1] ?? 0);
  return [bottom, high >= total ? Number.POSITIVE_INFINITY : (bounds[at(high)] ?? Number.POSITIVE_INFINITY)];
}

/** The share of observations above a value, by halves and doubles within its class; for estimates only. */
export function shareAbove({ bounds, counts }: Histogram, value: number): number {
  const total = totalOf(counts);
  const i = bounds.findIndex((bound) => bound >= value);
  if (i < 0) return (counts.at(-1) ?? 0) / total / 2;
  const low = i > 0 ? (bounds[i - 1] as number) : 0;
  const part = ((bounds[i] as number) - value) / ((bounds[i] as number) - low || 1);
  return (above(counts, i) + (counts[i] ?? 0) * part) / total;
}

/** Counts in JSON (which knows no -0): the first class that has any, then the counts up to the last one that has. */
export type Packed = readonly number[];

export function pack(counts: readonly number[]): Packed {
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return [0];
  const last = counts.findLastIndex((count) => count > 0);
  const packed = [first];
  for (let i = first; i <= last; i++) packed.push(Math.round((counts[i] as number) * 100) / 100 + 0);
  return packed;
}

export function unpack(packed: Packed, length: number): readonly number[] {
  const counts = new Array<number>(length).fill(0);
  const offset = (packed[0] ?? 0) - 1;
  for (let i = 1; i < packed.length && offset + i < length; i++) counts[offset + i] = packed[i] as number;
  return counts;
}
