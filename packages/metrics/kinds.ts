import { choice } from '@fairway/schema';

/** Queries of the `process` provider: percent of failed requests, number of requests, milliseconds. */
export const PROCESS_QUERIES = ['error-rate', 'requests', 'p50', 'p95', 'p99'] as const;

/** The key that names the provider in one metric and its query: `{ name: errors, process: error-rate }`. */
export const metricKinds = { process: choice(PROCESS_QUERIES) };

export type Unit = 'percent' | 'ms' | 'number';

const PROCESS_UNITS: Record<(typeof PROCESS_QUERIES)[number], Unit> = {
  ...{ 'error-rate': 'percent', requests: 'number' },
  ...{ p50: 'ms', p95: 'ms', p99: 'ms' },
};

/** The unit of a query's values; a limit in another one would compare apples with pears. */
export const metricUnits = { process: (query: keyof typeof PROCESS_UNITS): Unit => PROCESS_UNITS[query] };
