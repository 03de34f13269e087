import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../../test/support/lanes.ts';
import { makeCertificate } from '../../test/support/registry.ts';
import { systemClock } from './clock.ts';
import { systemHttp } from './http.ts';

const http = systemHttp(systemClock);
const haveOpenssl = !spawnSync('openssl', ['version'], { stdio: 'ignore' }).error;

lane('openssl', haveOpenssl, () => {
  let folder: string;
  let server: Server;
  let url: string;
  let ca: string;
  let client: { cert: string; key: string };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-tls-'));
    await makeCertificate(folder);
    const read = (name: string) => readFile(join(folder, name), 'utf8');
    [ca, client] = [await read('ca.pem'), { cert: await read('cert.pem'), key: await read('key.pem') }];
    server = createServer(
      { ...client, ca, requestCert: true, rejectUnauthorized: false },
      (request, response) => {
        if (request.url === '/silent') return;
        if (request.url === '/stalls') return void response.write('half');
        if (request.url === '/empty') return void response.writeHead(204).end();
        if (request.url === '/away') return void response.writeHead(302, { location: '/x' }).end();
        let body = '';
        request.on('data', (chunk) => {
          body += chunk;
        });
        request.on('end', () => {
          const { method, headers, socket } = request;
          const known = (socket as TLSSocket).authorized;
          response.writeHead(200, { 'x-two': ['a', 'b'] });
          response.end(
            JSON.stringify({
              method,
              type: headers['content-type'],
              length: headers['content-length'],
              body,
              known,
            }),
          );
        });
      },
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  it('trusts a private authority, and shows a client certificate', async () => {
    const plain = await http.fetch(`${url}/?a=1`, { tls: { ca } });
    expect([plain.status, plain.url, plain.headers.get('x-two')]).toEqual([200, `${url}/?a=1`, 'a, b']);
    expect(await plain.json()).toMatchObject({ method: 'GET', known: false, body: '' });
    const body = new URLSearchParams({ query: 'a b&c' });
    const sent = await http.fetch(url, { method: 'POST', body, tls: { ca, ...client }, whole: true });
    expect(await sent.json()).toEqual({
      ...{ method: 'POST', known: true, body: 'query=a+b%26c', length: '13' },
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
    });
    const empty = await http.fetch(`${url}/empty`, { tls: { ca }, whole: true });
    expect([empty.status, await empty.text()]).toEqual([204, '']);
    expect((await http.fetch(`${url}/away`, { tls: { ca } })).status).toBe(302);
  });

  it('trusts nothing else, and ends with its limit or the job', async () => {
    const once = { retry: false } as const;
    await expect(http.fetch(url, { tls: client, ...once })).rejects.toThrow(/certificate|self-signed/);
    await expect(http.fetch(url.replace('https', 'http'), { tls: { ca }, ...once })).rejects.toThrow(
      'https is needed',
    );
    await expect(http.fetch(`${url}/silent`, { tls: { ca }, timeout: 80, ...once })).rejects.toThrow(
      'timed out',
    );
    const controller = new AbortController();
    const reading = http.fetch(`${url}/stalls`, { tls: { ca }, signal: controller.signal });
    const text = (await reading).text();
    controller.abort(new Error('the job is cancelled'));
    await expect(text).rejects.toThrow();
    const asked = http.fetch(`${url}/silent`, {
      tls: { ca },
      signal: AbortSignal.abort(new Error('cancelled')),
    });
    await expect(asked).rejects.toThrow('cancelled');
  });
});
