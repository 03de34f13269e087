import { choice } from '@fairway/schema';

/** Queries of the `process` provider: percent of failed requests, number of requests, milliseconds. */
export const PROCESS_QUERIES = ['error-rate', 'requests', 'p50', 'p95', 'p99'] as const;

/** The key that names the provider in one metric and its query: `{ name: errors, process: error-rate }`. */
export const metricKinds = { process: choice(PROCESS_QUERIES) };
