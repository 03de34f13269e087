import type { Verdict } from './types.ts';

/** What the score needs to know of a metric. */
export interface Scored {
  readonly name: string;
  /** Metrics without a group are one group. */
  readonly group?: string | undefined;
  /** Of the metric's group, among the groups; the largest of its metrics counts. Default 1. */
  readonly weight?: number | undefined;
  /** Not passing makes the whole score 0. Default true. */
  readonly critical?: boolean | undefined;
}

/**
 * 0 to 100, as Kayenta scores: the share of a group's metrics that pass, weighted by group; 0 when a critical
 * metric fails. Verdicts without evidence are not counted, unless they fail; undefined when nothing is left to
 * count.
 */
export function scoreOf(metrics: readonly Scored[], verdicts: readonly Verdict[]): number | undefined {
  const groups = new Map<string, { weight: number; passed: number; counted: number }>();
  for (const { name, group = '', weight = 1, critical = true } of metrics) {
    const verdict = verdicts.find(({ metric }) => metric === name);
    const failed = verdict?.verdict === 'fail';
    if (failed && critical) return 0;
    if (!failed && !verdict?.evidence) continue;
    const before = groups.get(group) ?? { weight: 0, passed: 0, counted: 0 };
    groups.set(group, {
      weight: Math.max(before.weight, weight),
      passed: before.passed + (verdict?.verdict === 'pass' ? 1 : 0),
      counted: before.counted + 1,
    });
  }
  const counted = [...groups.values()].filter(({ weight }) => weight > 0);
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  return (
    counted.reduce((sum, { weight, passed, counted }) => sum + (100 * weight * passed) / counted, 0) / total
  );
}
