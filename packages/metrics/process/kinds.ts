import { choice, object } from '@fairway/schema';
import { countsForm, histogramForm, type MetricForm, type ProviderKind } from '../kinds-provider.ts';

export const PROCESS_QUERIES = ['error-rate', 'requests', 'p50', 'p95', 'p99'] as const;
export type ProcessQuery = (typeof PROCESS_QUERIES)[number];

const FORMS: Record<ProcessQuery, MetricForm> = {
  'error-rate': countsForm,
  requests: { form: 'value', shapes: ['value'], unit: 'number', ofTraffic: true },
  p50: histogramForm(0.5, 'ms'),
  p95: histogramForm(0.95, 'ms'),
  p99: histogramForm(0.99, 'ms'),
};

/** `process: error-rate`: what the process target's own proxy counts, by the release that answered. */
export const processKind: ProviderKind<ProcessQuery, object> = {
  query: choice(PROCESS_QUERIES),
  connection: object({}),
  form: (query) => FORMS[query],
  sided: () => true,
  beyondNames: true,
};
