import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpMetrics } from './index.ts';
import { httpKind } from './kinds.ts';
import { BROKEN, reply, TestServer } from './test-server.ts';
import { hastyClock, NOON, provider, question, readAs } from './test-support.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server.stop());

const secrets = { TOKEN: 'hunter22', KEY: 'k3y/k3y' };
const open = (query: object, connection: object = {}) =>
  provider(httpMetrics, httpKind, query, {
    connection: { timeout: '1s', ...connection },
    ...{ secrets, ports: { clock: hastyClock() } },
  });
const value = (path: string, more: object = {}) => open({ url: `${server.url}/stats`, value: path, ...more });
const reasonOf = (measured: object) => ('reason' in measured ? String(measured.reason) : '');

describe('requests', () => {
  it('encodes values in the address, in JSON and in paths', async () => {
    const version = `1.0 "b" & c/d'`;
    server.replies({ versions: { [version]: { p95: 12 } } });
    const query = {
      url: `${server.url}/v/{{ version }}?from={{ from }}&side={{ side }}`,
      body: '{ "version": "{{ version }}" }',
      value: "$.versions['{{ version }}'].p95",
    };
    const measured = await open(query).measure(question({ candidate: { ...question().candidate, version } }));
    expect(measured).toMatchObject({ kind: 'value', value: 12 });
    const [received] = server.received;
    expect(received).toMatchObject({
      method: 'POST',
      path: `/v/${encodeURIComponent(version)}?from=${NOON / 1_000}&side=candidate`,
    });
    expect(server.asked()).toEqual({ version });
    expect(measured.query).toContain(`POST ${server.url}/v/1.0%20%22b%22`);
  });

  it.each(['..', '.'])('lets %j not climb out of a path', async (revision) => {
    server.replies({ a: 1 });
    const query = { url: `${server.url}/a/{{ revision }}/b`, value: '$.a' };
    const measured = await open(query).measure(
      question({ candidate: { ...question().candidate, revision } }),
    );
    expect(measured.kind).toBe('failure');
    expect(server.received).toHaveLength(0);
  });

  it('sends secrets in headers, and shows none', async () => {
    server.replies(reply(403, `no entry for hunter22 with ${secrets.KEY}`));
    const query = {
      url: '/x',
      value: '$.a',
      'secret-headers': { 'X-Key': 'KEY' },
      headers: { 'X-Tenant': 't1' },
    };
    const measured = await open(query, { url: `${server.url}/base/`, auth: { bearer: 'TOKEN' } }).measure(
      question(),
    );
    expect(server.received[0]?.path).toBe('/base/x');
    expect(server.received[0]?.headers).toMatchObject({
      ...{ authorization: 'Bearer hunter22', 'x-key': secrets.KEY, 'x-tenant': 't1' },
    });
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toContain('answers 403: no entry for *** with ***. check `auth`');
  });

  it('sends what the provider knows to its own address only', async () => {
    server.replies({ a: 1 });
    const connection = {
      url: 'https://stats.example.com',
      auth: { bearer: 'TOKEN' },
      headers: { 'X-Org': 'o' },
    };
    await open({ url: `${server.url}/x`, value: '$.a' }, connection).measure(question());
    const headers = server.received[0]?.headers ?? {};
    expect(Object.keys(headers)).not.toContain('authorization');
    expect(Object.keys(headers)).not.toContain('x-org');
  });

  it('asks again where a question is harmless, and only there', async () => {
    server.replies(reply(503, 'busy'), { a: 7 });
    expect(await value('$.a').measure(question())).toMatchObject({ kind: 'value', value: 7 });
    server.replies(reply(503, 'busy'), { a: 7 });
    const measured = await value('$.a', { method: 'POST' }).measure(question());
    expect(reasonOf(measured)).toContain('answers 503: busy');
    server.replies(reply(429, 'slow down', { 'retry-after': '1' }), { a: 7 });
    expect(await value('$.a', { method: 'POST' }).measure(question())).toMatchObject({ value: 7 });
  });
});

