import type { Metric } from '@fairway/rollout';
import type { MetricLook } from './metrics.ts';

/** A metric's values over its looks as text. undefined: too few to draw. */
export function metricChart(_looks: readonly MetricLook[], _metric: Metric | undefined): string | undefined {
  return undefined;
}
