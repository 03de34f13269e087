import { showValue, type Verdict } from '@fairway/rollout';

/** A measured value for people; short latencies keep their digits. */
export function shown(value: number | undefined, unit: Verdict['unit']): string {
  if (value === undefined) return '';
  if (unit === 'ms' && Math.abs(value) < 100) return `${Number(value.toPrecision(3))}ms`;
  return showValue(value, unit);
}

/** The explanation without the query, which stands beside it. */
export function sentence({ explanation, query }: Verdict): string {
  const tail = `; query: ${query}`;
  return explanation.endsWith(tail) ? explanation.slice(0, -tail.length) : explanation;
}

/** A pass without evidence must not look like one. */
export function wordOf({ verdict, evidence }: Verdict): string {
  if (verdict === 'pass') return evidence ? 'pass' : 'pass, no data';
  return verdict === 'inconclusive' && !evidence ? 'no data yet' : verdict;
}

/** Candidate over baseline, and where it lies: `1.2× (0.9× to 1.5×)`; for Mann-Whitney the shift in the unit. */
export function effectOf({ effect, interval, unit }: Verdict): string {
  const times = (one: number) => `${Number(one.toPrecision(3))}×`;
  const found = effect === undefined ? [] : [times(effect)];
  if (!interval) return found.join('');
  const bound = (one: number) => (interval.of === 'shift' ? shown(one, unit) : times(one));
  const { low, high } = interval;
  const range = high === undefined ? `at least ${bound(low)}` : `${bound(low)} to ${bound(high)}`;
  return [...found, found.length ? `(${range})` : range].join(' ');
}
