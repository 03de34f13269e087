import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { httpMetrics } from './index.ts';
import { httpKind } from './kinds.ts';
import { hastyClock, provider, question } from './test-support.ts';

const openssl = (process.env.PATH ?? '').split(':').some((path) => existsSync(join(path, 'openssl')));

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
    server = createServer({ key, cert }, (_request, response) => response.end('{"value": 3}'));
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

  it('says which file is missing', async () => {
    const measured = (await measure({ ca: join(folder, 'none.pem') })) as { kind: string; reason: string };
    expect(measured.kind).toBe('failure');
    expect(measured.reason).toContain('there is no file');
  });
});
