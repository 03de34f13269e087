import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { BROKEN, reply, TestServer } from '../http/test-server.ts';
import { hastyClock, NOON, provider, question } from '../http/test-support.ts';
import { datadogMetrics } from './index.ts';
import { datadogKind } from './kinds.ts';
import { DatadogEmulator } from './test-emulator.ts';
import { haveSchema, schemaOf } from './test-schema.ts';

const keys = { api: 'api-key-1', application: 'application-key-1' };
const secrets = { DD_API_KEY: keys.api, DD_APP_KEY: keys.application, OTHER: 'wrong-key' };
const datadog = new DatadogEmulator(keys);
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  const minute = (i: number) => NOON + 60_000 * i;
  const stored = (metric: string, version: string, values: readonly number[], pod = 'a') => ({
    ...{ metric, tags: [`version:${version}`, `pod:${pod}`] },
    points: values.map((value, i) => [minute(i), value] as const),
  });
  datadog.stored = [
    stored('shop.errors', '2.0.0', [1, 2]),
    stored('shop.hits', '2.0.0', [100, 50, 50]),
    stored('shop.hits', '1.0.0', [1_000, 1_000, 1_000]),
    stored('shop.latency', '2.0.0', [0.1, 0.2, 0.6]),
    stored('shop.cpu', '2.0.0', [1], 'a'),
    stored('shop.cpu', '2.0.0', [2], 'b'),
    stored('shop.build', '2.0.0_build.7', [5]),
  ];
});
afterAll(() => server.stop());

const open = (query: unknown, connection: object = {}, clock = hastyClock()) =>
  provider(datadogMetrics, datadogKind, query, {
    connection: { url: server.url, delay: '0s', timeout: '1s', ...connection },
    ...{ secrets, ports: { clock } },
  });
const live = () => server.replies(datadog.reply);
const reasonOf = (measured: object) => ('reason' in measured ? String(measured.reason) : '');
const LATENCY = 'avg:shop.latency{version:{{ version }}}';
const COUNTS = {
  events: 'sum:shop.errors{version:{{ version }}}.as_count()',
  total: 'sum:shop.hits{version:{{ version }}}.as_count()',
};

