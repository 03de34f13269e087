import { UserError } from '@fairway/runtime/errors';
import { didYouMean } from '@fairway/schema';
import type { Target, TargetContext } from '@fairway/targets';
import { processMetrics } from './process/index.ts';
import type { MetricDriver, MetricProvider } from './types.ts';

export * from './types.ts';

/** Every metric provider, by the name of its folder. */
export const metricDrivers = { process: processMetrics };
export type MetricType = keyof typeof metricDrivers;

/** `config`: the value of the provider's key in the metric, as its kind has read it. */
export function openMetric(
  type: MetricType,
  config: unknown,
  context: TargetContext,
  target: Target,
): MetricProvider {
  const driver: MetricDriver<never> | undefined = metricDrivers[type];
  if (!driver) {
    throw new UserError(`unknown metric provider "${type}".${didYouMean(type, Object.keys(metricDrivers))}`);
  }
  return driver.open(config as never, context, target);
}
