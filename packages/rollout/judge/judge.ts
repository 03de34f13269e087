import { lookAtCounts } from './look-counts.ts';
import { lookAtHistogram } from './look-histogram.ts';
import { lookAtSeries, lookAtValue, lookAtValues } from './look-values.ts';
import { type Outcome, unasked, verdictOf } from './outcome.ts';
import type { JudgedMetric, Look, Memory, Rules, Verdict } from './types.ts';

/**
 * Pure. What one look at a metric means, and what to remember until the next. A metric with a limit and a
 * comparison fails when either fails. NaN, empty and too small samples are no data, broken answers are errors;
 * neither ever passes as evidence. Without a baseline measurement only the limits are judged.
 */
export function judge(
  metric: JudgedMetric,
  look: Look,
  memory: Memory | undefined,
  { alpha, bakes }: Rules,
): { verdict: Verdict; memory?: Memory } {
  // Certainty is not to be had: no data would ever be enough.
  const rules = { alpha: Math.min(0.5, Math.max(1e-9, alpha)), bakes };
  const [method, found] = seen(metric, look, memory, rules);
  const outcome = unasked(found);
  const kept = outcome.memory ?? memory;
  return { verdict: verdictOf(metric, look, method, outcome), ...(kept ? { memory: kept } : {}) };
}

function seen(
  metric: JudgedMetric,
  look: Look,
  memory: Memory | undefined,
  rules: Rules,
): [Verdict['method'], Outcome] {
  const compare = look.baseline ? metric.compare : undefined;
  if (compare?.by === 'mann-whitney')
    return ['mann-whitney', lookAtSeries(metric, compare, look, memory, rules)];
  if (metric.form === 'counts') {
    return [compare ? 'counts' : 'threshold', lookAtCounts(metric, compare, look, memory, rules)];
  }
  if (metric.form === 'histogram') {
    return [compare ? 'latencies' : 'threshold', lookAtHistogram(metric, compare, look, memory, rules)];
  }
  if (compare) return ['pairs', lookAtValues(metric, compare, look, memory, rules)];
  return ['threshold', lookAtValue(metric, look)];
}
