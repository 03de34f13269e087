import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { BROKEN, reply, TestServer } from '../http/test-server.ts';
import { hastyClock, NOON, provider, question } from '../http/test-support.ts';
import { newrelicMetrics } from './index.ts';
import { newrelicKind } from './kinds.ts';
import { NerdGraphEmulator, type Transaction } from './test-emulator.ts';
import { haveSchema, problemsOf } from './test-schema.ts';

const KEY = 'NRAK-SECRETKEY';
const nerdgraph = new NerdGraphEmulator(KEY);
let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
  const many = (appVersion: string, count: number, failed: number): Transaction[] =>
    Array.from({ length: count }, (_, i) => ({
      ...{ appVersion, at: NOON + 1_000 * i, duration: (i + 1) / 100, error: i < failed },
    }));
  nerdgraph.events = [...many('2.0.0', 100, 3), ...many('1.0.0', 200, 0)];
});
afterAll(() => server.stop());

const secrets = { NEW_RELIC_API_KEY: KEY, OTHER: 'NRAK-WRONGKEY' };
const open = (query: unknown, connection: object = {}) =>
  provider(newrelicMetrics, newrelicKind, query, {
    connection: { url: server.url, account: 42, delay: '0s', timeout: '1s', ...connection },
    ...{ secrets, ports: { clock: hastyClock() } },
  });
const live = () => server.replies(nerdgraph.reply);
const reasonOf = (measured: object) => ('reason' in measured ? String(measured.reason) : '');
const OF = `FROM Transaction WHERE appVersion = '{{ version }}'`;
const MEAN = `SELECT average(duration) ${OF}`;
const COUNTS = { events: `SELECT count(*) ${OF} AND error IS true`, total: `SELECT count(*) ${OF}` };

describe('with an emulator', () => {
  it('gives values, and how many events stood behind them', async () => {
    live();
    const measured = await open(MEAN).measure(question());
    expect(measured).toMatchObject({ kind: 'value', samples: 100 });
    expect((measured as { value: number }).value).toBeCloseTo(0.505, 12);
    const range = `SINCE ${NOON} UNTIL ${NOON + 300_000}`;
    expect(measured.query).toBe(
      `SELECT average(duration) FROM Transaction WHERE appVersion = '2.0.0' ${range}`,
    );
    const p95 = open({ query: `SELECT percentile(duration, 95) ${OF}` });
    expect(await p95.measure(question({ side: 'baseline' }))).toMatchObject({ kind: 'value', value: 1.9 });
  });

  it('gives counts of each side in one request', async () => {
    live();
    const shape = 'counts' as const;
    expect(await open(COUNTS).measure(question({ shape }))).toMatchObject({
      kind: 'counts',
      events: 3,
      total: 100,
    });
    expect(server.received).toHaveLength(1);
    expect(await open(COUNTS).measure(question({ shape, side: 'baseline' }))).toMatchObject({
      events: 0,
      total: 200,
    });
  });

  it('gives a series', async () => {
    live();
    const measured = await open(MEAN).measure(question({ shape: 'series', step: 60_000 }));
    expect(measured).toMatchObject({ kind: 'series', points: [{ at: NOON }, { at: NOON + 60_000 }] });
    const fine = await open(MEAN).measure(question({ shape: 'series', step: 100 }));
    expect(fine.query).toMatch(/ TIMESERIES 1 seconds$/);
    const long = await open(MEAN).measure(question({ shape: 'series', step: 1_000, from: NOON - 3_600_000 }));
    expect(long.query).toMatch(/ TIMESERIES 11 seconds$/);
  });

  it('has no data where nothing happened, also of functions that say 0 then', async () => {
    live();
    const early = { from: NOON - 600_000, to: NOON - 300_000 };
    expect(
      await open(`SELECT percentage(count(*), WHERE error IS true) ${OF}`).measure(question(early)),
    ).toMatchObject({
      kind: 'no-data',
    });
    expect(await open(MEAN).measure(question(early))).toMatchObject({ kind: 'no-data' });
    expect(await open(COUNTS).measure(question({ ...early, shape: 'counts' }))).toMatchObject({
      kind: 'no-data',
    });
    expect(await open(MEAN).measure(question({ ...early, shape: 'series' }))).toMatchObject({
      kind: 'no-data',
    });
  });

  it('looks at an earlier window where figures are late', async () => {
    live();
    const { query } = await open(MEAN, { delay: '90s' }).measure(question());
    expect(query).toContain(`SINCE ${NOON - 90_000} UNTIL ${NOON + 210_000}`);
  });

  it('lets no value leave its quotes, or stand outside of them', async () => {
    live();
    const version = `1' OR appVersion LIKE '%`;
    const measured = await open(MEAN).measure(question({ candidate: { ...question().candidate, version } }));
    expect(reasonOf(measured)).toContain('cannot stand in quotes in NRQL');
    const outside = 'SELECT count(*) FROM Transaction WHERE a = {{ digest }}';
    expect(reasonOf(await open(outside).measure(question()))).toContain('outside of quotes');
    expect(server.received).toHaveLength(0);
  });

  it('refuses several numbers, and tells of wrong queries and keys', async () => {
    live();
    const two = reasonOf(await open(`SELECT percentile(duration, 50, 95) ${OF}`).measure(question()));
    expect(two).toContain('2 numbers where one is wanted: percentile.duration 50, percentile.duration 95');
    expect(reasonOf(await open('SELECT nothing').measure(question()))).toContain('NRQL Syntax Error');
    const denied = reasonOf(await open(MEAN, { 'api-key': 'OTHER' }).measure(question()));
    expect(denied).toContain('UNAUTHORIZED: Invalid API key. check OTHER (a user key');
  });

  lane('nerdgraph schema', haveSchema, () => {
    it('speaks as the published schema says', () => {
      expect(nerdgraph.exchanged.length).toBeGreaterThan(5);
      expect(problemsOf(nerdgraph.exchanged)).toEqual([]);
      const wrong = {
        query: '{ actor { account(id: "x") { nrql(query: "q") { resluts } } } }',
        variables: {},
      };
      expect(problemsOf([{ request: wrong, answer: { errors: [] } }]).join()).toContain('resluts');
    }, 15_000);
  });
});