describe('answers', () => {
  it.each([
    [{ a: { b: 1.5 } }, '$.a.b', 1.5],
    [{ a: '12.5' }, '$.a', 12.5],
    [{ a: ' 1e3 ' }, '$.a', 1_000],
    [
      {
        list: [
          { n: 'x', v: 1 },
          { n: 'y', v: 2 },
        ],
      },
      '$.list[?@.n == "y"].v',
      2,
    ],
    [{ a: 0 }, '$.a', 0],
  ])('%j %s is %d', async (body, path, expected) => {
    server.replies(body);
    expect(await value(path).measure(question())).toMatchObject({ kind: 'value', value: expected });
  });

  it.each([
    [{ a: 1 }, '$.b', 'no-data', '$.b finds nothing'],
    [{ a: null }, '$.a', 'no-data', '$.a is null'],
    [{ a: 'NaN' }, '$.a', 'no-data', '$.a is NaN'],
    [{ a: [1, 2] }, '$.a[*]', 'failure', 'finds 2 values where one is wanted'],
    [{ a: '12ms' }, '$.a', 'failure', '"12ms", and not a number'],
    [{ a: '' }, '$.a', 'failure', 'and not a number'],
    [{ a: '1,5' }, '$.a', 'failure', 'and not a number'],
    [{ a: '1e999' }, '$.a', 'failure', 'and not a number'],
    [{ a: true }, '$.a', 'failure', 'true, and not a number'],
    [{ a: [3] }, '$.a', 'failure', '[3], and not a number'],
    [{ a: {} }, '$.a', 'failure', '{}, and not a number'],
  ])('%j %s: %s', async (body, path, kind, reason) => {
    server.replies(body);
    const measured = await value(path).measure(question());
    expect(measured.kind).toBe(kind);
    expect(reasonOf(measured)).toContain(reason);
  });

  it('gives samples, counts and points', async () => {
    server.replies({ v: 3, n: 40, bad: 2, all: '50' });
    expect(await value('$.v', { samples: '$.n' }).measure(question())).toMatchObject({
      value: 3,
      samples: 40,
    });
    const counts = { url: server.url, events: '$.bad', total: '$.all' };
    const asked = question({ shape: 'counts' });
    expect(await open(counts).measure(asked)).toMatchObject({ kind: 'counts', events: 2, total: 50 });
    expect(await open({ ...counts, events: '$.none' }).measure(asked)).toMatchObject({ kind: 'no-data' });
    expect(await open({ ...counts, total: '$' }).measure(asked)).toMatchObject({ kind: 'failure' });

    const seconds = NOON / 1_000;
    const points = [
      [NOON + 60_000, 2],
      [seconds, '1'],
      [new Date(NOON + 90_000).toISOString(), 3],
      [seconds + 120, null],
      [seconds - 60, 9],
    ];
    server.replies({ points });
    const series = open({ url: server.url, points: '$.points[*]' });
    expect(await series.measure(question({ shape: 'series' }))).toMatchObject({
      points: [
        { at: NOON, value: 1 },
        { at: NOON + 60_000, value: 2 },
        { at: NOON + 90_000, value: 3 },
      ],
    });
  });

  it.each([
    [[[1]], 'no pair of time and value'],
    [[['yesterday', 1]], '"yesterday" is no time'],
    [[[1, 'x']], 'and not a number'],
    [[{ t: 1 }], 'no pair'],
  ])('points %j: failure', async (points, reason) => {
    server.replies({ points });
    const query = { url: server.url, points: '$.points[*]' };
    const measured = await open(query).measure(question({ shape: 'series' }));
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toContain(reason);
  });

  it.each([201, 299])('believes %i', async (status) => {
    server.replies(reply(status, { a: 1 }));
    expect(await value('$.a').measure(question())).toMatchObject({ kind: 'value' });
  });

  it.each([400, 401, 404, 500])('%i is a failure, whatever it says', async (status) => {
    server.replies(reply(status, { a: 1 }));
    expect(await value('$.a').measure(question())).toMatchObject({ kind: 'failure' });
  });
});

describe('faults', () => {
  it.each(BROKEN.filter(([what]) => what !== 'JSON of another kind'))(
    '%s: failure',
    async (_what, broken, reason) => {
      server.replies(broken);
      const measured = await value('$.a').measure(question());
      expect(measured.kind).toBe('failure');
      expect(reasonOf(measured)).toMatch(reason);
    },
  );

  it('silence and a closed port', async () => {
    server.replies(() => undefined);
    const query = { url: `${server.url}/`, value: '$.a', method: 'POST' };
    expect(reasonOf(await open(query, { timeout: '100ms' }).measure(question()))).toContain('timed out');
    const closed = { ...query, url: 'http://127.0.0.1:1/' };
    expect(await open(closed).measure(question())).toMatchObject({ kind: 'failure' });
  });

  it('throws the reason of an abort', async () => {
    server.replies(() => undefined);
    const abort = new AbortController();
    const measuring = value('$.a').measure(question(), abort.signal);
    setTimeout(() => abort.abort(new Error('cancelled')), 50);
    await expect(measuring).rejects.toThrow('cancelled');
  });
});

it.each([
  [{ url: 'ftp://x', value: '$.a' }, 'an address such as'],
  [{ url: 'https://user:pw@x/', value: '$.a' }, 'an address such as'],
  [{ url: 'https://x/#y', value: '$.a' }, 'an address such as'],
  [{ url: 'https://x/{{ verison }}', value: '$.a' }, 'unknown name {{ verison }}'],
  [{ url: 'https://x', value: 'a.b' }, 'a JSON path begins with $'],
  [{ url: 'https://x' }, '"value" is missing'],
  [{ url: 'https://x', value: '$.a', headers: { Authorization: 'x' } }, 'is a secret'],
  [{ url: '/x', value: '$.a' }, 'the provider has no address'],
  [{ url: 'https://x', value: '$.a', 'secret-headers': { X: 'NONE' } }, 'no secret NONE'],
])('refuses %j', (query, message) => {
  expect(() => open(query)).toThrow(message);
});

it('asks nothing with a path that is none', async () => {
  server.replies({ a: 1 });
  expect(reasonOf(await value('$.a[').measure(question()))).toContain('$.a[ is no JSON path');
  expect(server.received).toHaveLength(0);
});

it('takes an address with a query, and names in it', () => {
  expect(() => open({ url: 'https://x?v={{ version }}', value: "$['{{ version }}'].a" })).not.toThrow();
});

it.each([
  [{ url: 'https://x/{{ version }}', value: '$.a' }, true],
  [{ url: 'https://x', body: '"{{ side }}"', value: '$.a' }, true],
  [{ url: 'https://x', events: "$['{{ version }}'].e", total: "$['{{ version }}'].t" }, true],
  [{ url: 'https://x', events: "$['{{ version }}'].e", total: '$.t' }, false],
  [{ url: 'https://x/{{ from }}', value: '$.a' }, false],
])('%j tells the sides apart: %s', (query, sided) => {
  expect(httpKind.sided(readAs(httpKind.query, query))).toBe(sided);
});
