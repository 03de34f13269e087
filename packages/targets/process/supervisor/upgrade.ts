import { type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { forwarded } from './headers.ts';
import type { ProxyOptions } from './proxy.ts';

/** A WebSocket or another upgrade: both sides are joined after the release has agreed. */
export function passUpgrade(
  { pick, record }: ProxyOptions,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const app = pick(incoming);
  if (!app) {
    refuseSocket(socket, '503 Service Unavailable');
    return;
  }
  const begin = performance.now();
  let done = false;
  app.inFlight++;
  const end = (status?: number) => {
    if (done) return;
    done = true;
    app.inFlight--;
    if (status !== undefined) record(app, status, performance.now() - begin);
  };
  const upgrade = ['Connection', 'Upgrade', 'Upgrade', incoming.headers.upgrade ?? ''];
  const sent = request({
    host: '127.0.0.1',
    port: app.port,
    method: incoming.method,
    path: incoming.url,
    agent: false,
    setDefaultHeaders: false,
    headers: [...forwarded(incoming), ...upgrade],
  });
  sent.on('upgrade', (response, upstream, rest) => {
    socket.write(headOf(response));
    if (rest.length) socket.write(rest);
    if (head.length) upstream.write(head);
    for (const [from, to] of [
      [upstream, socket],
      [socket, upstream],
    ] as const) {
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        end(101);
      });
      from.pipe(to);
    }
  });
  sent.on('response', (response) => {
    // The release declined: its answer goes on, and the connection ends with it.
    socket.write(headOf(response, true));
    response.pipe(socket);
    response.on('close', () => end(response.statusCode));
  });
  sent.on('error', () => {
    end(0);
    refuseSocket(socket, '502 Bad Gateway');
  });
  socket.on('error', () => sent.destroy());
  socket.on('close', () => {
    end();
    sent.destroy();
  });
  sent.end();
}

/** The head of an answer as it goes on the wire; a declined upgrade ends its connection. */
function headOf({ statusCode, statusMessage, rawHeaders }: IncomingMessage, closing = false): string {
  const drop = closing ? ['connection', 'keep-alive', 'transfer-encoding'] : [];
  const lines = [`HTTP/1.1 ${statusCode} ${statusMessage}`];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = rawHeaders[i] ?? '';
    if (!drop.includes(name.toLowerCase())) lines.push(`${name}: ${rawHeaders[i + 1]}`);
  }
  if (closing) lines.push('Connection: close');
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function refuseSocket(socket: Duplex, status: string): void {
  if (!socket.destroyed) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
