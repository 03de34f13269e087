import type { Measurement } from '@fairway/metrics';
import { isOld, type Kept, OLD, recall } from './memory.ts';
import { compared, type Finding, type Outcome } from './outcome.ts';
import { judgePairs, type PairsMemory } from './pairs.ts';
import { isUsable, type Reading, readSeries, readValue } from './reading.ts';
import { judgeShift } from './shift.ts';
import { judgeLimits } from './threshold.ts';
import type { Comparison, JudgedMetric, Look, Memory, Rules } from './types.ts';
import { whole } from './words.ts';

/** One value of the candidate over the whole bake so far, against the limits. */
export function lookAtValue(metric: JudgedMetric, look: Look): Outcome {
  const { read, limit } = limited(metric, look.candidate);
  if (limit?.failed) return { kind: 'judged', limit };
  if (read.kind !== 'read') return read;
  return limit ? { kind: 'judged', limit } : { kind: 'judged' };
}

/** One more pair of values, of the same time. The limits judge this increment's value. */
export function lookAtValues(
  metric: JudgedMetric,
  compare: Comparison,
  look: Look,
  given: Memory | undefined,
  rules: Rules,
): Outcome {
  const memory = recall<PairsMemory>(given, 'pairs');
  if (isOld(look, memory)) return OLD;
  const { read: own, limit } = limited(metric, look.candidate);
  const found = limit ? { limit } : {};
  if (own.kind !== 'read') return { ...own, ...found };
  const other: Reading<{ value: number }> = look.baseline
    ? limited(metric, look.baseline).read
    : { kind: 'no-data', reason: 'not measured' };
  if (other.kind !== 'read') return { ...other, reason: `the baseline: ${other.reason}`, ...found };
  const pair = { candidate: own.data.value, baseline: other.data.value };
  const { finding, memory: kept } = judgePairs(metric, compare, pair, look, memory, rules.alpha);
  return compared(finding, { ...found, memory: kept });
}

interface SeriesMemory extends Kept {
  readonly by: 'mann-whitney';
  /** Since when the step that was asked counts; `looks`: how often it was. */
  readonly from: number;
}

/**
 * Series of both sides over the whole bake, when it ends; the limits judge the mean. While a bake waits for other
 * metrics it ends again and again: each time gets a smaller part of the bake's share of false alarms.
 */
export function lookAtSeries(
  metric: JudgedMetric,
  compare: Comparison,
  look: Look,
  given: Memory | undefined,
  { alpha, bakes }: Rules,
): Outcome {
  const own = readSeries(look.candidate);
  if (own.kind !== 'read') return own;
  const mean = own.data.reduce((sum, value) => sum + value, 0) / own.data.length;
  const limit = judgeLimits(metric, mean, own.data.length);
  const found = limit ? { limit } : {};
  const other: Reading<readonly number[]> = look.baseline
    ? readSeries(look.baseline)
    : { kind: 'no-data', reason: 'not measured' };
  if (other.kind !== 'read') return { ...other, reason: `the baseline: ${other.reason}`, ...found };
  const memory = recall<SeriesMemory>(given, 'mann-whitney');
  const asked = memory?.from === look.from ? memory.looks : 0;
  // The parts of all times together make one.
  const part = 6 / (Math.PI * (asked + 1)) ** 2;
  const outcome = judgeShift(metric, compare, own.data, other.data, { alpha: alpha * part, bakes });
  const kept: SeriesMemory = { by: 'mann-whitney', until: look.to, looks: asked + 1, from: look.from };
  return { ...outcome, ...found, ...(outcome.kind === 'judged' ? { memory: kept } : {}) };
}

interface Limited {
  readonly read: Reading<{ value: number; samples?: number }>;
  readonly limit?: Finding;
}

/** A finite value with enough samples; an infinite one is no data, yet it is beyond a limit. */
function limited(metric: JudgedMetric, measured: Measurement): Limited {
  const read = readValue(measured);
  if (read.kind !== 'read') return { read };
  const { value, samples } = read.data;
  const none = (reason: string) => ({ kind: 'no-data', reason }) as const;
  if (samples !== undefined && (samples < metric.minSamples || samples === 0)) {
    return { read: none(`${whole(samples)} of at least ${Math.max(1, metric.minSamples)} samples`) };
  }
  if (Number.isNaN(value)) return { read: none('the value is NaN') };
  const limit = judgeLimits(metric, value, samples);
  const found = limit ? { limit } : {};
  return { read: isUsable(value) ? read : none(`the value is ${value}`), ...found };
}
