import type { Measurement } from '@fairway/metrics';
import type { Counts } from './exact.ts';

/** What a measurement is good for. A broken answer is an error, an empty one is no data; neither is a value. */
export type Reading<T> =
  | { readonly kind: 'read'; readonly data: T }
  | { readonly kind: 'no-data' | 'error'; readonly reason: string };

export interface Histogram {
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
}

/** Sums and products of larger ones are no numbers any more. */
export const isUsable = (value: number): boolean => Math.abs(value) < 1e150;

export function readValue(measured: Measurement): Reading<{ value: number; samples?: number }> {
  if (measured.kind !== 'value') return other(measured, 'a value');
  const { value, samples } = measured;
  if (samples !== undefined && !isCount(samples)) return broken(`${samples} samples`);
  return { kind: 'read', data: { value, ...(samples === undefined ? {} : { samples }) } };
}

export function readSeries(measured: Measurement): Reading<readonly number[]> {
  if (measured.kind !== 'series') return other(measured, 'a series');
  const values = measured.points.map(({ value }) => value).filter(isUsable);
  if (values.length) return { kind: 'read', data: values };
  return { kind: 'no-data', reason: measured.points.length ? 'no point is a number' : 'no points' };
}

export function readCounts(measured: Measurement): Reading<Counts> {
  if (measured.kind !== 'counts') return other(measured, 'counts');
  const { events, total } = measured;
  if (Number.isNaN(events) || Number.isNaN(total)) {
    return { kind: 'no-data', reason: `${events} of ${total} events` };
  }
  if (!isCount(events) || !isCount(total) || events > total * (1 + 1e-9)) {
    return broken(`${events} of ${total} events`);
  }
  return { kind: 'read', data: { events: Math.min(events, total), total } };
}

export function readHistogram(measured: Measurement): Reading<Histogram> {
  if (measured.kind !== 'histogram') return other(measured, 'a histogram');
  const { bounds, counts } = measured;
  if (counts.some(Number.isNaN)) return { kind: 'no-data', reason: 'a class of the histogram is NaN' };
  if (counts.length !== bounds.length + 1) {
    return broken(`a histogram with ${bounds.length} bounds and ${counts.length} classes`);
  }
  const rising = bounds.every(
    (bound, i) => Number.isFinite(bound) && !(bound <= (bounds[i - 1] ?? -Infinity)),
  );
  if (!rising || !bounds.length) return broken('a histogram without rising bounds');
  const wrong = counts.find((count) => !isCount(count));
  if (wrong !== undefined) return broken(`a histogram with ${wrong} observations in a class`);
  return { kind: 'read', data: { bounds, counts } };
}

const isCount = (value: number) => value >= 0 && value <= Number.MAX_SAFE_INTEGER;

const broken = (what: string) => ({ kind: 'error', reason: `the answer is broken: ${what}` }) as const;

function other(measured: Measurement, wanted: string): Reading<never> {
  if (measured.kind === 'no-data') return { kind: 'no-data', reason: measured.reason };
  if (measured.kind === 'failure')
    return { kind: 'error', reason: `could not be measured: ${measured.reason}` };
  return {
    kind: 'error',
    reason: `could not be measured: the provider gave ${measured.kind} instead of ${wanted}`,
  };
}
