import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock, systemHttp } from '@fairway/runtime';
import { afterEach, expect, it } from 'vitest';
import { runChecks } from './checks.ts';

const ports = { http: systemHttp(systemClock), clock: systemClock };
const never = new AbortController().signal;
let server: Server | undefined;
afterEach(() => void server?.close());

async function serve(status: (count: number) => number): Promise<string> {
  let count = 0;
  server = createServer((_, response) => {
    response.writeHead(status(++count), { location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it('asks again until the answer is the expected one', async () => {
  const http = await serve((count) => (count < 3 ? 503 : 200));
  const [result] = await runChecks([{ http, expect: 200, within: 10_000 }], ports, never);
  expect(result).toMatchObject({ ok: true, url: http, message: expect.stringMatching(/^HTTP 200 after /) });
});

it('takes a redirect for an answer of its own', async () => {
  const http = await serve(() => 302);
  const checks = [200, 302].map((expected) => ({ http, expect: expected, within: 300 }));
  const results = await runChecks(checks, ports, never);
  expect(results.map(({ ok }) => ok)).toEqual([false, true]);
  expect(results[0]?.message).toMatch(/^HTTP 302, expected HTTP 200, for /);
});

it('says what it saw last when nothing answers, and ends with its time', async () => {
  const http = await serve(() => 200);
  server?.close();
  const begin = Date.now();
  const [result] = await runChecks([{ http, expect: 200, within: 800 }], ports, never);
  expect(result).toMatchObject({ ok: false, message: expect.stringContaining('no answer') });
  expect(Date.now() - begin).toBeLessThan(4_000);
});

it('is ended by a cancellation with its reason', async () => {
  const http = await serve(() => 503);
  const cancel = new AbortController();
  const checking = runChecks([{ http, expect: 200, within: 60_000 }], ports, cancel.signal);
  setTimeout(() => cancel.abort(new Error('cancelled by SIGINT')), 100);
  await expect(checking).rejects.toThrow('cancelled by SIGINT');
});
