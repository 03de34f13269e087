/** Test support: a server in CloudWatch's place, the queries of the tests, and answers in its form. */
import { afterAll, beforeAll } from 'vitest';
import { TestServer } from '../http/test-server.ts';
import { hastyClock, metricContext, NOON, provider } from '../http/test-support.ts';
import { cloudwatchMetrics } from './index.ts';
import { cloudwatchKind } from './kinds.ts';

export const aws = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'very/secret+key',
  sessionToken: 'tok/en==',
  region: 'eu-west-1',
};
export const ports = (ahead = 0) => ({
  context: { ...metricContext().ports.context, aws },
  clock: hastyClock(ahead),
});

export let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

export const LATENCY = {
  namespace: 'AWS/ApplicationELB',
  metric: 'TargetResponseTime',
  dimensions: { TargetGroup: '{{ revision }}' },
  stat: 'p95',
};
export const COUNTS = {
  events: 'errors',
  total: 'requests',
  metrics: {
    errors: { ...LATENCY, metric: 'HTTPCode_Target_5XX_Count', stat: 'Sum' },
    requests: { ...LATENCY, metric: 'RequestCount', stat: 'Sum' },
  },
};
export const open = (query: object, rest: object = {}, clock = 0) => {
  const connection = { url: server.url, delay: '0s', timeout: '1s', ...rest };
  return provider(cloudwatchMetrics, cloudwatchKind, query, { connection, ports: ports(clock) });
};
export const result = (Id: string, Values: unknown[], more: object = {}) => ({
  ...{ Id, Label: Id, StatusCode: 'Complete', Values },
  Timestamps: Values.map((_, i) => NOON / 1_000 + 60 * i),
  ...more,
});
export const page = (...results: object[]) => ({ MetricDataResults: results });
export const reasonOf = (measured: object) => ('reason' in measured ? String(measured.reason) : '');
