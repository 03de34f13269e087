import { once } from 'node:events';
import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Fault, Faults } from './faults.ts';
import { findRoute, type Reply, type Route, type Upstream } from './routes/route.ts';

/** A request as it came in, and what it was answered; 0: the connection was cut. */
export interface Recorded {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  status: number;
}

export interface FrontOptions {
  readonly token: string;
  readonly faults: Faults;
  readonly routes: readonly Route[];
  readonly recorded: Recorded[];
  readonly port: number;
}

/** How many tokens of the same user the requests are spread over: the emulator allows 5,000 each. */
const TOKENS = 200;

export const upstreamTokens = (): string[] => Array.from({ length: TOKENS }, (_, at) => `local-${at}`);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** The server that clients see: records, disturbs, answers what the emulator lacks, forwards the rest. */
export class Front {
  readonly #options: FrontOptions;
  readonly #server: Server;
  readonly #agent = new Agent({ keepAlive: true });
  #target = '';
  #turn = 0;

  constructor(options: FrontOptions) {
    this.#options = options;
    this.#server = createServer((incoming, outgoing) => {
      this.#serve(incoming, outgoing).catch((error: unknown) => {
        if (!outgoing.headersSent) send(outgoing, json(502, { message: `local GitHub: ${error}` }));
      });
    });
  }

  async listen(): Promise<string> {
    this.#server.listen(this.#options.port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  forwardTo(url: string): void {
    this.#target = url;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** To the emulator, past the proxy's records and faults. */
  readonly upstream: Upstream = async (method, path, body) => {
    const payload = body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(body));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await this.#forward(method, path, headers, payload, true);
    const text = answer.body.toString('utf8');
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  };

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const record: Recorded = { method, path, status: 0 };
    this.#options.recorded.push(record);
    const fault = this.#options.faults.take(method, path.split('?')[0] ?? path);
    if (fault?.delay) await setTimeout(fault.delay);
    if (fault?.reset === 'before') return void incoming.socket.resetAndDestroy();
    const answer = faulty(fault) ?? (await this.#answer(incoming, Buffer.concat(chunks)));
    if (fault?.reset === 'after') return void incoming.socket.resetAndDestroy();
    record.status = answer.status;
    send(outgoing, answer);
  }

  async #answer(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const given = /^(?:bearer|token) (.+)$/i.exec(headers.authorization ?? '')?.[1];
    if (headers.authorization && given !== this.#options.token) {
      return json(401, { message: 'Bad credentials', status: '401' });
    }
    const url = new URL(path, this.url);
    const found = findRoute(this.#options.routes, method, url.pathname);
    if (!found) return this.#forward(method, path, headers, body, given !== undefined);
    if (given === undefined) return json(401, { message: 'Requires authentication', status: '401' });
    const { owner, repo } = found.params;
    const slug = `${owner}/${repo}`;
    const known: Reply = await this.upstream('GET', `/repos/${slug}`);
    if (known.status !== 200) return json(404, { message: 'Not Found', status: '404' });
    const parsed = parse(body);
    if (parsed === BROKEN) return json(400, { message: 'Problems parsing JSON', status: '400' });
    const { upstream, url: apiUrl } = this;
    const call = { slug, params: found.params, query: url.searchParams, body: parsed, apiUrl, upstream };
    const answer = await found.route.handle(call);
    return json(answer.status, answer.body);
  }

  #forward(
    method: string,
    path: string,
    headers: NodeJS.Dict<string | string[]>,
    body: Buffer,
    signedIn: boolean,
  ): Promise<Answer> {
    const { authorization: _, connection: __, host: ___, ...rest } = headers;
    const auth = signedIn ? { authorization: `token local-${this.#turn++ % TOKENS}` } : {};
    const sent = { ...rest, ...auth, 'content-length': String(body.length) };
    return new Promise((resolve, reject) => {
      const outgoing = request(`${this.#target}${path}`, { method, headers: sent, agent: this.#agent });
      outgoing.on('error', reject).on('response', async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const status = response.statusCode ?? 502;
        resolve({ status, headers: kept(response.headers), body: Buffer.concat(chunks) });
      });
      outgoing.end(body);
    });
  }
}

const BROKEN = Symbol('broken JSON');

function parse(body: Buffer): unknown {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  } catch {
    return BROKEN;
  }
}

/** Hop-by-hop headers end here; quotas of the spread tokens would say nothing true. */
function kept(headers: IncomingMessage['headers']): Answer['headers'] {
  const ours = /^(connection|keep-alive|transfer-encoding|content-length|x-ratelimit-.*)$/;
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ours.test(name)));
}

function faulty(fault: Fault | undefined): Answer | undefined {
  if (fault?.status === undefined) return undefined;
  const answer = json(fault.status, { message: `injected ${fault.status}` });
  return { ...answer, headers: { ...answer.headers, ...fault.headers } };
}

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(body) ?? ''),
});

function send(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length });
  outgoing.end(body);
}
