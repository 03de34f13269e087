import { type Limit, showValue } from '../threshold-kind.ts';
import type { Finding } from './outcome.ts';
import type { JudgedMetric } from './types.ts';
import { samplesOf, shown } from './words.ts';

/**
 * Whether a value keeps the metric's limits; undefined when it has none. The limit itself is still good.
 * A value that is NaN keeps no limit, and is for the caller to sort out as no data.
 */
export function judgeLimits(metric: JudgedMetric, value: number, samples?: number): Finding | undefined {
  const limits = limitsOf(metric);
  if (!limits.length) return undefined;
  const exceeded = limits.find(({ beyond }) => beyond(value));
  const found = `${shown(value, metric.unit)} is ${exceeded ? `${exceeded.word} ${exceeded.text}` : `within ${limitsText(metric)}`}`;
  const facts = samples === undefined ? { value } : { value, samples };
  const text = samples === undefined ? found : `${found} (${samplesOf(samples)})`;
  return { failed: exceeded !== undefined, text, ...facts };
}

export const limitsText = (metric: JudgedMetric): string =>
  limitsOf(metric)
    .map(({ text }) => text)
    .join(' and ');

const limitText = (name: 'max' | 'min', { value, unit }: Limit) => `${name} ${showValue(value, unit)}`;

function limitsOf({ max, min }: JudgedMetric) {
  return [
    ...(max ? [{ word: 'above', text: limitText('max', max), beyond: (v: number) => v > max.value }] : []),
    ...(min ? [{ word: 'below', text: limitText('min', min), beyond: (v: number) => v < min.value }] : []),
  ];
}
