import { describe, expect, it } from 'vitest';
import { NOON, question } from '../http/test-support.ts';
import { cloudwatchKind } from './kinds.ts';
import { aws, COUNTS, LATENCY, open, page, reasonOf, result, server } from './test-service.ts';

describe('questions', () => {
  it('asks for one point of the whole window, signed, and says so', async () => {
    server.replies(page(result('fairway_value', [0.25]), result('fairway_samples', [40])));
    const measured = await open(LATENCY).measure(question());
    expect(measured).toMatchObject({ kind: 'value', value: 0.25, samples: 40 });
    const range = `${new Date(NOON).toISOString().replace('.000', '')} to`;
    expect(measured.query).toContain('p95 of AWS/ApplicationELB TargetResponseTime {TargetGroup="web-2"}');
    expect(measured.query).toContain(range);
    const [asked] = server.received;
    expect(asked?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/monitoring\/aws4_request, SignedHeaders=\S*host\S*, Signature=[0-9a-f]{64}$/,
    );
    expect(asked?.headers).toMatchObject({
      'x-amz-target': 'GraniteServiceVersion20100801.GetMetricData',
      'x-amz-security-token': aws.sessionToken,
    });
    const { MetricDataQueries, ...range2 } = server.asked();
    expect(range2).toEqual({
      StartTime: NOON / 1_000,
      EndTime: NOON / 1_000 + 300,
      ScanBy: 'TimestampAscending',
    });
    const { metric: MetricName, namespace: Namespace } = LATENCY;
    const Metric = { MetricName, Namespace, Dimensions: [{ Name: 'TargetGroup', Value: 'web-2' }] };
    expect(MetricDataQueries).toEqual([
      { Id: 'fairway_value', MetricStat: { Metric, Period: 300, Stat: 'p95' } },
      { Id: 'fairway_samples', MetricStat: { Metric, Period: 300, Stat: 'SampleCount' } },
    ]);
  });

  it('asks for counts of the baseline by metric maths', async () => {
    server.replies(page(result('fairway_0', [2, 1]), result('requests', [100.0000001, 50])));
    const query = { ...COUNTS, events: 'errors + 0' };
    expect(await open(query).measure(question({ side: 'baseline', shape: 'counts' }))).toMatchObject({
      ...{ kind: 'counts', events: 3, total: 150 },
    });
    const queries = server.asked().MetricDataQueries as Record<string, unknown>[];
    expect(queries.map(({ Id, ReturnData, Expression }) => [Id, ReturnData ?? Expression])).toEqual([
      ['errors', false],
      ['requests', true],
      ['fairway_0', 'errors + 0'],
    ]);
    expect(JSON.stringify(queries)).toContain('"Value":"web-1"');
  });

  it('asks for a series by its step, at least a minute', async () => {
    server.replies(page(result('fairway_value', [3, 4])));
    const measured = await open(LATENCY).measure(question({ shape: 'series', step: 15_000 }));
    expect(measured).toMatchObject({
      points: [
        { at: NOON, value: 3 },
        { at: NOON + 60_000, value: 4 },
      ],
    });
    expect(JSON.stringify(server.asked())).toContain('"Period":60');
  });

  it('gives Metrics Insights its period, and lets no value break out', async () => {
    server.replies(page(result('fairway_0', [1])));
    const insights = { expression: `SELECT AVG(Latency) FROM Shop WHERE Version = '{{ version }}'` };
    expect(await open(insights).measure(question())).toMatchObject({ kind: 'value', value: 1 });
    const [entry] = server.asked().MetricDataQueries as object[];
    expect(entry).toMatchObject({
      Expression: `SELECT AVG(Latency) FROM Shop WHERE Version = '2.0.0'`,
      Period: 300,
    });
    const candidate = { ...question().candidate, version: `1' OR '1'='1` };
    const measured = await open(insights).measure(question({ candidate }));
    expect(reasonOf(measured)).toContain('cannot stand in an expression of CloudWatch');
  });
});

