import type { JudgedMetric, Memory, Wanted } from './types.ts';

/** When a look is due, as the machine decides it. Times: ms since 1970. */
export interface Occasion {
  /** Since when the step's weight counts. */
  readonly from: number;
  readonly to: number;
  /** The bake has ended. */
  readonly final: boolean;
  /** Milliseconds between looks. */
  readonly interval?: number | undefined;
}

/**
 * Pure. What is to be asked for this look; undefined: the metric is not judged at it (Mann-Whitney before the
 * bake has ended, or nothing new since the last look), which is neither pass nor fail.
 */
export function wanted(metric: JudgedMetric, occasion: Occasion, memory?: Memory): Wanted | undefined {
  const { form, compare } = metric;
  const { from, to, final } = occasion;
  const sides = compare ? (['candidate', 'baseline'] as const) : (['candidate'] as const);
  if (form === 'value' && !compare) return { shape: 'value', sides, from, to };
  if (compare?.by === 'mann-whitney') {
    return final ? { shape: 'series', sides, from, to, step: pointsApart(occasion) } : undefined;
  }
  const since = Math.max(from, memory?.until ?? from);
  return to > since ? { shape: form, sides, from: since, to } : undefined;
}

/** At least ten points; never closer than what is usually scraped unless the bake is short, nor than a second. */
function pointsApart({ from, to, interval = 15_000 }: Occasion): number {
  return Math.max(1_000, Math.min(interval, Math.floor((to - from) / 10)));
}
