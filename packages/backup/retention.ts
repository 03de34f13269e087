import { formatSize } from '@fairway/schema';
import type { Stored } from './types.ts';

/**
 * What is no longer kept: everything that has `keep` newer proven backups, unproven archives included. So an
 * unproven backup never pushes a proven one out.
 */
export function outdated(newestFirst: readonly Stored[], keep: number): Stored[] {
  let proven = 0;
  return newestFirst.filter((stored) => {
    const old = proven >= keep;
    if (stored.proven) proven++;
    return old;
  });
}

const ENOUGH = 3;
const FACTOR = 2;

/** A warning when the size is far from the median of the proven ones before; undefined when it is not. */
export function drift(size: number, before: readonly Stored[]): string | undefined {
  const sizes = before
    .filter(({ proven }) => proven)
    .map(({ manifest }) => manifest.size)
    .sort((a, b) => a - b);
  if (sizes.length < ENOUGH) return undefined;
  const middle = sizes.length / 2;
  const median = ((sizes[Math.ceil(middle) - 1] ?? 0) + (sizes[Math.floor(middle)] ?? 0)) / 2;
  if (size * FACTOR >= median && size <= median * FACTOR) return undefined;
  return `the archive has ${formatSize(size)}; the median of the last ${sizes.length} is ${formatSize(median)}: check that the data is what you expect`;
}
