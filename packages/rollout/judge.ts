import type { Measurement } from '@fairway/metrics';
import type { Metric } from './metric-kind.ts';
import { type Limit, showValue } from './threshold-kind.ts';

/** What one measurement means, with everything a person needs to act on it. JSON. */
export interface Verdict {
  readonly metric: string;
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'error';
  /** Whether a value stands behind it. Without one nothing advances. */
  readonly evidence: boolean;
  /** The query as it was sent. */
  readonly query: string;
  readonly value?: number;
  /** Observations behind the value, if the provider knows. */
  readonly samples?: number;
  /** The limit in words: `max 1%`. */
  readonly threshold: string;
  /** One sentence: `errors: 3.2% is above max 1% (156 samples; query: ...)`. */
  readonly explanation: string;
}

export type JudgedMetric = Pick<Metric, 'name' | 'noData' | 'max' | 'min'>;

/** Pure. A value that is not finite, or has too few samples behind it, is no data and never a pass. */
export function judge(metric: JudgedMetric, measured: Measurement, minSamples: number): Verdict {
  const base = { metric: metric.name, query: measured.query, threshold: thresholdOf(metric) };
  if (measured.kind === 'failure') {
    const explanation = `${metric.name}: could not be measured: ${measured.reason} (query: ${measured.query})`;
    return { ...base, verdict: 'error', evidence: false, explanation };
  }
  if (measured.kind === 'no-data') return noData(metric, base, measured.reason);
  const { value, samples } = measured;
  const counted = samples === undefined ? base : { ...base, samples };
  if (samples !== undefined && samples < minSamples) {
    return noData(metric, counted, `${samples} of at least ${minSamples} samples`);
  }
  const exceeded = limitsOf(metric).find(({ beyond }) => beyond(value));
  if (!Number.isFinite(value) && !exceeded) return noData(metric, counted, `the value is ${value}`);
  const shown = showValue(value, (metric.max ?? metric.min)?.unit ?? 'number');
  const finding = exceeded
    ? `${shown} is ${exceeded.word} ${exceeded.text}`
    : `${shown} is within ${base.threshold}`;
  const behind = samples === undefined ? '' : `${samples} sample${samples === 1 ? '' : 's'}; `;
  return {
    ...counted,
    verdict: exceeded ? 'fail' : 'pass',
    evidence: true,
    // -0 would not survive JSON.
    ...(Number.isFinite(value) ? { value: value + 0 } : {}),
    explanation: `${metric.name}: ${finding} (${behind}query: ${measured.query})`,
  };
}

function noData(
  metric: JudgedMetric,
  base: Omit<Verdict, 'verdict' | 'evidence' | 'explanation'>,
  why: string,
) {
  const verdict = { wait: 'inconclusive', fail: 'fail', pass: 'pass', inconclusive: 'inconclusive' } as const;
  const rule = {
    wait: 'waiting for data',
    fail: 'no data counts as a failure here',
    pass: 'no data is left to the other metrics',
    inconclusive: 'no data is inconclusive here',
  }[metric.noData];
  const explanation = `${metric.name}: no data: ${why}; ${rule} (limit: ${base.threshold}; query: ${base.query})`;
  return { ...base, verdict: verdict[metric.noData], evidence: false, explanation } satisfies Verdict;
}

const limitText = (name: 'max' | 'min', { value, unit }: Limit) => `${name} ${showValue(value, unit)}`;

function limitsOf({ max, min }: JudgedMetric) {
  return [
    ...(max ? [{ word: 'above', text: limitText('max', max), beyond: (v: number) => v > max.value }] : []),
    ...(min ? [{ word: 'below', text: limitText('min', min), beyond: (v: number) => v < min.value }] : []),
  ];
}

const thresholdOf = (metric: JudgedMetric): string =>
  limitsOf(metric)
    .map(({ text }) => text)
    .join(' and ');
