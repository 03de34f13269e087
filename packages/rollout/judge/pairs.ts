import { REMEMBERED, trustAfter } from './autocorrelation.ts';
import { isNewStep, type Kept } from './memory.ts';
import type { Finding } from './outcome.ts';
import type { Comparison, JudgedMetric, Look } from './types.ts';
import { logOdds, play, redeal, stake, timeToRedeal, type Wealth } from './wealth.ts';
import { against, allowance, isIgnored, odds, shown, times, withinAllowance } from './words.ts';

export interface PairsMemory extends Kept {
  readonly by: 'pairs';
  readonly wealth: Wealth;
  /**
   * The last differences, positive: worse. So that a big one can count for more than a small one, and looks that
   * depend on each other for less.
   */
  readonly gaps: readonly number[];
  /** How many pairs there were with the candidate worse than tolerated. */
  readonly worse: number;
}

interface Pair {
  readonly candidate: number;
  readonly baseline: number;
}

/** How much of the wealth is staked on the sign, flat or by the rank of the difference. */
const STAKES = [0.35, 0.65, 0.93].flatMap((part) => [
  { part, byRank: false },
  { part, byRank: true },
]);
/** Among so many the size of a difference is ranked. */
const RANKED = 20;

/**
 * One pair of values more. While candidate and tolerated baseline differ by noise alone, whose sign is a fair coin
 * whatever its size, a bet on the sign wins nothing in the long run, whatever the distribution. Looks that depend on
 * each other are bet on with less. So it takes about fifteen bad looks in a row to fail at 1%.
 */
export function judgePairs(
  metric: JudgedMetric,
  compare: Comparison,
  pair: Pair,
  look: Look,
  memory: PairsMemory | undefined,
  alpha: number,
): { finding: Finding; memory: PairsMemory } {
  const directions = compare.worse === 'either' ? (['higher', 'lower'] as const) : [compare.worse];
  // What is ignored is never worse, so that it wins no odds for a later look either.
  const most = isIgnored(compare, pair.candidate) ? 0 : Number.POSITIVE_INFINITY;
  const differences = directions.map((worse) => Math.min(most, difference(pair, worse, compare.tolerate)));
  const gap = differences[0] ?? 0;
  const gaps = memory?.gaps ?? [];
  const ranked = gaps.slice(-RANKED).map(Math.abs);
  // Among itself and what was seen before: with equal chances for either sign, whatever the rank.
  const rank = (1 + ranked.filter((before) => before < Math.abs(gap)).length) / (ranked.length + 1);
  const trust = trustAfter(gaps);
  const gains = differences.flatMap((one) =>
    STAKES.map(({ part, byRank }) => trust * Math.log1p(Math.sign(one) * part * (byRank ? rank : 1))),
  );
  const start = stake(gains.map(() => 1));
  const before = memory?.wealth ?? start;
  const dealt = timeToRedeal(memory?.looks ?? 0, isNewStep(look, memory)) ? redeal(before, start) : before;
  const wealth = play(dealt, gains);
  const worse = (memory?.worse ?? 0) + (differences.some((one) => one > 0) ? 1 : 0);
  const looks = (memory?.looks ?? 0) + 1;
  const kept: PairsMemory = {
    by: 'pairs',
    until: look.to,
    looks,
    wealth,
    gaps: [...gaps, Number(gap.toPrecision(4)) + 0].slice(-REMEMBERED),
    worse,
  };
  const finding = worded(metric, compare, pair, kept, alpha);
  const fewest = fewestLooks(start, alpha);
  // So few looks could not have failed a release that is worse in all of them.
  const undecided = look.final && !finding.failed && 2 * worse > looks && looks < fewest;
  const lacks = undecided ? { lacks: `${looks} of at least ${fewest} looks` } : {};
  return { finding: { ...finding, ...lacks }, memory: kept };
}

/** How many looks in a row must be bad to fail. */
function fewestLooks(start: Wealth, alpha: number): number {
  const gains = start.slice(1).map((_, i) => Math.log1p(STAKES[i % STAKES.length]?.part ?? 0));
  const alike: number[] = [];
  for (let wealth = start; logOdds(wealth) < -Math.log(alpha); alike.push(1)) {
    const trust = trustAfter(alike);
    wealth = play(
      wealth,
      gains.map((gain) => trust * gain),
    );
  }
  return alike.length;
}

/**
 * Positive: worse than tolerated. For positive values it rises with the logarithm of their ratio, so that the
 * candidate's noise is as often up as down; and it also knows 0 and negative values.
 */
function difference({ candidate, baseline }: Pair, worse: 'higher' | 'lower', tolerate: number): number {
  const sign = worse === 'higher' ? 1 : -1;
  const tolerated = baseline + sign * tolerate * Math.abs(baseline);
  const size = Math.abs(candidate) + Math.abs(tolerated);
  return size > 0 ? (sign * (candidate - tolerated)) / size : 0;
}

function worded(
  metric: JudgedMetric,
  compare: Comparison,
  { candidate, baseline }: Pair,
  { wealth, looks, worse }: PairsMemory,
  alpha: number,
): Finding {
  const now = logOdds(wealth);
  const limit = -Math.log(alpha);
  const failed = now >= limit;
  const effect = candidate > 0 && baseline > 0 ? { effect: candidate / baseline } : {};
  const facts = { value: candidate, baseline, ...effect, odds: { now: odds(now), limit: 1 / alpha } };
  const ratio = effect.effect === undefined ? '' : ` (${times(effect.effect)})`;
  const compared = `${shown(candidate, metric.unit)} against ${shown(baseline, metric.unit)} of the baseline${ratio}`;
  const often = `worse than that in ${worse} of ${looks} looks`;
  const asked = `asked: ${allowance(compare)}`;
  if (isIgnored(compare, candidate)) {
    return { failed: false, text: `${compared} ${withinAllowance(compare, candidate)}`, ...facts };
  }
  const text = failed
    ? `${compared}, ${asked}; ${often}; ${against(Math.exp(now), 1 / alpha)}`
    : `${compared}, ${asked}; ${often}, too seldom to be more than chance`;
  return { failed, text, ...facts };
}