describe('answers', () => {
  it.each([
    ['no points', page(result('fairway_value', [])), 'CloudWatch has no points in the window'],
    ['no result', page(), 'CloudWatch has no points in the window'],
    [
      'a note',
      page(result('fairway_value', [], { Messages: [{ Code: 'ArithmeticError', Value: 'dropped NaN' }] })),
      '(ArithmeticError: dropped NaN)',
    ],
    [
      'points outside of the window',
      page(result('fairway_value', [1], { Timestamps: [1_000] })),
      'no points',
    ],
  ])('%s: no data', async (_what, body, reason) => {
    server.replies(body);
    const measured = await open(LATENCY).measure(question());
    expect(measured.kind).toBe('no-data');
    expect(reasonOf(measured)).toContain(reason);
  });

  it.each([
    ['part of the data', page(result('fairway_value', [1], { StatusCode: 'PartialData' })), 'PartialData'],
    [
      'an internal error',
      page(result('fairway_value', [1], { StatusCode: 'InternalError' })),
      'InternalError',
    ],
    ['a forbidden metric', page(result('fairway_value', [], { StatusCode: 'Forbidden' })), 'Forbidden'],
    ['no status', page(result('fairway_value', [1], { StatusCode: undefined })), 'no status'],
    [
      'a message about all',
      { ...page(result('fairway_value', [1])), Messages: [{ Code: 'MaxMetricsExceeded' }] },
      'CloudWatch says: MaxMetricsExceeded',
    ],
    [
      'several series',
      page(result('fairway_value', [1]), result('fairway_value', [2], { Label: 'other' })),
      '2 series where one is wanted: fairway_value, other',
    ],
    ['NaN', page(result('fairway_value', ['NaN'])), 'and not a number'],
    ['null', page(result('fairway_value', [null])), 'and not a number'],
    ['fewer times', page(result('fairway_value', [1, 2], { Timestamps: [NOON / 1_000] })), 'other times'],
  ])('%s: failure', async (_what, body, reason) => {
    server.replies(body);
    const measured = await open(LATENCY).measure(question());
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toContain(reason);
  });

  it('goes on by NextToken, and believes the last status', async () => {
    const partial = result('fairway_value', [5], { StatusCode: 'PartialData' });
    const rest = result('fairway_value', [7], { Timestamps: [NOON / 1_000 + 60] });
    server.replies({ ...page(partial), NextToken: 'more' }, page(rest));
    const measured = await open({ ...LATENCY, stat: 'Sum', period: '1m' }).measure(question());
    expect(measured).toMatchObject({ kind: 'value', value: 12 });
    expect(server.asked(1).NextToken).toBe('more');
    server.replies({ ...page(partial), NextToken: 'for ever' });
    expect(reasonOf(await open(LATENCY).measure(question()))).toContain('goes on after 20 pages');
  });

  it('takes absent events for zero only when told so, and never absent totals', async () => {
    const ask = (more: object = {}) => open({ ...COUNTS, ...more }).measure(question({ shape: 'counts' }));
    server.replies(page(result('errors', []), result('requests', [500])));
    expect(reasonOf(await ask())).toContain('write `no-events: zero`');
    expect(await ask({ 'no-events': 'zero' })).toMatchObject({ kind: 'counts', events: 0, total: 500 });
    server.replies(page(result('errors', [4]), result('requests', [])));
    expect(await ask({ 'no-events': 'zero' })).toMatchObject({ kind: 'no-data' });
  });
});

it.each([
  [{ ...LATENCY, stat: 'p95 ' }, 'SampleCount, Average'],
  [{ ...LATENCY, period: '45s' }, 'a period is 1s, 5s'],
  [{ ...LATENCY, dimensions: { A: '{{ revisoin }}' } }, 'unknown name {{ revisoin }}'],
  [{ ...COUNTS, metrics: { Errors: COUNTS.metrics.errors } }, 'a small letter'],
  [{ metric: 'x' }, '"namespace" is missing'],
])('refuses %j', (query, message) => {
  expect(() => open(query)).toThrow(message);
});

it('knows whether a query tells the sides apart', () => {
  const all = { ...LATENCY, dimensions: {} };
  expect(cloudwatchKind.sided(LATENCY as never)).toBe(true);
  expect(cloudwatchKind.sided(all as never)).toBe(false);
  expect(cloudwatchKind.sided(COUNTS as never)).toBe(true);
  const shared = { ...COUNTS.metrics, requests: { ...COUNTS.metrics.requests, dimensions: {} } };
  expect(cloudwatchKind.sided({ ...COUNTS, metrics: shared } as never)).toBe(false);
});
