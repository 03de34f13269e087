import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { portsOf } from '../fixture.ts';
import { openLedger } from '../index.ts';
import { encode } from '../record.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

it('asks whether the head has changed, which costs nothing of the limit when it has not', async () => {
  let sequence = 1;
  const statuses: number[] = [];
  server = createServer((request, response) => {
    const event = { type: 'note', message: 'hello', at: '2026-01-01T00:00:00Z', actor: 'ada' } as const;
    const state = { schema: 1, app: 'shop', environment: 'dev', sequence } as const;
    const { message } = encode(event, state, 'x');
    const etag = `"${createHash('sha256').update(message).digest('hex')}"`;
    const same = request.headers['if-none-match'] === etag;
    statuses.push(same ? 304 : 200);
    response.writeHead(same ? 304 : 200, { etag, 'content-type': 'application/json' });
    response.end(same ? undefined : JSON.stringify({ sha: 'a'.repeat(40), commit: { message } }));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ports = portsOf('.', { apiUrl, repository: { owner: 'acme', repo: 'shop' } });
  const ledger = await openLedger({ app: 'shop', token: 't', ports });
  for (const now of [1, 1, 2, 2]) {
    sequence = now;
    expect((await ledger.read('dev')).sequence).toBe(now);
  }
  expect(statuses).toEqual([200, 304, 200, 304]);
});
