import { type Limit, showValue } from '../threshold-kind.ts';
import type { Comparison, Verdict } from './types.ts';

/** Values for people: as the limits are shown, but short latencies keep their digits. */
export const shown = (value: number, unit: Limit['unit']): string =>
  unit === 'ms' && Math.abs(value) < 100 ? `${three(value)}ms` : showValue(value, unit);

export const three = (value: number): number => Number(value.toPrecision(3));

/** Whether a ratio of candidate to baseline is worse than tolerated. */
export const isBeyond = ({ worse, tolerate }: Comparison, ratio: number): boolean =>
  (worse !== 'lower' && ratio > 1 + tolerate) || (worse !== 'higher' && ratio < 1 - tolerate);

export const TOO_LITTLE = 'too little data to show anything yet';

/** Counts may be fractions: Prometheus extrapolates. */
export const whole = (count: number): string => String(count < 10 ? three(count) : Math.round(count));

export const percentOf = (share: number): string => `${three(share * 100)}%`;

export const times = (ratio: number): string =>
  Number.isFinite(ratio) ? `${three(ratio)} times as much` : 'much more';

/** ` (2 to 4.4, 99% interval)`. */
export function between(interval: Verdict['interval']): string {
  if (!interval) return '';
  const { low, high = Number.POSITIVE_INFINITY, confidence } = interval;
  const range = Number.isFinite(high) ? `${three(low)} to ${three(high)}` : `${three(low)} or more`;
  return ` (${range}, ${percentOf(confidence)} interval)`;
}

export const samplesOf = (count: number): string => `${whole(count)} sample${count === 1 ? '' : 's'}`;

/** Whether a value is so low that it is no regression, however much lower the baseline is. */
export const isIgnored = ({ ignoreBelow }: Comparison, value: number): boolean =>
  ignoreBelow !== undefined && value <= ignoreBelow.value;

/** Why a comparison did not fail. `value`: the candidate's; `beyond`: it is worse than asked, maybe by chance. */
export function withinAllowance(compare: Comparison, value: number, beyond = false): string {
  if (isIgnored(compare, value)) return `is not above ${limitOf(compare)}, so it is no worse`;
  const asked = allowance(compare);
  return beyond ? `may be chance, asked: ${asked}` : `is within what was asked, ${asked}`;
}

const limitOf = ({ ignoreBelow }: Comparison): string =>
  ignoreBelow ? showValue(ignoreBelow.value, ignoreBelow.unit) : '';

/** `at most 10% above the baseline, when above 50ms`. */
export const allowance = (compare: Comparison): string =>
  `${allowed(compare)}${compare.ignoreBelow ? `, when above ${limitOf(compare)}` : ''}`;

function allowed({ tolerate, worse }: Comparison): string {
  if (tolerate === 0) {
    return { higher: 'not above', lower: 'not below', either: 'neither above nor below' }[worse].concat(
      ' the baseline',
    );
  }
  const side = { higher: 'above', lower: 'below', either: 'above or below' }[worse];
  return `at most ${percentOf(tolerate)} ${side} the baseline`;
}

/** Odds in a JSON number that a person can read. */
export const odds = (log: number): number => three(Math.min(Math.exp(log), MOST_ODDS));

/** More says nothing more to anybody. */
const MOST_ODDS = 1e12;

/** How strongly the data speak against chance. */
export const against = (now: number, limit: number): string =>
  `odds against chance ${now < MOST_ODDS ? three(now) : 'over a million million'} to 1, ${three(limit)} stop it`;