describe('with an emulator', () => {
  afterEach(() => expect(datadog.exchanged.length).toBeGreaterThan(0));

  it('gives values of the window', async () => {
    live();
    const measured = await open(LATENCY).measure(question());
    expect(measured).toMatchObject({ kind: 'value' });
    expect((measured as { value: number }).value).toBeCloseTo(0.3, 12);
    expect(measured.query).toContain('avg of avg:shop.latency{version:2.0.0}, 20');
    const max = { query: LATENCY, aggregator: 'max' };
    expect(await open(max).measure(question({ to: NOON + 120_000 }))).toMatchObject({ value: 0.2 });
    expect(await open(LATENCY).measure(question({ side: 'baseline' }))).toMatchObject({ kind: 'no-data' });
  });

  it('gives counts of each side', async () => {
    live();
    expect(await open(COUNTS).measure(question({ shape: 'counts' }))).toMatchObject({
      events: 3,
      total: 200,
    });
    const baseline = question({ shape: 'counts', side: 'baseline' });
    expect(reasonOf(await open(COUNTS).measure(baseline))).toContain('write `no-events: zero`');
    const zero = open({ ...COUNTS, 'no-events': 'zero' });
    expect(await zero.measure(baseline)).toMatchObject({ events: 0, total: 3_000 });
    const nobody = { ...question().candidate, version: '3.0.0' };
    expect(await zero.measure(question({ shape: 'counts', candidate: nobody }))).toMatchObject({
      kind: 'no-data',
    });
  });

  it('gives a series', async () => {
    live();
    const measured = await open(LATENCY).measure(question({ shape: 'series', step: 60_000 }));
    const points = [0.1, 0.2, 0.6].map((value, i) => ({ at: NOON + 60_000 * i, value }));
    expect(measured).toMatchObject({ kind: 'series', points });
    const later = question({ shape: 'series', step: 60_000, from: NOON + 180_000 });
    expect(await open(LATENCY).measure(later)).toMatchObject({ kind: 'no-data' });
  });

  it('looks at an earlier window where figures are late', async () => {
    live();
    await open(LATENCY, { delay: '90s' }).measure(question());
    const { attributes } = server.asked().data as { attributes: object };
    expect(attributes).toMatchObject({ from: NOON - 90_000, to: NOON + 210_000 });
  });

  it('writes values as tags are stored, so that none breaks out', async () => {
    live();
    const build = { ...question().candidate, version: '2.0.0+Build.7' };
    const query = 'avg:shop.build{version:{{ version }}}';
    expect(await open(query).measure(question({ candidate: build }))).toMatchObject({ value: 5 });
    const evil = { ...question().candidate, version: '2.0.0} by {pod' };
    const measured = await open(query).measure(question({ candidate: evil }));
    expect(measured.query).toContain('{version:2.0.0__by__pod}');
  });

  it('refuses several series', async () => {
    live();
    const grouped = 'avg:shop.cpu{version:{{ version }}} by {pod}';
    expect(reasonOf(await open(grouped).measure(question()))).toContain('2 series where one is wanted');
    const measured = await open(grouped).measure(question({ shape: 'series' }));
    expect(reasonOf(measured)).toContain('2 series where one is wanted');
  });

  it('tells of a wrong query and of wrong keys', async () => {
    live();
    expect(reasonOf(await open('nonsense').measure(question()))).toContain("answers 400: Rule 'scope_expr'");
    const denied = reasonOf(await open(LATENCY, { 'application-key': 'OTHER' }).measure(question()));
    expect(denied).toContain('answers 403: Forbidden. check the keys DD_API_KEY and OTHER');
    expect(denied).not.toContain('wrong-key');
  });

  lane('datadog schema', haveSchema, () => {
    it('speaks as the published schema says', () => {
      const schemas = {
        '/api/v2/query/scalar': ['ScalarFormulaQueryRequest', 'ScalarFormulaQueryResponse'],
        '/api/v2/query/timeseries': ['TimeseriesFormulaQueryRequest', 'TimeseriesFormulaQueryResponse'],
      };
      const paths = new Set(datadog.exchanged.map(({ path }) => path));
      expect([...paths].sort()).toEqual(Object.keys(schemas));
      for (const [path, [asks = '', answers = '']] of Object.entries(schemas)) {
        const [request, ok, error] = [asks, answers, 'APIErrorResponse'].map(schemaOf);
        for (const one of datadog.exchanged.filter((each) => each.path === path)) {
          request?.(one.request);
          expect(request?.errors ?? [], JSON.stringify(one.request)).toEqual([]);
          const check = one.status === 200 ? ok : error;
          check?.(one.answer);
          expect(check?.errors ?? [], JSON.stringify(one.answer)).toEqual([]);
        }
      }
    });

    it('would find a wrong key', () => {
      const check = schemaOf('ScalarFormulaQueryRequest');
      expect(
        check({ data: { type: 'scalar_request', attributes: { from: 1, to: 2, queries: [], form: 1 } } }),
      ).toBe(false);
    });
  });
});

