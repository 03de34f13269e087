import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with one request: JSON with 200, or anything that is written by hand. */
export type Reply = object | ((response: ServerResponse, received: Received) => void);

/** Test support: a real server on a free port, which replies in order and repeats the last reply. */
export class TestServer {
  readonly received: Received[] = [];
  readonly url: string;
  readonly #server: ReturnType<typeof createServer>;
  #replies: Reply[] = [];

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<TestServer> {
    let here: TestServer | undefined;
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        here?.answer({ method, path: url, headers, body: Buffer.concat(chunks).toString() }, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    here = new TestServer(server);
    return here;
  }

  /** From now on; forgets what was received. */
  replies(...replies: Reply[]): void {
    this.#replies = replies;
    this.received.length = 0;
  }

  answer(received: Received, response: ServerResponse): void {
    this.received.push(received);
    const reply = this.#replies.length > 1 ? this.#replies.shift() : this.#replies[0];
    if (typeof reply === 'function') reply(response, received);
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(reply ?? {}));
  }

  /** The body of a request as JSON; the first unless said otherwise. */
  asked(index = 0): Record<string, unknown> {
    return JSON.parse(this.received[index]?.body ?? 'null');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Anything with a status: JSON of an object, text as it is. */
export const reply =
  (status: number, body: unknown = '', headers: Record<string, string> = {}): Reply =>
  (response) => {
    const json = typeof body === 'string' ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...json, ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

/** Answers that no provider may believe, with a word of the reason. */
export const BROKEN: readonly (readonly [what: string, reply: Reply, reason: RegExp])[] = [
  ['a page instead of JSON', reply(200, '<html>Sign in</html>', { 'content-type': 'text/html' }), /no JSON/],
  ['nothing', reply(200), /no JSON/],
  ['JSON that breaks off', reply(200, '{"data": {"attributes": '), /no JSON/],
  ['JSON of another kind', reply(200, '[]'), /no JSON|another form/],
  [
    'a redirect',
    reply(302, '', { location: 'http://127.0.0.1:1/elsewhere' }),
    /answers 302 and leads to http/,
  ],
  ['too much', (response) => void response.end('1'.repeat(6_000_000)), /more than 5000000 bytes/],
  [
    'a body that breaks off',
    (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a"');
      setTimeout(() => response.destroy(), 20);
    },
    /broke off/,
  ],
];
