import { request } from 'node:https';
import { Readable } from 'node:stream';

/** Certificates as text (PEM). The server's own is always verified. */
export interface Tls {
  /** Trusted instead of the usual authorities. */
  readonly ca?: string;
  /** Of the client, with its key. */
  readonly cert?: string;
  readonly key?: string;
}

const WITHOUT_BODY = [204, 205, 304];

/**
 * `fetch` for a service with a private authority, or one that wants a client certificate: `fetch` itself takes
 * neither. Bodies are text; redirects are answers.
 */
export async function tlsFetch(url: URL, init: RequestInit, tls: Tls): Promise<Response> {
  const { method, headers, body } = init;
  if (url.protocol !== 'https:') throw new TypeError(`${url.protocol} has no certificates: https is needed`);
  // Of fetch's own class, so that a form gets its content type.
  const given = new Request(url, { method: method ?? 'GET', headers: headers ?? {}, body: body ?? null });
  const text = body ? Buffer.from(await given.arrayBuffer()) : undefined;
  const signal = init.signal ?? undefined;
  return await new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        ...tls,
        rejectUnauthorized: true,
        method: given.method,
        headers: { ...Object.fromEntries(given.headers), ...(text ? { 'content-length': text.length } : {}) },
        agent: false,
        ...(signal ? { signal } : {}),
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        const received = new Headers();
        for (const [name, value] of Object.entries(answer.headersDistinct)) {
          for (const one of value ?? []) received.append(name, one);
        }
        // The kinds of stream differ in type only.
        const stream = Readable.toWeb(answer) as unknown as ReadableStream<Uint8Array>;
        const response = new Response(WITHOUT_BODY.includes(status) ? null : stream, {
          status,
          statusText: answer.statusMessage ?? '',
          headers: received,
        });
        resolve(Object.defineProperty(response, 'url', { value: url.href }));
      },
    );
    sent.on('error', (error) => reject(signal?.aborted ? signal.reason : error));
    sent.end(text);
  });
}
