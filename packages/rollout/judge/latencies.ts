import { quantileOf, quantileRange, shareAbove, totalOf } from './histogram.ts';
import { normalQuantile } from './normal.ts';
import type { Facts, Finding } from './outcome.ts';
import type { Histogram } from './reading.ts';
import {
  ALTERNATIVES,
  firstGains,
  type Pair,
  type Threshold,
  tailGains,
  tailsOf,
  thresholdNear,
} from './tails.ts';
import type { Comparison, JudgedMetric } from './types.ts';
import { logOdds, play, stake, type Wealth } from './wealth.ts';
import {
  against,
  allowance,
  between,
  isIgnored,
  odds,
  shown,
  TOO_LITTLE,
  three,
  times,
  whole,
  withinAllowance,
} from './words.ts';

export interface Sides {
  readonly candidate: Histogram;
  readonly baseline: Histogram;
}
/** Earlier observations of each side, in the classes of the histogram; undefined: none yet. */
export interface Past {
  readonly candidate?: readonly number[];
  readonly baseline?: readonly number[];
}
type Direction = 'higher' | 'lower';

const directionsOf = ({ worse, tolerate }: Comparison): readonly Direction[] =>
  (worse === 'either' ? (['higher', 'lower'] as const) : [worse]).filter(
    (worse) => worse === 'higher' || tolerate < 1,
  );

const factorOf = (direction: Direction, tolerate: number) =>
  direction === 'higher' ? 1 + tolerate : 1 / (1 - tolerate);

const roles = ({ candidate, baseline }: Sides, direction: Direction): Pair =>
  direction === 'higher'
    ? { suspect: candidate, reference: baseline }
    : { suspect: baseline, reference: candidate };

export function startLatencies(compare: Comparison, quantile: number): Wealth {
  const each = tailsOf(quantile).flatMap(({ weight }) => ALTERNATIVES.map(() => weight));
  return stake(directionsOf(compare).flatMap(() => each));
}

/** No single look wins more than this part of what fails: a burst, such as one pause of a process, is no trend. */
const MOST = 0.6;

/** The wealth after one more increment. `past`: without this increment. */
export function playLatencies(
  wealth: Wealth,
  compare: Comparison,
  quantile: number,
  sides: Sides,
  past: Past,
  alpha: number,
): Wealth {
  const cap = -MOST * Math.log(alpha);
  const gains = directionsOf(compare).flatMap((direction) => {
    const pair = roles(sides, direction);
    const factor = factorOf(direction, compare.tolerate);
    const before = direction === 'higher' ? past.baseline : past.candidate;
    return tailsOf(quantile).flatMap(({ mass }) => {
      if (!before) return firstGains(pair, mass, factor);
      const threshold = thresholdNear(pair.reference.bounds, before, mass, factor);
      return threshold ? tailGains(pair, threshold) : ALTERNATIVES.map(() => 0);
    });
  });
  return play(
    wealth,
    gains.map((gain) => Math.min(cap, gain)),
  );
}

/** `step`: what was seen in this step, with this look. `wealth`: after the whole rollout. */
export function judgeLatencies(
  metric: JudgedMetric,
  compare: Comparison,
  step: Sides,
  wealth: Wealth,
  alpha: number,
  { final, looks }: { final: boolean; looks: number },
): Finding {
  const quantile = metric.quantile ?? 0.95;
  const [own, other] = [quantileOf(step.candidate, quantile), quantileOf(step.baseline, quantile)];
  const now = logOdds(wealth);
  const beyond = directionsOf(compare).some((direction) =>
    direction === 'higher' ? own > other * (1 + compare.tolerate) : own < other * (1 - compare.tolerate),
  );
  // The tails may say that requests got slower while the asked quantile itself did not: that is not asked.
  const ignored = isIgnored(compare, own);
  const worse = beyond && !ignored;
  const failed = now >= -Math.log(alpha) && worse;
  const facts: Facts = {
    value: own,
    baseline: other,
    samples: totalOf(step.candidate.counts),
    baselineSamples: totalOf(step.baseline.counts),
    effect: own / other,
    odds: { now: odds(now), limit: 1 / alpha },
    interval: intervalOf(step, quantile, 1 - alpha),
  };
  const of = (side: Histogram, value: number) =>
    `${Number.isFinite(value) ? shown(value, metric.unit) : `above ${shown(side.bounds.at(-1) ?? 0, metric.unit)}`} (${whole(totalOf(side.counts))} requests)`;
  const compared = `${of(step.candidate, own)} against ${of(step.baseline, other)} of the baseline`;
  const text = failed
    ? `${compared}: ${times(own / other)}${between(facts.interval)}, asked: ${allowance(compare)}; ${against(Math.exp(now), 1 / alpha)}`
    : `${compared} ${withinAllowance(compare, own, worse || !Number.isFinite(own))}`;
  if (failed || ignored) return { failed, text, ...facts };
  if (!final) return { failed, text: `${text}; ${against(Math.exp(now), 1 / alpha)}`, ...facts };
  const seen = visible(metric, compare, quantile, step, alpha);
  const lacks = lacking({ own, other, worse, looks, seen: seen.ratio });
  return { failed, text: lacks ? text : `${text}; ${seen.text}`, ...facts, ...(lacks ? { lacks } : {}) };
}

