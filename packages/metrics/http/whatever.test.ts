import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloudwatchMetrics } from '../cloudwatch/index.ts';
import { cloudwatchKind } from '../cloudwatch/kinds.ts';
import { readOutput } from '../command/output.ts';
import { datadogMetrics } from '../datadog/index.ts';
import { datadogKind } from '../datadog/kinds.ts';
import { newrelicMetrics } from '../newrelic/index.ts';
import { newrelicKind } from '../newrelic/kinds.ts';
import type { Measurement, MetricProvider, Shape } from '../types.ts';
import { httpMetrics } from './index.ts';
import { httpKind } from './kinds.ts';
import { TestServer } from './test-server.ts';
import { hastyClock, metricContext, NOON, provider, question } from './test-support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

/** What may stand where a number is wanted; mostly a number. */
const odd = fc.oneof(
  { weight: 6, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, '1', 'NaN'),
);
const time = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(NOON, NOON / 1_000) }, odd);
/** An object with these keys, of which any may be missing. */
const some = <T extends Record<string, fc.Arbitrary<unknown>>>(keys: T) =>
  fc.oneof({ weight: 4, arbitrary: fc.record(keys) }, fc.record(keys, { requiredKeys: [] }));
const list = (one: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(one, { minLength: 1, maxLength: 1 }) },
    fc.array(one, { maxLength: 3 }),
    odd,
  );

const answers = {
  http: some({ value: odd, events: odd, total: odd, points: list(fc.tuple(time, odd)) }),
  datadog: some({
    data: some({
      attributes: some({
        columns: list(
          some({
            type: fc.constantFrom('number', 'group'),
            name: fc.constantFrom('value', 'total'),
            values: list(odd),
          }),
        ),
        ...{ series: list(fc.constant({})), times: list(time), values: list(list(odd)) },
      }),
    }),
    errors: fc.constantFrom(undefined, [], null),
  }),
  newrelic: some({
    data: some({
      actor: some({
        account: some({
          value: some({ results: list(some({ count: odd, beginTimeSeconds: time })), rawResponse: odd }),
        }),
      }),
    }),
  }),
  cloudwatch: some({
    MetricDataResults: list(
      some({
        Id: fc.constant('fairway_value'),
        StatusCode: fc.constantFrom('Complete', 'Complete', 'Odd'),
        Timestamps: list(time),
        Values: list(odd),
        Messages: fc.constantFrom(undefined, [], 1),
      }),
    ),
  }),
};

/** Believed only with finite numbers; anything else has a reason. */
function isSound(measured: Measurement): void {
  if (measured.kind === 'value') expect(Number.isFinite(measured.value)).toBe(true);
  else if (measured.kind === 'series') {
    for (const { at, value } of measured.points) expect([at, value].every(Number.isFinite)).toBe(true);
  } else expect(['no-data', 'failure']).toContain(measured.kind);
  if ('reason' in measured) expect(measured.reason).not.toBe('');
}

describe('whatever is answered, no provider makes a number of what is none', () => {
  const options = (connection: object = {}) => ({
    connection: { url: server.url, ...connection },
    secrets: { DD_API_KEY: 'a', DD_APP_KEY: 'b', NEW_RELIC_API_KEY: 'c' },
    ports: {
      clock: hastyClock(),
      context: {
        ...metricContext().ports.context,
        aws: { accessKeyId: 'a', secretAccessKey: 's', region: 'eu-west-1' },
      },
    },
  });
  const metric = { namespace: 'n', metric: 'm', stat: 'Average' };
  const open: Record<keyof typeof answers, (shape: Shape) => MetricProvider> = {
    http: (shape) => {
      const path = shape === 'value' ? { value: '$.value' } : { points: '$.points[*]' };
      return provider(httpMetrics, httpKind, { url: '/', ...path }, options());
    },
    datadog: () => provider(datadogMetrics, datadogKind, 'avg:x{*}', options({ delay: '0s' })),
    newrelic: () =>
      provider(newrelicMetrics, newrelicKind, 'SELECT count(*) FROM T', options({ account: 1, delay: '0s' })),
    cloudwatch: () => provider(cloudwatchMetrics, cloudwatchKind, metric, options({ delay: '0s' })),
  };
  const cases = Object.entries(answers) as [keyof typeof answers, fc.Arbitrary<object>][];
  it.each(cases)('%s', async (name, arbitrary) => {
    const met = new Set<string>();
    const property = fc.asyncProperty(
      arbitrary,
      fc.constantFrom<Shape>('value', 'series'),
      async (answer, shape) => {
        server.replies(answer);
        const measured = await open[name](shape).measure(question({ shape, step: 60_000 }));
        met.add(measured.kind);
        isSound(measured);
      },
    );
    await fc.assert(property, { numRuns: 200, seed: 4 });
    // The answers are odd enough, and not too odd.
    expect([...met].sort()).toEqual(['failure', 'no-data', 'series', 'value']);
  });
});

it('whatever a command writes, only a number is one', () => {
  const json = some({ value: odd, samples: odd, events: odd, total: odd, points: list(list(odd)) }).map(
    (one) => JSON.stringify(one),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), json, fc.double().map(String)), (text) => {
      const read = readOutput(text, question());
      if (read.kind === 'counts') expect([read.events, read.total].every(Number.isFinite)).toBe(true);
      else if (read.kind !== 'histogram') isSound({ ...read, query: '-' });
    }),
  );
});
