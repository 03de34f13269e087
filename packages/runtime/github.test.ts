import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { connectGitHub } from './github.ts';
import { type Http, systemHttp } from './http.ts';

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

/** No waiting between the tries. */
const http: Http = systemHttp({ ...systemClock, sleep: async () => undefined });

async function github(listener: RequestListener) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  return connectGitHub({ apiUrl, token: 't0ken', http, repository: { owner: 'acme', repo: 'shop' } });
}
const json = { 'content-type': 'application/json' };

test('an answer that breaks off is asked for again, never taken for an empty one', async () => {
  let requests = 0;
  const { request } = await github((_, response) => {
    requests++;
    response.writeHead(200, { ...json, 'content-length': '40' });
    if (requests > 1) return void response.end('{"default_branch":"main"}'.padEnd(40));
    response.write('{"default_branch":');
    setTimeout(() => response.destroy(), 50);
  });
  expect((await request('GET /repos/{owner}/{repo}')).data.default_branch).toBe('main');
  expect(requests).toBe(2);
});

test('a change whose answer breaks off is unclear, and not sent twice', async () => {
  let requests = 0;
  const { request } = await github((_, response) => {
    requests++;
    response.writeHead(201, { ...json, 'content-length': '40' });
    response.write('{"id":');
    setTimeout(() => response.destroy(), 50);
  });
  const change = request('POST /repos/{owner}/{repo}/deployments', { ref: 'main' } as never);
  await expect(change).rejects.toMatchObject({ name: 'RemoteError', status: undefined, retryable: true });
  expect(requests).toBe(1);
});

test('a service that cannot be reached did not answer 500', async () => {
  const { request } = await github(() => undefined);
  await new Promise<void>((done) => server?.close(() => done()));
  server = undefined;
  const error = await request('POST /repos/{owner}/{repo}/releases', {} as never).catch((e: Error) => e);
  expect(error).toMatchObject({ name: 'RemoteError', status: undefined, retryable: true });
  expect((error as Error).message).toMatch(/no answer/);
  expect((error as Error).message).not.toContain('500');
});

test('a limit says that it is one; a missing permission says so too', async () => {
  const far = String(Math.ceil(Date.now() / 1_000) + 3_600);
  const limited = { ...json, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': far };
  const { request } = await github((incoming, response) => {
    response.writeHead(403, incoming.method === 'GET' ? limited : json).end('{"message":"no"}');
  });
  await expect(request('GET /repos/{owner}/{repo}')).rejects.toMatchObject({
    status: 403,
    mend: expect.stringMatching(/limit of requests/),
  });
  await expect(request('POST /repos/{owner}/{repo}/releases', {} as never)).rejects.toMatchObject({
    mend: expect.stringMatching(/permission/),
  });
});
