import http from 'node:http';

/** One answered or failed request. */
export interface Sample {
  /** Milliseconds since 1970. */
  at: number;
  /** HTTP status; 0 when nothing answered. */
  status: number;
  /** The version that answered, from its `x-version` header. */
  version: string | undefined;
  ms: number;
}

/**
 * Real clients of one environment: a bounded number of requests a second over keep-alive connections,
 * from `start` to `stop`. Only a 2xx counts as served.
 */
export class Load {
  readonly samples: Sample[] = [];
  readonly #port: number;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 8 });
  readonly #pending = new Set<Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** `perSecond` requests for products; every twentieth places an order instead, so that there is data to lose. */
  start(perSecond: number): void {
    let count = 0;
    this.#timer = setInterval(() => {
      const request = this.#request(++count % 20 === 0);
      this.#pending.add(request);
      void request.finally(() => this.#pending.delete(request));
    }, 1_000 / perSecond);
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await Promise.all(this.#pending);
    this.#agent.destroy();
  }

  /** Whether something listens already: before the first deployment there is nobody to serve. */
  get running(): boolean {
    return this.#timer !== undefined;
  }

  /** Waits for the answers first: one that hangs at a cut-over fails later. */
  async between(from: number, to: number): Promise<{ requests: number; failed: number }> {
    await Promise.all(this.#pending);
    const window = this.samples.filter(({ at }) => at >= from && at < to);
    return {
      requests: window.length,
      failed: window.filter(({ status }) => status < 200 || status > 299).length,
    };
  }

  #request(order: boolean): Promise<void> {
    const at = Date.now();
    return new Promise((resolve) => {
      const done = (status: number, version?: string) => {
        this.samples.push({ at, status, version, ms: Date.now() - at });
        resolve();
      };
      const request = http.request(
        {
          host: '127.0.0.1',
          port: this.#port,
          agent: this.#agent,
          timeout: 5_000,
          ...(order ? { method: 'POST', path: '/api/orders' } : { path: '/api/products' }),
        },
        (response) => {
          response.resume();
          response.on('end', () =>
            done(response.statusCode ?? 0, String(response.headers['x-version'] ?? '')),
          );
          response.on('error', () => done(0));
        },
      );
      request.on('timeout', () => request.destroy(new Error('no answer in 5 s')));
      request.on('error', () => done(0));
      request.end(order ? JSON.stringify({ product: 'rope', quantity: 1 }) : undefined);
    });
  }
}
