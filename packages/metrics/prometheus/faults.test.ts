import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryLog } from '@fairway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { makeCertificate } from '../../../test/support/registry.ts';
import { BROKEN, reply, TestServer } from '../http/test-server.ts';
import { hastyClock, metricContext, NOON, provider, question, readAs } from '../http/test-support.ts';
import { prometheusMetrics } from './index.ts';
import { prometheusKind } from './kinds.ts';
import { havePrometheus, TestPrometheus } from './test-prometheus.ts';

const SECRET = 'hunter2-of-prometheus';
const answer = (more: object = {}) =>
  reply(200, {
    status: 'success',
    data: { resultType: 'vector', result: [{ metric: {}, value: [NOON / 1_000, '7'] }] },
    ...more,
  });

describe('answers', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await TestServer.start();
  });
  afterAll(() => server.stop());

  const log = memoryLog();
  const open = (connection: object = {}, ports: object = {}) =>
    provider(prometheusMetrics, prometheusKind, 'sum(x)', {
      connection: { url: server.url, timeout: '500ms', auth: { bearer: 'PROM_TOKEN' }, ...connection },
      secrets: { PROM_TOKEN: `${SECRET}\n`, OTHER: SECRET },
      ports: { log, ...ports },
    });
  const reasonOf = async (...replies: Parameters<TestServer['replies']>) => {
    server.replies(...replies);
    const measured = await open().measure(question());
    expect(JSON.stringify(measured)).not.toContain(SECRET);
    return 'reason' in measured ? `${measured.kind}: ${measured.reason}` : measured.kind;
  };

  it('says who asks, in each way', async () => {
    const seen = async (connection: object) => {
      server.replies(answer());
      expect(await open(connection).measure(question())).toMatchObject({ value: 7 });
      return server.received[0];
    };
    const first = await seen({ url: `${server.url}/prometheus/`, headers: { 'X-Scope-OrgID': 'team-1' } });
    expect(first).toMatchObject({
      method: 'POST',
      path: '/prometheus/api/v1/query',
      headers: { authorization: `Bearer ${SECRET}`, 'x-scope-orgid': 'team-1' },
    });
    expect(Object.fromEntries(new URLSearchParams(first?.body))).toEqual({
      query: 'sum(x)',
      time: ((NOON + 300_000) / 1_000).toFixed(3),
      timeout: '500ms',
      lookback_delta: '300s',
      partial_response: 'false',
    });
    const basic = await seen({ auth: { basic: { user: 'ci', password: 'OTHER' } }, method: 'get' });
    const credentials = Buffer.from(`ci:${SECRET}`).toString('base64');
    expect(basic).toMatchObject({ method: 'GET', headers: { authorization: `Basic ${credentials}` } });
    expect(basic?.path).toContain('/api/v1/query?query=sum%28x%29&');
    const header = await seen({ auth: { header: { name: 'X-Api-Key', value: 'OTHER' } } });
    expect(header?.headers['x-api-key']).toBe(SECRET);
  });

  it.each([
    [reply(401, `no such token: ${SECRET}`), 'HTTP 401 with no JSON: no such token: ***', 'check `auth`'],
    [
      reply(422, { status: 'error', errorType: 'execution', error: `query timed out for ${SECRET}` }),
      'HTTP 422 with execution: query timed out for ***',
      'correct the query',
    ],
    [reply(500, 'panic'), 'HTTP 500 with no JSON: panic', 'see the log of the server'],
    [reply(404, 'no page'), 'HTTP 404 with no JSON: no page', 'check `url`'],
    [reply(200, '<html>Sign in</html>'), 'HTTP 200 with no JSON: <html>', 'check `url`'],
    [
      reply(302, '', { location: 'https://login.example.com' }),
      'answers 302 and leads to https://login.example.com',
      'if that is right',
    ],
    [reply(200, { status: 'success' }), 'without data', ''],
    [
      answer({ warnings: ['store-1 did not answer'] }),
      'a part of the data only: store-1 did not answer',
      'the store',
    ],
  ])('what is no whole answer is a failure: %#', async (given, words, mend) => {
    const reason = await reasonOf(given);
    expect(reason).toMatch(/^failure: /);
    expect(reason).toContain(words);
    expect(reason).toContain(mend);
  });

  it.each(BROKEN)('believes no answer that is %s', async (_, given) => {
    expect(await reasonOf(given)).toMatch(/^failure: /);
  });

  it.each([
    { resultType: 'vector', result: {} },
    { resultType: 'vector', result: [null] },
    { resultType: 'vector', result: ['up'] },
    { resultType: 'scalar', result: [] },
    { resultType: 'vector', result: [{ metric: {}, value: 7 }] },
    { resultType: 'vector', result: [{ metric: {}, value: [1, 7] }] },
    { resultType: 'vector', result: [{ metric: {}, values: [[1, '7']] }] },
    { resultType: 'string', result: [1, 'up'] },
    { result: [] },
  ])('takes no value from %j', async (data) => {
    const reason = await reasonOf(reply(200, { status: 'success', data }));
    expect(reason).toMatch(/^(failure|no-data): /);
    expect(reason).not.toContain('bug in Fairway');
  });

  it('tells what PromQL remarks, and takes the value', async () => {
    const remark = 'PromQL info: metric might not be a counter';
    expect(await reasonOf(answer({ warnings: [remark] }))).toBe('value');
    expect(JSON.stringify(log)).toContain(remark);
  });

  it('asks again after a passing fault, and no longer than its time', async () => {
    expect(await reasonOf(reply(503, 'busy'), answer())).toBe('value');
    expect(server.received.length).toBe(2);
    server.replies(reply(503, { status: 'error', errorType: 'timeout', error: 'busy' }));
    const hasty = open({}, { clock: hastyClock() });
    const measured = await hasty.measure(question());
    expect(measured.kind === 'failure' && measured.reason).toContain('HTTP 503 with timeout: busy');
    expect(server.received.length).toBeLessThan(8);
  });

  it('waits for no server that is silent, and stops when it is told to', async () => {
    server.replies(() => undefined);
    const begin = Date.now();
    const measured = await open({ timeout: '100ms' }).measure(question());
    expect(measured.kind === 'failure' && measured.reason).toContain('timed out');
    expect(Date.now() - begin).toBeLessThan(3_000);
    const controller = new AbortController();
    const asked = open({ timeout: '30s' }).measure(question(), controller.signal);
    setTimeout(() => controller.abort(new Error('the job is cancelled')), 50);
    await expect(asked).rejects.toThrow('the job is cancelled');
  });

  it('refuses native histograms, and a secret that the job does not have', async () => {
    server.replies(
      reply(200, {
        status: 'success',
        data: { resultType: 'vector', result: [{ metric: {}, histogram: [1, { count: '3' }] }] },
      }),
    );
    const histogram = provider(
      prometheusMetrics,
      prometheusKind,
      { histogram: 'x[{{ window }}]' },
      {
        connection: { url: server.url },
      },
    );
    const measured = await histogram.measure(question({ shape: 'histogram' }));
    expect(measured.kind === 'failure' && measured.reason).toContain('native histogram');
    expect(() => open({ auth: { bearer: 'MISSING' } })).toThrow('MISSING');
    expect(() => prometheusMetrics.open('x', {}, metricContext())).toThrow('no address of Prometheus');
    const wrong = (connection: object) => () => readAs(prometheusKind.connection, connection);
    expect(wrong({ url: `https://ci:${SECRET}@example.com` })).toThrow('without user, password');
    expect(wrong({ url: 'https://example.com', auth: { bearer: `${SECRET}!` } })).toThrow(
      'the name of a secret',
    );
    expect(wrong({ url: 'https://example.com', auth: { bearer: `${SECRET}!` } })).not.toThrow(SECRET);
    expect(wrong({ url: 'https://example.com', auth: {} })).toThrow('exactly one of: bearer, basic, header');
    expect(wrong({ url: 'https://example.com', tls: { cert: 'a' } })).toThrow('needs `cert` and its key');
    expect(wrong({ url: 'https://example.com', headers: { Authorization: 'x' } })).toThrow('use `auth`');
    const plain = { url: 'http://example.com', tls: { ca: 'ca.pem' } };
    expect(() => open(plain)).toThrow('needs an https address');
  });
});

