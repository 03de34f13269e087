import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';

/** What goes wrong with a request that a rule matches. */
export interface Fault {
  /** Answered by the proxy; the registry never sees the request. */
  readonly answer?: {
    readonly status: number;
    readonly headers?: Record<string, string>;
    readonly body?: string;
  };
  /** The connection ends before the registry sees the request. */
  readonly reset?: true;
  /** The registry gets this many bytes of the request's body, then both connections end. */
  readonly cutRequest?: number;
  /** The client gets this many bytes of the answer's body, then the connection ends. */
  readonly cutAnswer?: number;
  /** The registry does it all, its answer gets lost. */
  readonly loseAnswer?: true;
  /** The first byte of the answer's body is another one. */
  readonly corruptAnswer?: true;
  readonly corruptRequest?: true;
  readonly rewrite?: (headers: Record<string, string>, request: IncomingMessage) => Record<string, string>;
}

export interface Rule extends Fault {
  readonly method?: string;
  readonly path: RegExp;
  /** How often. Default: always. */
  times?: number;
  /** How many matching requests pass first. */
  skip?: number;
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly range: string | undefined;
}

export interface FaultProxy {
  readonly host: string;
  readonly rules: Rule[];
  readonly seen: Seen[];
  stop(): Promise<void>;
}

/** Stands before a real registry on 127.0.0.1 and breaks what the rules say. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const rules: Rule[] = [];
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({
      method,
      path: url,
      authorization: headers.authorization,
      range: headers['content-range'] ?? headers.range,
    });
    handle(port, pick(rules, method, url), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  return {
    host: `127.0.0.1:${address.port}`,
    rules,
    seen,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function pick(rules: Rule[], method: string, path: string): Fault {
  for (const rule of rules) {
    if ((rule.method && rule.method !== method) || !rule.path.test(path)) continue;
    if (rule.skip) {
      rule.skip--;
      continue;
    }
    if (rule.times === 0) continue;
    if (rule.times) rule.times--;
    return rule;
  }
  return {};
}

function handle(port: number, fault: Fault, request: IncomingMessage, response: ServerResponse): void {
  if (fault.reset) return void request.socket.destroy();
  if (fault.answer) {
    const { status, headers = {}, body = '' } = fault.answer;
    request.resume();
    return void response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
  }
  const { method, url, headers } = request;
  const onward = forward({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    if (fault.loseAnswer) {
      answer.resume();
      return void request.socket.destroy();
    }
    const plain = Object.fromEntries(
      Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
    );
    response.writeHead(answer.statusCode ?? 500, fault.rewrite?.(plain, request) ?? plain);
    let sent = 0;
    answer.on('data', (chunk: Buffer) => {
      const part = fault.corruptAnswer && sent === 0 ? corrupted(chunk) : chunk;
      const left = (fault.cutAnswer ?? Number.POSITIVE_INFINITY) - sent;
      sent += part.length;
      if (part.length <= left) return void response.write(part);
      response.write(part.subarray(0, left), () => request.socket.destroy());
    });
    answer.on('end', () => response.end());
    answer.on('error', () => request.socket.destroy());
  });
  onward.on('error', () => request.socket.destroy());
  let got = 0;
  request.on('data', (chunk: Buffer) => {
    const part = fault.corruptRequest && got === 0 ? corrupted(chunk) : chunk;
    const left = (fault.cutRequest ?? Number.POSITIVE_INFINITY) - got;
    got += part.length;
    if (part.length <= left) return void onward.write(part);
    onward.write(part.subarray(0, left), () => {
      // Time for the registry to store what it got.
      setTimeout(() => {
        onward.destroy();
        request.socket.destroy();
      }, 50);
    });
  });
  request.on('end', () => onward.end());
  request.on('error', () => onward.destroy());
}

function corrupted(chunk: Buffer): Buffer {
  const copy = Buffer.from(chunk);
  copy[0] = (copy[0] ?? 0) ^ 1;
  return copy;
}
