import type { Measurement } from '@fairway/metrics';
import { type CanaryPlan, judge, type Metric, type Verdict } from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import type { Site } from './site.ts';

/** No provider may hold a canary up: longer than this is a failure to measure. */
const WITHIN = 30_000;

/** Asks every metric about the candidate, at the same time, and judges the answers. */
export async function measure(
  site: Site,
  { metrics, minSamples }: CanaryPlan,
  { from, to }: { from: number; to: number },
  signal: AbortSignal,
): Promise<Verdict[]> {
  const limited = AbortSignal.any([signal, AbortSignal.timeout(WITHIN)]);
  return await Promise.all(metrics.map(async (metric) => judge(metric, await ask(metric), minSamples)));

  async function ask(metric: Metric): Promise<Measurement> {
    const { config } = metric.source;
    const query = typeof config === 'string' ? config : JSON.stringify(config);
    try {
      return await site.provider(metric).measure({ side: 'candidate', query, from, to }, limited);
    } catch (error) {
      signal.throwIfAborted();
      return { kind: 'failure', query, reason: describeError(error).text };
    }
  }
}
