import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { cloudwatchMetrics } from '../cloudwatch/index.ts';
import { cloudwatchKind } from '../cloudwatch/kinds.ts';
import { datadogMetrics } from '../datadog/index.ts';
import { datadogKind } from '../datadog/kinds.ts';
import { newrelicMetrics } from '../newrelic/index.ts';
import { newrelicKind } from '../newrelic/kinds.ts';
import { httpMetrics } from './index.ts';
import { httpKind } from './kinds.ts';
import { hastyClock, metricContext, NOON, provider, question } from './test-support.ts';

const openssl = (process.env.PATH ?? '').split(':').some((path) => existsSync(join(path, 'openssl')));

/** One answer that each provider understands. */
const ANSWER = {
  value: 3,
  data: {
    attributes: { columns: [{ type: 'number', values: [3] }] },
    actor: { account: { value: { results: [{ count: 3 }] } } },
  },
  MetricDataResults: [
    { Id: 'fairway_value', StatusCode: 'Complete', Timestamps: [NOON / 1_000], Values: [3] },
  ],
};

lane('openssl', openssl, () => {
  let folder: string;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-http-tls-'));
    const names = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
    const files = ['-keyout', `${folder}/key.pem`, '-out', `${folder}/ca.pem`];
    execFileSync('openssl', ['req', '-x509', ...keys, ...names, ...files], { stdio: 'pipe' });
    const [key, cert] = ['key', 'ca'].map((name) => readFileSync(`${folder}/${name}.pem`));
    server = createServer({ key, cert }, (_request, response) => response.end(JSON.stringify(ANSWER)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const measure = (tls: object | undefined, address = '/stats') => {
    const connection = { url, timeout: '1s', ...(tls ? { tls } : {}) };
    const query = { url: address, value: '$.value' };
    return provider(httpMetrics, httpKind, query, { connection, ports: { clock: hastyClock() } }).measure(
      question(),
    );
  };

  it('trusts the authority that is named, and no other', async () => {
    expect(await measure({ ca: join(folder, 'ca.pem') })).toMatchObject({ kind: 'value', value: 3 });
    expect(await measure(undefined)).toMatchObject({ kind: 'failure' });
    // Its certificates are for the provider's own address only.
    expect(await measure({ ca: join(folder, 'ca.pem') }, `${url}/stats`)).toMatchObject({ kind: 'failure' });
  });

  it('does so for the clouds behind a proxy', async () => {
    const rest = { url, timeout: '1s', delay: '0s' };
    const metric = { namespace: 'n', metric: 'm', stat: 'Sum' };
    const secrets = { DD_API_KEY: 'a', DD_APP_KEY: 'b', NEW_RELIC_API_KEY: 'c' };
    const aws = { accessKeyId: 'a', secretAccessKey: 'secret', region: 'eu-west-1' };
    const ports = { clock: hastyClock(), context: { ...metricContext().ports.context, aws } };
    for (const [tls, kind] of [
      [{ ca: join(folder, 'ca.pem') }, 'value'],
      [{}, 'failure'],
    ] as const) {
      const options = (more: object = {}) => ({ connection: { ...rest, tls, ...more }, secrets, ports });
      const clouds = [
        provider(cloudwatchMetrics, cloudwatchKind, metric, options()),
        provider(datadogMetrics, datadogKind, 'avg:x{*}', options()),
        provider(newrelicMetrics, newrelicKind, 'SELECT count(*) FROM T', options({ account: 1 })),
      ];
      for (const cloud of clouds) expect(await cloud.measure(question()), cloud.type).toMatchObject({ kind });
    }
  });

  it('says which file is missing', async () => {
    const measured = (await measure({ ca: join(folder, 'none.pem') })) as { kind: string; reason: string };
    expect(measured.kind).toBe('failure');
    expect(measured.reason).toContain('there is no file');
  });
});
