import type { Metric } from './metric-kind.ts';

/**
 * Of 100: the share of the metrics that passed in each group, and of it the mean of the groups by weight. A
 * group weighs as much as the heaviest of its metrics. 100 when all pass, and when there are none.
 */
export function scoreOf(
  found: readonly { readonly metric: Pick<Metric, 'group' | 'weight'>; readonly passed: boolean }[],
): number {
  const groups = Map.groupBy(found, ({ metric }) => metric.group);
  let sum = 0;
  let weights = 0;
  for (const members of groups.values()) {
    const weight = Math.max(...members.map(({ metric }) => metric.weight));
    sum += (weight * members.filter(({ passed }) => passed).length) / members.length;
    weights += weight;
  }
  return weights > 0 ? (100 * sum) / weights : 100;
}
