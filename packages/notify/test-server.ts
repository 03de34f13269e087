import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { memoryLog, systemClock, systemHttp, UserError } from '@fairway/runtime';
import type { ChannelContext, Notice } from './types.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A real server that keeps what it gets and answers what it is told; without an answer it stays silent. */
export async function startReceiver(answers: (nth: number, received: Received) => Answer | undefined) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received.push({ method, path: url, headers, body });
      const answer = answers(received.length, { method, path: url, headers, body });
      if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function contextWith(secrets: Record<string, string>) {
  const log = memoryLog();
  const context: ChannelContext = {
    ports: { http: systemHttp(systemClock), log, clock: systemClock },
    secret(name) {
      const value = secrets[name];
      if (value === undefined) throw new UserError(`the job has no secret ${name}`);
      return value;
    },
  };
  return { context, log };
}

export const release = (version: string, letter: string) => ({
  version,
  commit: letter.repeat(40),
  image: `ghcr.io/acme/shop@sha256:${letter.repeat(64)}`,
  digest: `sha256:${letter.repeat(64)}`,
});

export const noticeOf = (more: Partial<Notice> = {}): Notice => ({
  moment: 'pause',
  app: 'shop',
  environment: 'production',
  release: release('2.0.0', 'b'),
  before: release('1.9.0', 'a'),
  strategy: 'canary',
  weight: 25,
  reason: 'errors: 4.2% is above max 1%',
  mend: 'fairway promote production',
  actor: 'ada',
  runUrl: 'https://github.com/acme/shop/actions/runs/7',
  url: 'https://shop.example.com/?a=1&b=2',
  ...more,
});
