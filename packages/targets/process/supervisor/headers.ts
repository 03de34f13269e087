import type { IncomingMessage } from 'node:http';

/** Meant for one connection only (RFC 9110, 7.6.1); `expect` is answered by the proxy itself. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** Name, value, name, value: repeated headers and their case are kept. */
export function endToEnd(message: IncomingMessage, also: readonly string[] = []): string[] {
  const drop = new Set([...HOP_BY_HOP, ...also]);
  for (const name of (message.headers.connection ?? '').split(',')) drop.add(name.trim().toLowerCase());
  const kept: string[] = [];
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const name = message.rawHeaders[i] ?? '';
    if (!drop.has(name.toLowerCase())) kept.push(name, message.rawHeaders[i + 1] ?? '');
  }
  return kept;
}

/** Headers for the release: Host as the client sent it, and who the client is. */
export function forwarded(request: IncomingMessage): string[] {
  const kept = endToEnd(request, ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto']);
  const client = request.socket.remoteAddress ?? 'unknown';
  const chain = request.headers['x-forwarded-for'];
  kept.push('X-Forwarded-For', chain ? `${chain}, ${client}` : client);
  kept.push('X-Forwarded-Proto', 'http');
  if (request.headers.host) kept.push('X-Forwarded-Host', request.headers.host);
  // HTTP/1.0 knows no Host; HTTP/1.1, which the release is asked in, demands one.
  else kept.push('Host', '127.0.0.1');
  return kept;
}

/** How the body is framed towards the release: by length, in chunks, or absent. */
export function framing(request: IncomingMessage): string[] {
  if (request.headers['transfer-encoding']) return ['Transfer-Encoding', 'chunked'];
  // Without it Node would announce chunks for a POST that has no body.
  const bodyless = request.headers['content-length'] === undefined;
  return bodyless && !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(request.method ?? '')
    ? ['Content-Length', '0']
    : [];
}