describe('answers', () => {
  const scalar = (...values: unknown[]) => ({
    data: {
      attributes: {
        columns: [
          { type: 'group', name: 'env', values: [['x']] },
          { type: 'number', values },
        ],
      },
    },
  });

  it.each([
    ['null', scalar(null), 'no-data', 'no points'],
    ['no value', scalar(), 'no-data', 'no points'],
    ['no column', { data: { attributes: { columns: [] } } }, 'no-data', 'no points'],
    ['text', scalar('1'), 'failure', 'answers with "1", and not with a number'],
    ['no data', { data: null }, 'failure', 'another form: data is missing'],
    ['no columns', { data: { attributes: {} } }, 'failure', 'another form: columns is missing'],
    [
      'an error with 200',
      { ...scalar(1), errors: 'query timed out' },
      'failure',
      'answers 200: query timed out',
    ],
    ['an error as v1 has it', { status: 'error', error: 'no such metric' }, 'failure', '200: no such metric'],
    ['a list of errors', { errors: ['a', 'b'] }, 'failure', '200: a; b'],
  ])('%s', async (_what, body, kind, reason) => {
    server.replies(body);
    const measured = await open(LATENCY).measure(question());
    expect(measured.kind).toBe(kind);
    expect(reasonOf(measured)).toContain(reason);
  });

  it('an empty list of errors is none, and the number may lie beside groups', async () => {
    server.replies({ ...scalar(4), errors: [] });
    expect(await open(LATENCY).measure(question())).toMatchObject({ kind: 'value', value: 4 });
    server.replies({ ...scalar(4), errors: null });
    expect(await open(LATENCY).measure(question())).toMatchObject({ kind: 'value', value: 4 });
  });

  it('columns in another order keep their names', async () => {
    const columns = [
      { type: 'number', name: 'total', values: [200.0000001] },
      { type: 'number', name: 'events', values: [3] },
    ];
    server.replies({ data: { attributes: { columns } } });
    expect(await open(COUNTS).measure(question({ shape: 'counts' }))).toMatchObject({
      events: 3,
      total: 200,
    });
  });

  it('a series of nulls is no data, and without its parts a failure', async () => {
    const asked = question({ shape: 'series' });
    server.replies({ data: { attributes: { series: [{}], times: [NOON], values: [[null]] } } });
    expect(await open(LATENCY).measure(asked)).toMatchObject({ kind: 'no-data' });
    server.replies({ data: { attributes: { series: [], times: [], values: [] } } });
    expect(await open(LATENCY).measure(asked)).toMatchObject({ kind: 'no-data' });
    server.replies({ data: { attributes: { series: [{}], times: [NOON] } } });
    expect(await open(LATENCY).measure(asked)).toMatchObject({ kind: 'failure' });
  });
});

describe('faults', () => {
  it.each(BROKEN)('%s: failure', async (_what, broken, reason) => {
    server.replies(broken);
    const measured = await open(LATENCY).measure(question());
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toMatch(reason);
    // Keys never travel to where a redirect leads.
    expect(reasonOf(measured)).not.toContain(keys.api);
  });

  it('waits as long as a limit says, and no longer than its patience', async () => {
    const clock = hastyClock();
    const begin = clock.now();
    const limited = (reset: string) =>
      reply(429, { errors: ['Rate limit exceeded'] }, { 'x-ratelimit-reset': reset });
    server.replies(limited('7'), { data: { attributes: { columns: [{ type: 'number', values: [4] }] } } });
    expect(await open(LATENCY, {}, clock).measure(question())).toMatchObject({ kind: 'value', value: 4 });
    expect(clock.now() - begin).toBeGreaterThanOrEqual(7_000);
    server.replies(limited('3000'));
    const reason = reasonOf(await open(LATENCY, {}, clock).measure(question()));
    expect(reason).toContain('answers 429: Rate limit exceeded. the limit begins anew in 3000 seconds');
    expect(server.received).toHaveLength(1);
  });

  it('asks again after a passing fault', async () => {
    server.replies(reply(502, 'bad gateway'), {
      data: { attributes: { columns: [{ type: 'number', values: [4] }] } },
    });
    expect(await open(LATENCY).measure(question())).toMatchObject({ kind: 'value', value: 4 });
  });
});

it.each([
  [{ query: 'avg:x{*}', aggregator: 'p95' }, {}, 'unknown value "p95"'],
  ['avg:x{v:{{ verison }}}', {}, 'unknown name {{ verison }}'],
  [{ events: 'x' }, {}, '"total" is missing'],
  ['avg:x{*}', { site: 'https://datadoghq.eu' }, 'a site such as datadoghq.eu'],
  ['avg:x{*}', { site: 'app.datadoghq.eu' }, 'a site such as datadoghq.eu'],
  ['avg:x{*}', { 'api-key': '0123-abc' }, 'expected the name of a secret'],
  ['avg:x{*}', { 'api-key': 'NOWHERE' }, 'no secret NOWHERE'],
])('refuses %j with %j', (query, connection, message) => {
  expect(() => open(query, connection)).toThrow(message);
});

it('knows whether a query tells the sides apart', () => {
  expect(datadogKind.sided(LATENCY)).toBe(true);
  expect(datadogKind.sided('avg:shop.latency{*}')).toBe(false);
  expect(datadogKind.sided({ ...COUNTS, total: 'sum:shop.hits{*}', noEvents: 'zero' })).toBe(false);
});