describe('answers', () => {
  const value = (results: unknown, rest: object = {}) => ({
    data: { actor: { account: { value: { results, ...rest } } } },
  });

  it.each([
    ['null', value([{ 'average.duration': null }]), 'no-data', 'nothing in the window'],
    ['NaN', value([{ rate: 'NaN' }]), 'no-data', 'nothing in the window'],
    ['no result', value([]), 'no-data', 'nothing in the window'],
    [
      'nothing matched',
      value([{ x: 0 }], { rawResponse: { performanceStats: { matchCount: 0 } } }),
      'no-data',
      'nothing',
    ],
    ['text', value([{ 'latest.host': 'a' }]), 'failure', 'answers with "a" as latest.host'],
    ['a list', value([{ histogram: [1] }]), 'failure', 'answers with [1] as histogram'],
    ['groups', value([{ count: 1 }, { count: 2 }]), 'failure', '2 results where one is wanted'],
    ['several numbers', value([{ min: 1, max: 2 }]), 'failure', '2 numbers where one is wanted: min, max'],
    ['no results', value(null), 'failure', 'no results of value'],
    ['no account', { data: { actor: { account: null } } }, 'failure', 'is its id right?'],
    [
      'an error with 200',
      { ...value([{ count: 1 }]), errors: [{ message: 'timed out' }] },
      'failure',
      '200: timed out',
    ],
    ['an error without words', { errors: [{}] }, 'failure', 'an error without words'],
  ])('%s', async (_what, body, kind, reason) => {
    server.replies(body);
    const measured = await open(MEAN).measure(question());
    expect(measured.kind).toBe(kind);
    expect(reasonOf(measured)).toContain(reason);
  });

  it('a number without the count of its events is believed', async () => {
    server.replies(value([{ count: 7 }]));
    expect(await open(MEAN).measure(question())).toMatchObject({ kind: 'value', value: 7 });
  });

  it('a sum over nothing is no count', async () => {
    const container = (results: object[]) => ({ results });
    const account = { events: container([{ 'sum.n': null }]), total: container([{ count: 9 }]) };
    server.replies({ data: { actor: { account } } });
    expect(await open(COUNTS).measure(question({ shape: 'counts' }))).toMatchObject({ kind: 'no-data' });
  });
});

describe('faults', () => {
  it.each(BROKEN)('%s: failure', async (_what, broken, reason) => {
    server.replies(broken);
    const measured = await open(MEAN).measure(question());
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toMatch(reason);
  });

  it.each([401, 403])('%i names the key', async (status) => {
    server.replies(reply(status, `{"error": "${KEY} is not valid"}`));
    const reason = reasonOf(await open(MEAN).measure(question()));
    expect(reason).toContain(`answers ${status}: {"error": "*** is not valid"}. check NEW_RELIC_API_KEY`);
  });

  it('waits out a limit, with 429 and with 200', async () => {
    const good = { data: { actor: { account: { value: { results: [{ count: 7 }] } } } } };
    const limit = { errors: [{ message: 'slow down', extensions: { errorClass: 'TOO_MANY_REQUESTS' } }] };
    server.replies(limit, reply(429, 'slow down'), good);
    expect(await open(MEAN).measure(question())).toMatchObject({ kind: 'value', value: 7 });
    expect(server.received).toHaveLength(3);
    server.replies(limit);
    expect(reasonOf(await open(MEAN).measure(question()))).toContain('TOO_MANY_REQUESTS: slow down');
  });

  it('throws the reason of an abort', async () => {
    server.replies(() => undefined);
    const abort = new AbortController();
    const measuring = open(MEAN).measure(question(), abort.signal);
    setTimeout(() => abort.abort(new Error('cancelled')), 50);
    await expect(measuring).rejects.toThrow('cancelled');
  });
});

it('asks the region, and needs an account', () => {
  expect(() => provider(newrelicMetrics, newrelicKind, MEAN, { secrets })).toThrow('no account of New Relic');
  expect(() => open(MEAN, { account: 0 })).toThrow('from 1');
  expect(() => open(MEAN, { region: 'asia' })).toThrow('unknown value "asia"');
  expect(() => open(MEAN, { 'api-key': 'NOWHERE' })).toThrow('no secret NOWHERE');
});

it.each([
  [`${MEAN} SINCE 1 hour ago`, 'leave out SINCE: the window is added'],
  [`${MEAN} timeseries`, 'leave out TIMESERIES'],
  [`${MEAN} FACET host`, 'leave out FACET: one number is wanted'],
  [`${MEAN} COMPARE WITH 1 day ago`, 'one number is wanted'],
  ['duration', 'NRQL such as SELECT'],
  [{ query: `SELECT a FROM B WHERE c = '{{ verison }}'` }, 'unknown name {{ verison }}'],
  [{ total: COUNTS.total, event: 'x' }, 'is missing'],
])('refuses %j', (query, message) => {
  expect(() => open(query)).toThrow(message);
});

it('takes clauses as words inside of quotes', () => {
  expect(() =>
    open(`SELECT count(*) FROM Log WHERE message LIKE '%since%' AND v = '{{ version }}'`),
  ).not.toThrow();
});
