import { execFile, spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { freePort } from '../../targets/process/supervisor/health.ts';
import { TestServer } from '../http/test-server.ts';
import { metricContext, NOON, provider, question } from '../http/test-support.ts';
import { cloudwatchMetrics } from './index.ts';
import { cloudwatchKind } from './kinds.ts';

const aws = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'very/secret+key', region: 'eu-west-1' };
const program = (process.env.PATH ?? '')
  .split(':')
  .map((path) => join(path, 'moto_server'))
  .find(existsSync);

/** An emulator of AWS that others wrote: it must understand what we ask. */
lane('moto', program !== undefined, () => {
  let child: ReturnType<typeof spawn> | undefined;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    child = spawn(program ?? '', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
    for (let i = 0; i < 150 && !(await fetch(url).catch(() => undefined)); i++) await sleep(100);
    await put('web-1', 'RequestCount', [1_000]);
    await put('web-2', 'RequestCount', [60, 40]);
    await put('web-2', 'Errors', [3]);
    await put('web-2', 'Latency', [0.1, 0.2, 0.6]);
  }, 20_000);
  afterAll(() => {
    child?.kill();
  });

  /** One observation a minute from NOON on. */
  async function put(revision: string, MetricName: string, values: readonly number[]): Promise<void> {
    const Dimensions = [{ Name: 'Revision', Value: revision }];
    const MetricData = values.map((Value, i) => ({
      ...{ MetricName, Dimensions, Value, Timestamp: NOON / 1_000 + 60 * i + 5 },
    }));
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
        authorization:
          'AWS4-HMAC-SHA256 Credential=x/20260101/eu-west-1/monitoring/aws4_request, Signature=x',
      },
      body: JSON.stringify({ Namespace: 'Shop', MetricData }),
    });
    expect(response.status).toBe(200);
  }

  const metric = (name: string, stat: string) => ({
    ...{ namespace: 'Shop', metric: name, stat, dimensions: { Revision: '{{ revision }}' } },
  });
  const open = (query: object, at = url) => {
    const ports = { context: { ...metricContext().ports.context, aws } };
    return provider(cloudwatchMetrics, cloudwatchKind, query, {
      connection: { url: at, delay: '0s' },
      ports,
    });
  };
  const counts = {
    ...{ events: 'errors', total: 'requests' },
    metrics: { errors: metric('Errors', 'Sum'), requests: metric('RequestCount', 'Sum') },
  };

  it('answers with values, and with the samples behind them', async () => {
    expect(await open(metric('Latency', 'Maximum')).measure(question())).toMatchObject({
      value: 0.6,
      samples: 3,
    });
    const mean = await open({ ...metric('Latency', 'Average'), period: '1m' }).measure(question());
    expect(mean).toMatchObject({ kind: 'value', samples: 3 });
    expect((mean as { value: number }).value).toBeCloseTo(0.3, 12);
    const late = question({ from: NOON + 60_000 });
    expect(await open(metric('Latency', 'Sum')).measure(late)).toMatchObject({ value: 0.8, samples: 2 });
  });

  it('answers with counts and a series of one side', async () => {
    const side = { shape: 'counts' } as const;
    expect(await open(counts).measure(question(side))).toMatchObject({ events: 3, total: 100 });
    const baseline = question({ ...side, side: 'baseline' });
    expect(await open(counts).measure(baseline)).toMatchObject({ kind: 'no-data' });
    expect(await open({ ...counts, 'no-events': 'zero' }).measure(baseline)).toMatchObject({
      events: 0,
      total: 1_000,
    });
    const series = await open(metric('Latency', 'Average')).measure(
      question({ shape: 'series', step: 60_000 }),
    );
    expect(series).toMatchObject({
      points: [0.1, 0.2, 0.6].map((value, i) => ({ at: NOON + 60_000 * i, value })),
    });
  });

  it('has no data of what nobody recorded', async () => {
    expect(await open(metric('Nothing', 'Sum')).measure(question())).toMatchObject({ kind: 'no-data' });
    const early = question({ from: NOON - 600_000, to: NOON - 300_000 });
    expect(await open(metric('Latency', 'Sum')).measure(early)).toMatchObject({ kind: 'no-data' });
  });

  it('is signed as the AWS library for Python signs it', async () => {
    const server = await TestServer.start();
    try {
      server.replies({ MetricDataResults: [] });
      await open(metric('Latency', 'Sum'), `${server.url}/`).measure(question());
      const [received] = server.received;
      const python = join(dirname(realpathSync(program ?? '')), 'python3');
      const input = JSON.stringify({ ...received, url: `${server.url}/`, ...aws });
      const { stdout } = await promisify(execFile)(python, ['-c', SIGN, input]);
      expect(received?.headers.authorization).toBe(stdout.trim());
    } finally {
      await server.stop();
    }
  });
});

const SIGN = `
import json, sys
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
got = json.loads(sys.argv[1])
signed = got['headers']['authorization'].split('SignedHeaders=')[1].split(',')[0].split(';')
headers = {name: got['headers'][name] for name in signed}
request = AWSRequest('POST', got['url'], data=got['body'], headers=headers)
request.context['timestamp'] = headers['x-amz-date']
auth = SigV4Auth(Credentials(got['accessKeyId'], got['secretAccessKey']), 'monitoring', got['region'])
canonical = auth.canonical_request(request)
signature = auth.signature(auth.string_to_sign(request, canonical), request)
scope = auth.scope(request)
print(f'AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders={";".join(signed)}, Signature={signature}')
`;
