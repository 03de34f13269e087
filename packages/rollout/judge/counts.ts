import { type Counts, ratioInterval } from './exact.ts';
import type { Facts, Finding } from './outcome.ts';
import type { Comparison, JudgedMetric } from './types.ts';
import { logOdds, play, stake, type Wealth } from './wealth.ts';
import {
  against,
  allowance,
  between,
  isBeyond,
  isIgnored,
  odds,
  shown,
  TOO_LITTLE,
  times,
  whole,
  withinAllowance,
} from './words.ts';

export interface Sides {
  readonly candidate: Counts;
  readonly baseline: Counts;
}

/** How many times more than tolerated, and how much is staked on it. */
const ALTERNATIVES = [1.2, 1.4, 1.7, 2.1, 2.8, 4, 7, 15, 50, 300].map((times) => ({ times, weight: 1 }));
/** One client that tries again is no trend. */
const FEWEST = 3;

/** Each alternative: the ratio of rates that is just tolerated, and the worse one that is bet on. */
function bets({ tolerate, worse }: Comparison) {
  const higher = ALTERNATIVES.map(({ times }) => ({ tolerated: 1 + tolerate, times }));
  const least = 1 - tolerate;
  const lower = least > 0 ? ALTERNATIVES.map(({ times }) => ({ tolerated: least, times: 1 / times })) : [];
  return worse === 'higher' ? higher : worse === 'lower' ? lower : [...higher, ...lower];
}

export const startCounts = (compare: Comparison): Wealth => stake(bets(compare).map(() => 1));

/**
 * The wealth after one more increment. Given how many bad events both sides have together, each belongs to the
 * candidate with a probability of at most q0 while its rate is tolerated; so every factor
 * (q/q0)^x ((1-q)/(1-q0))^(k-x) with q > q0 is expected to be at most 1. Shares may be as unequal as they like
 * and change with every increment. `trust`: see bursts.ts.
 */
export function playCounts(wealth: Wealth, compare: Comparison, sides: Sides, trust = 1): Wealth {
  return play(
    wealth,
    gains(compare, sides).map((gain) => trust * gain),
  );
}

function gains(compare: Comparison, { candidate, baseline }: Sides): number[] {
  const x = candidate.events;
  const k = x + baseline.events;
  return bets(compare).map(({ tolerated, times }) => {
    const exposed = tolerated * candidate.total;
    return (
      x * Math.log(times) - k * Math.log((exposed * times + baseline.total) / (exposed + baseline.total))
    );
  });
}

/**
 * `all`: what was seen in the whole rollout; `wealth`: after all of it. Only a `final` look, which lets the
 * release go on, takes the time to say what it would have seen.
 */
export function judgeCounts(
  metric: JudgedMetric,
  compare: Comparison,
  { candidate, baseline }: Sides,
  wealth: Wealth,
  alpha: number,
  final: boolean,
): Finding {
  const now = logOdds(wealth);
  const effect = rate(candidate) / rate(baseline);
  const enough = Math.max(effect > 1 ? candidate.events : 0, effect < 1 ? baseline.events : 0) >= FEWEST;
  const ignored = isIgnored(compare, 100 * rate(candidate));
  const beyond = isBeyond(compare, effect) && !ignored;
  const failed = now >= -Math.log(alpha) && enough && !ignored;
  const interval = ratioInterval(candidate, baseline, 1 - alpha);
  const facts: Facts = {
    value: 100 * rate(candidate),
    baseline: 100 * rate(baseline),
    samples: candidate.total,
    baselineSamples: baseline.total,
    effect,
    odds: { now: odds(now), limit: 1 / alpha },
    ...(interval ? { interval: { ...interval, confidence: 1 - alpha, of: 'ratio' } } : {}),
  };
  const each = (counts: Counts) =>
    `${shown(100 * rate(counts), metric.unit)} (${whole(counts.events)} of ${whole(counts.total)})`;
  const compared = `${each(candidate)} against ${each(baseline)} of the baseline`;
  const text = failed
    ? `${compared}: ${times(effect)}${between(facts.interval)}, asked: ${allowance(compare)}; ${against(Math.exp(now), 1 / alpha)}`
    : `${compared} ${withinAllowance(compare, 100 * rate(candidate), beyond)}`;
  if (failed || ignored) return { failed, text, ...facts };
  const chance = against(Math.exp(now), 1 / alpha);
  if (!final) return { failed, text: `${text}; ${chance}`, ...facts };
  const seen = visible(metric, compare, { candidate, baseline }, alpha);
  if (seen === undefined && beyond) return { failed, lacks: TOO_LITTLE, text, ...facts };
  return { failed, text: `${text}; ${seen ?? TOO_LITTLE}`, ...facts };
}

const rate = ({ events, total }: Counts) => (total > 0 ? events / total : Number.NaN);

/** What this much data would have shown, by even odds: the smallest rate whose expected counts fail; if any does. */
function visible(
  metric: JudgedMetric,
  compare: Comparison,
  { candidate, baseline }: Sides,
  alpha: number,
): string | undefined {
  // Half an event more than were seen: without any error the true rate is not 0.
  const events = baseline.events + 0.5;
  const expected = (ratio: number): Sides => ({
    baseline: { events, total: baseline.total },
    candidate: {
      events: Math.min(candidate.total, (ratio * events * candidate.total) / baseline.total),
      total: candidate.total,
    },
  });
  const up = compare.worse !== 'lower';
  const start = startCounts(compare);
  const seen = (ratio: number) => {
    const sides = expected(up ? ratio : 1 / ratio);
    const enough = (up ? sides.candidate.events : events) >= FEWEST;
    return enough && logOdds(playCounts(start, compare, sides)) >= -Math.log(alpha);
  };
  const most = up ? baseline.total / events : 1e6;
  if (!seen(most)) return undefined;
  let [low, high] = [0, Math.log(most)];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (seen(Math.exp(middle))) high = middle;
    else low = middle;
  }
  const ratio = Math.exp(up ? high : -high);
  const relative = baseline.events > 0 ? ` (${Number(ratio.toPrecision(2))} times the baseline)` : '';
  return `this much data would have shown ${shown((100 * ratio * events) / baseline.total, metric.unit)}${relative}`;
}
