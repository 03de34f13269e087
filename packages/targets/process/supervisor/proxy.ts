import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { portError } from '../port.ts';
import type { App } from './app.ts';
import { endToEnd, forwarded, framing } from './headers.ts';
import { passUpgrade } from './upgrade.ts';

export interface ProxyOptions {
  /** The release that takes this request. */
  readonly pick: (incoming: IncomingMessage) => App | undefined;
  /** `status` 0: no whole answer came from the release, or none before the client gave up. `ms` from the request to the end of its answer. */
  readonly record: (app: App, status: number, ms: number) => void;
}

/** The environment's front door: HTTP/1.1 on 127.0.0.1, one request at a time to one release. */
export class FrontDoor {
  readonly #options: ProxyOptions;
  #server: Server | undefined;
  port: number | undefined;

  constructor(options: ProxyOptions) {
    this.#options = options;
  }

  /** Listens there, then leaves the old port. UserError when something else holds it; nothing changes then. */
  async listen(port: number): Promise<void> {
    if (this.port === port && this.#server?.listening) return;
    const server = createServer((incoming, answer) => this.#handle(incoming, answer));
    server.on('upgrade', (incoming, socket, head) => passUpgrade(this.#options, incoming, socket, head));
    // A slow upload is not an error, and idle clients keep their connection through a deployment.
    server.requestTimeout = 0;
    server.keepAliveTimeout = 75_000;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(portError(error, port)));
      server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
    });
    const old = this.#server;
    this.#server = server;
    this.port = port;
    old?.close();
  }

  /** Stops accepting and drops what is left. */
  close(): void {
    this.#server?.close();
    this.#server?.closeAllConnections();
    this.#server = undefined;
    this.port = undefined;
  }

  #handle(incoming: IncomingMessage, answer: ServerResponse): void {
    const app = this.#options.pick(incoming);
    if (app) new Exchange(this.#options, app, incoming, answer).start();
    else refuse(answer, 503, 'nothing is deployed here yet');
  }
}

/** A client that leaves without an answer after this long has given up, in ms. */
const IN_VAIN = 1_000;

/** One request on its way to a release and back. */
class Exchange {
  readonly #begin = performance.now();
  readonly #options: ProxyOptions;
  readonly #app: App;
  readonly #incoming: IncomingMessage;
  readonly #answer: ServerResponse;
  #done = false;

  constructor(options: ProxyOptions, app: App, incoming: IncomingMessage, answer: ServerResponse) {
    this.#options = options;
    this.#app = app;
    this.#incoming = incoming;
    this.#answer = answer;
    app.inFlight++;
  }

  start(): void {
    const [incoming, answer] = [this.#incoming, this.#answer];
    // A connection of its own for each request: an idle one that the release closes at the same moment
    // would lose the request.
    const sent = request({
      host: '127.0.0.1',
      port: this.#app.port,
      method: incoming.method,
      path: incoming.url,
      agent: false,
      setDefaultHeaders: false,
      headers: [...forwarded(incoming), ...framing(incoming), 'Connection', 'close'],
    });
    sent.on('response', (response) => this.#relay(response));
    sent.on('error', (error: NodeJS.ErrnoException) => this.#fail(error.code ?? error.message));
    incoming.on('error', () => sent.destroy());
    answer.on('close', () => {
      if (answer.writableFinished) return;
      this.#end(this.#gaveUp() ? 0 : undefined);
      sent.destroy();
    });
    incoming.pipe(sent);
  }

  /** A client that goes at once is nobody's failure; one that waited in vain is the release's. */
  #gaveUp(): boolean {
    return !this.#answer.headersSent && performance.now() - this.#begin >= IN_VAIN;
  }

  #relay(response: IncomingMessage): void {
    const status = response.statusCode ?? 502;
    const headers = [...endToEnd(response), 'X-Fairway-Revision', this.#app.launch.id];
    this.#answer.writeHead(status, response.statusMessage ?? '', headers);
    // Sent at once: a release that streams may write its first byte much later.
    this.#answer.flushHeaders();
    response.on('error', (error: NodeJS.ErrnoException) => this.#fail(error.code ?? error.message));
    response.on('end', () => this.#end(status));
    response.pipe(this.#answer);
  }

  #fail(reason: string): void {
    if (this.#done) return;
    this.#end(0);
    if (this.#answer.headersSent) this.#answer.destroy();
    else refuse(this.#answer, 502, `the release does not answer (${reason})`);
  }

  #end(status: number | undefined): void {
    if (this.#done) return;
    this.#done = true;
    this.#app.inFlight--;
    if (status !== undefined) this.#options.record(this.#app, status, performance.now() - this.#begin);
  }
}

export function refuse(answer: ServerResponse, status: number, reason: string): void {
  if (answer.headersSent || answer.destroyed) return;
  answer.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  answer.end(`${reason}\n`);
}
