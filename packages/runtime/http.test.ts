import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { Clock } from './clock.ts';
import { systemClock } from './clock.ts';
import { systemHttp } from './http.ts';
import type { RetryPolicy } from './retry.ts';

let server: Server | undefined;
afterEach(() => server?.closeAllConnections());
afterEach(() => new Promise<void>((done) => (server ? server.close(() => done()) : done())));

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/x?token=hidden`;
}
/** Answers with each status in turn, then 200; counts the requests. */
function sequence(...answers: { status: number; headers?: Record<string, string> }[]) {
  let requests = 0;
  const listener: RequestListener = (_, response) => {
    const { status, headers } = answers[requests++] ?? { status: 200 };
    response.writeHead(status, headers).end(`answer ${requests}`);
  };
  return { listener, requests: () => requests };
}
/** The real clock that only notes how long it was asked to sleep. */
function hurried(): Clock & { slept: number[] } {
  const slept: number[] = [];
  let skipped = 0;
  return {
    slept,
    now: () => systemClock.now() + skipped,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      skipped += ms;
    },
  };
}
const QUICK: RetryPolicy = { deadline: 2_000, firstPause: 10, maxPause: 20 };

test.each([408, 425, 429, 500, 502, 503, 504])('%i is tried again until it works', async (status) => {
  const { listener, requests } = sequence({ status }, { status });
  const clock = hurried();
  const response = await systemHttp(clock).fetch(await serve(listener));
  expect([response.status, await response.text()]).toEqual([200, 'answer 3']);
  expect(requests()).toBe(3);
  expect(clock.slept[1]).toBeGreaterThan(clock.slept[0] ?? Infinity);
});

test.each([400, 401, 403, 404, 409, 422, 501])('%i is returned at once', async (status) => {
  const { listener, requests } = sequence({ status });
  expect((await systemHttp(hurried()).fetch(await serve(listener))).status).toBe(status);
  expect(requests()).toBe(1);
});

test('Retry-After in seconds and as a date is kept', async () => {
  const clock = hurried();
  const date = new Date(Date.now() + 20_000).toUTCString();
  const { listener } = sequence(
    { status: 429, headers: { 'retry-after': '7' } },
    { status: 503, headers: { 'retry-after': date } },
  );
  expect((await systemHttp(clock).fetch(await serve(listener))).status).toBe(200);
  expect(clock.slept[0]).toBe(7_000);
  expect(clock.slept[1]).toBeGreaterThan(10_000);
  expect(clock.slept[1]).toBeLessThanOrEqual(14_000);
});

test('Retry-After: 0 and dates in the past do not become a tight loop', async () => {
  const clock = hurried();
  const past = { status: 503, headers: { 'retry-after': new Date(0).toUTCString() } };
  const { listener } = sequence({ status: 429, headers: { 'retry-after': '0' } }, past);
  await systemHttp(clock).fetch(await serve(listener));
  for (const pause of clock.slept) expect(pause).toBeGreaterThanOrEqual(125);
});

test('a pause past the deadline ends the tries with the last answer', async () => {
  const { listener, requests } = sequence({ status: 429, headers: { 'retry-after': '3600' } });
  const clock = hurried();
  const response = await systemHttp(clock).fetch(await serve(listener));
  expect([response.status, await response.text()]).toEqual([429, 'answer 1']);
  expect([requests(), clock.slept]).toEqual([1, []]);
});

test('a used-up quota waits for its reset', async () => {
  const clock = hurried();
  const reset = String(Math.ceil(Date.now() / 1_000) + 9);
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
  const { listener } = sequence({ status: 429, headers });
  await systemHttp(clock).fetch(await serve(listener));
  expect(clock.slept[0]).toBeGreaterThan(7_000);
});

test('a POST is not repeated unless its caller says that it may be', async () => {
  const { listener, requests } = sequence({ status: 503 }, { status: 503 });
  const url = await serve(listener);
  const http = systemHttp(hurried());
  expect((await http.fetch(url, { method: 'POST', body: 'x' })).status).toBe(503);
  expect(requests()).toBe(1);
  expect((await http.fetch(url, { method: 'POST', body: 'x', retry: QUICK })).status).toBe(200);
  expect(requests()).toBe(3);
});

test.each([
  ['429', 429, {}],
  ['403 with Retry-After', 403, { 'retry-after': '1' }],
  ['403 with nothing left', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }],
])('what a limit refused unread is sent again whatever it is: %s', async (_, status, headers) => {
  const { listener, requests } = sequence({ status, headers });
  const answer = await systemHttp(hurried()).fetch(await serve(listener), { method: 'POST', body: 'x' });
  expect([answer.status, requests()]).toEqual([200, 2]);
});

test('a plain 403 is an answer', async () => {
  const { listener, requests } = sequence({ status: 403, headers: { 'x-ratelimit-remaining': '17' } });
  expect((await systemHttp(hurried()).fetch(await serve(listener))).status).toBe(403);
  expect(requests()).toBe(1);
});

test('a long body is not cut while it goes on; a pause longer than the limit is', async () => {
  const url = await serve((request, response) => {
    const parts = request.url?.includes('stalls') ? 3 : 8;
    for (let i = 0; i < parts; i++) setTimeout(() => response.write('x'.repeat(1_000)), i * 100);
    if (parts === 8) setTimeout(() => response.end(), 800);
  });
  const http = systemHttp(systemClock);
  const whole = await http.fetch(url, { timeout: 400 });
  expect([whole.url, (await whole.text()).length]).toEqual([url, 8_000]);
  const stalls = await http.fetch(`${url}&stalls`, { timeout: 400 });
  await expect(stalls.text()).rejects.toThrow('timed out');
});

test('an abort ends the reading of a body; a cancelled body closes its connection', async () => {
  let closed = 0;
  const url = await serve((request, response) => {
    response.write('x');
    request.socket.on('close', () => closed++);
  });
  const http = systemHttp(systemClock);
  const controller = new AbortController();
  const reading = (await http.fetch(url, { signal: controller.signal })).text();
  controller.abort(new Error('cancelled by SIGTERM'));
  await expect(reading).rejects.toThrow('cancelled by SIGTERM');
  await (await http.fetch(url)).body?.cancel();
  await expect.poll(() => closed).toBe(2);
});

test('a reset connection is tried again; a dead service is a RemoteError without the query', async () => {
  let requests = 0;
  const url = await serve((request, response) => {
    if (++requests < 3) request.socket.resetAndDestroy();
    else response.end('fine');
  });
  const http = systemHttp(hurried());
  expect(await (await http.fetch(url)).text()).toBe('fine');
  server?.closeAllConnections();
  await new Promise<void>((done) => server?.close(() => done()));
  server = undefined;
  const error = await http.fetch(url, { retry: QUICK }).catch((e: unknown) => e as Error);
  expect(error).toMatchObject({ name: 'RemoteError', retryable: true, status: undefined });
  expect((error as Error).message).toMatch(/ECONNREFUSED|refused/);
  expect((error as Error).message).not.toContain('hidden');
});

test('a silent service times out; an abort ends the waiting with its own reason', async () => {
  const url = await serve(() => undefined);
  const http = systemHttp(systemClock);
  await expect(http.fetch(url, { timeout: 50, retry: false })).rejects.toThrow(/timed out/);
  const controller = new AbortController();
  const waiting = http.fetch(url, { signal: controller.signal });
  controller.abort(new Error('cancelled by SIGTERM'));
  await expect(waiting).rejects.toThrow('cancelled by SIGTERM');
});