/** Why this data could not have failed the candidate, if it looks worse. */
function lacking(at: {
  own: number;
  other: number;
  worse: boolean;
  looks: number;
  seen?: number | undefined;
}) {
  if (at.own === Number.POSITIVE_INFINITY && at.other === at.own) {
    return 'where both lie above all classes of the histogram, nobody knows which is worse';
  }
  if (!at.worse) return undefined;
  if (at.looks < 2) return 'one look alone may be a burst: the next one decides';
  return at.seen === undefined ? TOO_LITTLE : undefined;
}

/** Ranks of one look, both sides at half the risk, in whole classes; not corrected for the number of looks. */
function intervalOf({ candidate, baseline }: Sides, quantile: number, confidence: number) {
  const z = normalQuantile(1 - (1 - confidence) / 4);
  const [low, high] = quantileRange(candidate, quantile, z);
  const [otherLow, otherHigh] = quantileRange(baseline, quantile, z);
  const ratio = { low: otherHigh > 0 ? low / otherHigh : 0, high: high / otherLow };
  return { ...ratio, confidence, of: 'ratio' } as const;
}

/** What this much data would have shown, by even odds: the smallest slow-down of all requests that fails. */
function visible(
  metric: JudgedMetric,
  compare: Comparison,
  quantile: number,
  step: Sides,
  alpha: number,
): { text: string; ratio?: number } {
  const [direction = 'higher'] = directionsOf(compare);
  const { suspect, reference } = roles(step, direction);
  const factor = factorOf(direction, compare.tolerate);
  const n = totalOf(suspect.counts);
  const { bounds } = reference;
  const asked = tailsOf(quantile).map(({ mass }) => thresholdNear(bounds, reference.counts, mass, factor));
  const coarse = coarseness(metric, bounds, asked);
  const start = startLatencies({ ...compare, worse: direction }, quantile);
  const seen = (slower: number) => {
    const gains = asked.flatMap((one) => {
      if (!one) return ALTERNATIVES.map(() => 0);
      const counts = new Array<number>(bounds.length + 1).fill(0);
      counts[one.suspect + 1] = n * shareAbove(reference, (bounds[one.suspect] ?? 0) / slower);
      counts[0] = n - (counts[one.suspect + 1] ?? 0);
      return tailGains({ suspect: { bounds, counts }, reference }, one);
    });
    return logOdds(play(start, gains)) >= -Math.log(alpha);
  };
  let [low, high] = [0, Math.log(20)];
  if (!seen(20)) return { text: `${TOO_LITTLE}${coarse}` };
  for (let i = 0; i < 10; i++) {
    const middle = (low + high) / 2;
    if (seen(Math.exp(middle))) high = middle;
    else low = middle;
  }
  const ratio = direction === 'higher' ? Math.exp(high) : Math.exp(-high);
  const text = `this much data would have shown ${three(Number(ratio.toPrecision(2)))} times the baseline${coarse}`;
  return { text, ratio };
}

/** Says so when the class in which the threshold lies is much wider than a fine histogram's. */
function coarseness(
  metric: JudgedMetric,
  bounds: readonly number[],
  asked: readonly (Threshold | undefined)[],
): string {
  const classes = asked.flatMap((one) =>
    one ? [{ low: bounds[one.within - 1] ?? 0, high: bounds[one.within] ?? 0 }] : [],
  );
  if (!classes.length) return '; the classes of its histogram are too coarse for this quantile';
  const finest = classes.reduce((a, b) => (b.high / b.low < a.high / a.low ? b : a));
  if (finest.high <= 1.25 * finest.low) return '';
  const width = `${shown(finest.low, metric.unit)} to ${shown(finest.high, metric.unit)}`;
  return `; the classes of its histogram are coarse (${width}), so that small changes do not show`;
}