const haveTools = ['htpasswd', 'openssl'].every(
  (name) => !spawnSync(name, ['-h'], { stdio: 'ignore' }).error,
);

lane('prometheus with users and certificates', havePrometheus && haveTools, () => {
  let server: TestPrometheus;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-certificates-'));
    await makeCertificate(folder);
    const { stdout } = spawnSync('htpasswd', ['-niBC', '4', 'ci'], { input: SECRET, encoding: 'utf8' });
    const [, hash = ''] = stdout.trim().split(':');
    const at = (name: string) => join(folder, name);
    server = await TestPrometheus.start({
      scheme: 'https',
      web: {
        tls_server_config: {
          ...{ cert_file: at('cert.pem'), key_file: at('key.pem') },
          ...{ client_auth_type: 'RequireAndVerifyClientCert', client_ca_file: at('ca.pem') },
        },
        basic_auth_users: { ci: hash },
      },
    });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const measure = (connection: object, secret = SECRET) =>
    provider(prometheusMetrics, prometheusKind, 'vector(7)', {
      connection: { url: server.url, timeout: '500ms', ...connection },
      secrets: { PASSWORD: secret },
      ports: { clock: hastyClock() },
    }).measure(question({ to: Date.now() }));

  it('is asked with its own authority, a client certificate and a password', async () => {
    const at = (name: string) => join(folder, name);
    const tls = { ca: at('ca.pem'), cert: at('cert.pem'), key: at('key.pem') };
    const auth = { basic: { user: 'ci', password: 'PASSWORD' } };
    expect(await measure({ tls, auth })).toMatchObject({ kind: 'value', value: 7 });
    expect(await measure({ tls, auth, method: 'get' })).toMatchObject({ kind: 'value', value: 7 });
    const wrong = await measure({ tls, auth }, 'another-password');
    expect(wrong.kind === 'failure' && wrong.reason).toContain('HTTP 401');
    expect(JSON.stringify(wrong)).not.toContain('another-password');
    const unknown = await measure({ auth });
    expect(unknown.kind === 'failure' && unknown.reason).toMatch(/no answer \(.*(certificate|self-signed)/);
    const nameless = await measure({ tls: { ca: tls.ca }, auth });
    expect(nameless.kind).toBe('failure');
    const lost = await measure({ tls: { ca: at('nowhere.pem') }, auth });
    expect(lost.kind === 'failure' && lost.reason).toContain('there is no file');
  });
});
