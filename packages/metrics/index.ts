import { UserError } from '@fairway/runtime/errors';
import { didYouMean } from '@fairway/schema';
import { checked } from './checked.ts';
import { cloudwatchMetrics } from './cloudwatch/index.ts';
import { commandMetrics } from './command/index.ts';
import { datadogMetrics } from './datadog/index.ts';
import { haproxyMetrics } from './haproxy/index.ts';
import { httpMetrics } from './http/index.ts';
import { type MetricSource, metricForm, type ProviderName, sameQuestion } from './kinds.ts';
import { newrelicMetrics } from './newrelic/index.ts';
import { processMetrics } from './process/index.ts';
import { prometheusMetrics } from './prometheus/index.ts';
import type { MetricContext, MetricDriver, MetricProvider, Question } from './types.ts';
import type { RawUnit } from './units.ts';

export type { MetricForm, MetricSource, ProviderName } from './kinds.ts';
export * from './types.ts';

/** Every metric provider, by the name of its folder. */
export const metricDrivers = {
  cloudwatch: cloudwatchMetrics,
  command: commandMetrics,
  datadog: datadogMetrics,
  haproxy: haproxyMetrics,
  http: httpMetrics,
  newrelic: newrelicMetrics,
  process: processMetrics,
  prometheus: prometheusMetrics,
} satisfies Record<ProviderName, unknown>;

/** A metric's query, and what it gives raw: what the query fixes itself, else the metric's `unit`. */
export type MetricQuestion = MetricSource & { readonly unit: RawUnit };

/**
 * A provider of one metric. `connection`: the provider's entry under `providers:`, `{}` without one. Its
 * values are in percent, milliseconds or plain numbers; `measure` does not throw, but for an abort. Throws
 * UserError for a connection that is not enough, or a secret that the job does not have.
 */
export function openMetric(
  asked: MetricQuestion,
  connection: object,
  context: MetricContext,
): MetricProvider {
  const names = Object.keys(metricDrivers);
  if (!names.includes(asked.type)) {
    throw new UserError(`unknown metric provider "${asked.type}".${didYouMean(asked.type, names)}`);
  }
  const driver = metricDrivers[asked.type] as unknown as MetricDriver<unknown, object>;
  const form = metricForm(asked);
  const open = (safe: MetricContext) => driver.open(asked.query, connection, safe);
  const refuse = (question: Question) => sameQuestion(asked, question);
  return checked(open, { form, unit: form.unit ?? asked.unit, refuse }, context);
}
