import { chart, type Metric } from '@fairway/rollout';
import type { MetricLook } from './metrics.ts';

/** A metric's values over its looks, as text. undefined: fewer than two values, which draw nothing. */
export function metricChart(looks: readonly MetricLook[], metric: Metric | undefined): string | undefined {
  const candidate = looks.map(({ verdict }) => known(verdict.value));
  const baseline = looks.map(({ verdict }) => known(verdict.baseline));
  if (candidate.filter((value) => value !== undefined).length < 2) return undefined;
  const limit = metric?.max?.value ?? metric?.min?.value;
  const unit = looks.at(-1)?.verdict.unit;
  return chart({
    candidate,
    ...(baseline.some((value) => value !== undefined) ? { baseline } : {}),
    ...(limit === undefined ? {} : { limit }),
    ...(unit === undefined ? {} : { unit }),
  });
}

const known = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) ? value : undefined;
