import * as http from 'node:http';
import * as https from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { getCACertificates } from 'node:tls';
import { RemoteError } from '@fairway/runtime';

export interface Request {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Opened for each try. Its length is in `Content-Length`. */
  readonly body?: () => AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte, when the answer may take longer than usual. */
  readonly idle?: number;
}

export interface Response {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Must be read to its end or destroyed. A body that is cut short fails. */
  readonly body: http.IncomingMessage;
  /** Of the request: after redirects not the one that was asked for. */
  readonly url: URL;
}

/** What a source of bytes threw while it was sent: not the network's fault. */
export class SourceFailure extends Error {
  constructor(cause: unknown) {
    super('the source failed', { cause });
  }
}

export interface TransportOptions {
  /** PEM certificates that are trusted besides the system's. */
  readonly ca?: string;
  /** Milliseconds without a byte in either direction. Default 60 s. */
  readonly idle?: number;
}

/**
 * One HTTP exchange, streamed both ways. Not `fetch`: that takes no certificate authority, and hides an
 * answer that comes before the request's body was sent.
 */
export class Transport {
  readonly #agents: { readonly http: http.Agent; readonly https: https.Agent };
  readonly #idle: number;

  constructor({ ca, idle = 60_000 }: TransportOptions = {}) {
    const pool = { keepAlive: true, maxSockets: 16, timeout: idle };
    const trust = ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] };
    this.#agents = { http: new http.Agent(pool), https: new https.Agent({ ...pool, ...trust }) };
    this.#idle = idle;
  }

  send({ method, url, headers, body, signal, idle = this.#idle }: Request): Promise<Response> {
    return new Promise((resolve, reject) => {
      const secure = url.protocol === 'https:';
      const options = { method, headers, signal, timeout: idle };
      const request = secure
        ? https.request(url, { ...options, agent: this.#agents.https })
        : http.request(url, { ...options, agent: this.#agents.http });
      const fail = (error: unknown) => reject(signal.aborted ? signal.reason : error);
      request.on('timeout', () => request.destroy(new Error(`no byte for ${idle / 1_000} s`)));
      request.on('error', fail);
      request.on('response', (answer) => {
        // An answer in the middle of the body is a refusal: what is left need not be sent.
        if (body && !request.writableFinished) answer.once('close', () => request.destroy());
        // An error of a body that nobody reads any more must not end the process.
        answer.on('error', () => undefined);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer, url });
      });
      // At once, so that a refusal can come before the (perhaps slow) source has given a byte.
      if (body) request.flushHeaders();
      if (body) pipeline(Readable.from(guarded(body()), { objectMode: false }), request).catch(fail);
      else request.end();
    });
  }
}

async function* guarded(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((cause: unknown) => {
        throw new SourceFailure(cause);
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

/** The body as text, no more than `limit` bytes of it; the rest is dropped. */
export async function readText({ body }: Response, limit = 65_536): Promise<string> {
  return (await readBytes(body, limit, 'cut')).toString('utf8');
}

/** The whole body. `cut` drops what is over the limit, `refuse` throws RemoteError. */
export async function readBytes(
  body: AsyncIterable<Uint8Array>,
  limit: number,
  over: 'cut' | 'refuse',
): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= limit) continue;
    if (over === 'refuse') throw tooLong(limit);
    break;
  }
  return Buffer.concat(chunks).subarray(0, limit);
}

const tooLong = (limit: number): RemoteError =>
  new RemoteError(`the answer has more than ${limit} bytes`, {
    mend: 'check that this is the address of a container registry',
  });
