import { describe, expect, it } from 'vitest';
import { BROKEN, reply } from '../http/test-server.ts';
import { metricContext, provider, question } from '../http/test-support.ts';
import { cloudwatchMetrics } from './index.ts';
import { cloudwatchKind } from './kinds.ts';
import { aws, COUNTS, LATENCY, open, page, reasonOf, result, server } from './test-service.ts';

describe('faults', () => {
  it.each(BROKEN)('%s: failure', async (_what, broken, reason) => {
    server.replies(broken);
    const measured = await open(LATENCY).measure(question());
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toMatch(reason);
  });

  it.each([
    [403, 'com.amazon.coral.service#AccessDeniedException', 'allow cloudwatch:GetMetricData'],
    [403, 'ExpiredTokenException', 'the credentials have expired'],
    [403, 'SignatureDoesNotMatch', 'check AWS_ACCESS_KEY_ID'],
    [400, 'ValidationError', '400: ValidationError: no: very'],
  ])('%i %s', async (status, type, words) => {
    server.replies(reply(status, { __type: type, message: `no: very` }));
    const measured = await open(LATENCY).measure(question());
    expect(measured.kind).toBe('failure');
    expect(reasonOf(measured)).toContain(words);
    expect(reasonOf(measured)).toContain(type.split('#').at(-1));
  });

  it('names a clock that is off', async () => {
    server.replies(reply(403, { __type: 'InvalidSignatureException', message: 'Signature expired' }));
    const measured = await open(LATENCY, {}, -20 * 60_000).measure(question());
    expect(reasonOf(measured)).toMatch(/the clock of this machine is (1199|120\d) s behind: set it/);
  });

  it('waits out a limit that comes as 400', async () => {
    server.replies(
      reply(400, { __type: 'ThrottlingException', message: 'Rate exceeded' }),
      page(result('fairway_value', [1])),
    );
    expect(await open(LATENCY).measure(question())).toMatchObject({ kind: 'value', value: 1 });
    expect(server.received).toHaveLength(2);
  });

  it('never shows the credentials', async () => {
    const echo = `key ${aws.secretAccessKey} token ${aws.sessionToken}`;
    server.replies(reply(400, { __type: 'ValidationError', message: echo }));
    const measured = await open(LATENCY).measure(question());
    expect(reasonOf(measured)).toContain('key *** token ***');
  });

  it('throws the reason of an abort', async () => {
    server.replies(() => undefined);
    const abort = new AbortController();
    const measuring = open(LATENCY).measure(question(), abort.signal);
    setTimeout(() => abort.abort(new Error('cancelled')), 50);
    await expect(measuring).rejects.toThrow('cancelled');
  });
});

it('needs credentials and a region before anything is measured', () => {
  const real = metricContext().ports.context;
  const bare =
    (here: object, connection: object = {}) =>
    () =>
      provider(cloudwatchMetrics, cloudwatchKind, LATENCY, {
        connection,
        ports: { context: { ...real, ...here } },
      });
  expect(bare({})).toThrow('no credentials for CloudWatch');
  expect(bare({ aws: { ...aws, region: undefined } })).toThrow('no region for CloudWatch');
  expect(bare({ aws: { ...aws, region: undefined } }, { region: 'us-east-1' })).not.toThrow();
  const mean = { ...COUNTS.metrics.errors, stat: 'Average' };
  expect(() => open({ ...COUNTS, metrics: { ...COUNTS.metrics, errors: mean } })).toThrow(
    'but errors has the statistic Average',
  );
});
