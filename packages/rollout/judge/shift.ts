import { least, most, sampleOf, shiftOf } from './mann-whitney.ts';
import { normalQuantile } from './normal.ts';
import type { Facts, Outcome } from './outcome.ts';
import type { Comparison, JudgedMetric, Rules } from './types.ts';
import { allowance, isIgnored, percentOf, shown, times, withinAllowance } from './words.ts';

/**
 * The label of Kayenta's judge, asked once a bake: worse when the whole interval of the shift lies beyond a quarter
 * of its estimate and the means differ by more than is tolerated. Unlike Kayenta's, too few points are no data.
 */
export function judgeShift(
  metric: JudgedMetric,
  compare: Comparison,
  candidate: readonly number[],
  baseline: readonly number[],
  rules: Rules,
): Outcome {
  const confidence = confidenceOf(compare, rules);
  const z = normalQuantile((1 + confidence) / 2);
  const fewest = Math.max(metric.minSamples, 5);
  const [m, n] = [candidate.length, baseline.length];
  const facts: Facts = {
    value: mean(candidate),
    baseline: mean(baseline),
    samples: m,
    baselineSamples: n,
  };
  const few = [m, n].find((points) => points < fewest);
  if (few !== undefined || !decidable(m, n, z)) {
    const least = Math.max(fewest, fewestDecidable(z));
    return { kind: 'no-data', reason: `${m} and ${n} points of at least ${least} a side`, facts };
  }
  const { label, ...shift } = labelled(compare, candidate, baseline, z);
  const worse = label !== 'pass' && (compare.worse === 'either' || compare.worse === label);
  const middle = medianOf(candidate);
  const ignored = isIgnored(compare, middle);
  const failed = worse && !ignored;
  const effect = mean(candidate) / mean(baseline);
  const between = `${shown(shift.low, metric.unit)} to ${shown(shift.high, metric.unit)} (${percentOf(confidence)} interval)`;
  const found = `${shown(mean(candidate), metric.unit)} against ${shown(mean(baseline), metric.unit)} of the baseline (${times(effect)}), shifted by ${between}`;
  const why = ignored
    ? `the median of ${shown(middle, metric.unit)} ${withinAllowance(compare, middle)}`
    : `${failed ? 'asked' : 'within what was asked'}: ${allowance(compare)}`;
  const text = `${found}, ${why}; ${m} and ${n} points`;
  const interval = { low: shift.low, high: shift.high, confidence, of: 'shift' } as const;
  return { kind: 'judged', comparison: { failed, text, ...facts, effect, interval } };
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** At least Kayenta's 98%; one false alarm in all bakes together is as rare as the rules say. */
function confidenceOf({ worse }: Comparison, { alpha, bakes }: Rules): number {
  const each = alpha / Math.max(1, bakes);
  return Math.max(0.98, 1 - (worse === 'either' ? each : 2 * each));
}

/** Whether the clearest of all outcomes could be told from chance. */
const decidable = (m: number, n: number, z: number) =>
  (m * n) / 2 - 0.5 > z * Math.sqrt((m * n * (m + n + 1)) / 12);

function fewestDecidable(z: number): number {
  let points = 2;
  while (points < 1_000 && !decidable(points, points, z)) points++;
  return points;
}

/** `higher` and `lower`: than the baseline, by more than is tolerated. */
export function labelled(
  { tolerate }: Pick<Comparison, 'tolerate'>,
  candidate: readonly number[],
  baseline: readonly number[],
  z: number,
) {
  const [x, y] = [sampleOf(candidate), sampleOf(baseline)];
  const constant = least(x) === most(x) && least(y) === most(y);
  const gap = least(x) - least(y);
  // Two constants differ by what they differ; a rank test of ties alone would see nothing.
  const shift = constant ? { low: gap, high: gap, estimate: gap } : shiftOf(x, y, z);
  const beyond = 0.25 * Math.abs(shift.estimate);
  const [own, other] = [mean(candidate), mean(baseline)];
  const room = tolerate * Math.abs(other);
  const higher = shift.low > beyond && own > other + room;
  const lower = shift.high < -beyond && own < other - room;
  return { ...shift, label: higher ? 'higher' : lower ? 'lower' : 'pass' } as const;
}
