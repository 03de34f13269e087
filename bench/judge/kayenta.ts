import { sampleOf, shiftOf } from '@fairway/rollout';
import { gaussian, MINUTES, type Minute, random, type Stream } from './stream.ts';

/**
 * Kayenta's judge (NetflixACAJudge-v1.0) as its source and tests describe it, with its defaults: NaN removed,
 * outliers kept, direction increase, effect by the ratio of means, 98%.
 */
type Label = 'Pass' | 'High' | 'Nodata';

const FEWEST = 10;
const Z = 2.3263478740408408;

export function classify(canary: readonly number[], baseline: readonly number[]): Label {
  const x = canary.filter((value) => !Number.isNaN(value));
  const y = baseline.filter((value) => !Number.isNaN(value));
  if (!x.length || !y.length) return 'Nodata';
  const [a, b] = [sampleOf(x), sampleOf(y)];
  const same = x.length === y.length && sorted(x).every((value, i) => value === sorted(y)[i]);
  if (same || new Set([...x, ...y]).size === 1) return 'Pass';
  const constant = a.values.length === 1 && b.values.length === 1;
  const shift = constant ? shiftOf(noisy(x), noisy(y), Z) : shiftOf(a, b, Z);
  const bound = 0.25 * Math.abs(shift.estimate);
  return shift.low > bound && mean(x) / mean(y) >= 1 ? 'High' : 'Pass';
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sorted = (values: readonly number[]) => [...values].sort((p, q) => p - q);

/** Constants get noise, so that they have ranks. */
function noisy(values: readonly number[]) {
  const next = random(values.length);
  return sampleOf(values.map((value) => value + 1e-5 * value * gaussian(next)));
}

/** All metrics in one group: 100 * Pass / (Pass + High); no data when half of them or more have none. */
function score(labels: readonly Label[]): number {
  const none = labels.filter((label) => label === 'Nodata').length;
  if (none * 2 >= labels.length) return 0;
  return (100 * labels.filter((label) => label === 'Pass').length) / (labels.length - none);
}

/** Below this a release is stopped; from 95 on it passes. Between them it goes on to the next judgement. */
const MARGINAL = 75;

/**
 * Minutes until it stops a release (score below 75); undefined: never. `step`: as Spinnaker asks it, with the
 * points of a step when it ends; `minute`: with those of the step so far, every minute from the tenth on (with fewer
 * points it stops nearly everything).
 */
export function kayentaStops({ minutes }: Stream, asked: 'step' | 'minute'): number | undefined {
  for (let end = 1; end <= minutes.length; end++) {
    if (asked === 'step' && end % MINUTES !== 0) continue;
    const points = minutes.slice(Math.floor((end - 1) / MINUTES) * MINUTES, end);
    if (points.length < FEWEST) continue;
    const label = (name: keyof Minute) =>
      classify(
        points.map(({ candidate }) => candidate[name]),
        points.map(({ baseline }) => baseline[name]),
      );
    if (score([label('errorRate'), label('p95')]) < MARGINAL) return end;
  }
  return undefined;
}
