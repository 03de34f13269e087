import { Agent, request } from 'node:http';

/** What clients have seen. */
export interface Seen {
  readonly requests: number;
  /** Answers of 500 and above that a release itself gave. */
  readonly failed: number;
  /** What no release answered: refused, cut, or answered by a proxy; in words. */
  readonly lost: readonly string[];
  readonly byVersion: Readonly<Record<string, number>>;
}

/** Clients that ask at a steady rate, whatever the answers take. */
export class Load {
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  readonly #timer: NodeJS.Timeout;
  readonly #pending = new Set<Promise<void>>();
  #requests = 0;
  #failed = 0;
  #lost: string[] = [];
  #byVersion: Record<string, number> = {};

  /** `rate`: requests a second. */
  constructor(url: string, rate: number) {
    this.#url = url;
    let sent = 0;
    const begin = performance.now();
    this.#timer = setInterval(() => {
      // A timer that comes late sends what is due.
      for (const due = ((performance.now() - begin) / 1_000) * rate; sent < due; sent++) this.#send();
    }, 5);
  }

  /** What was seen since the last call; requests under way are waited for. */
  async seen(): Promise<Seen> {
    await Promise.all(this.#pending);
    const seen = {
      requests: this.#requests,
      failed: this.#failed,
      lost: this.#lost,
      byVersion: this.#byVersion,
    };
    [this.#requests, this.#failed, this.#lost, this.#byVersion] = [0, 0, [], {}];
    return seen;
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#pending);
    this.#agent.destroy();
  }

  #send(): void {
    const one = this.#ask().then(
      ({ status, version }) => {
        if (version === undefined) this.#lost.push(`${new Date().toISOString()} answer ${status}`);
        else this.#byVersion[version] = (this.#byVersion[version] ?? 0) + 1;
        if (version !== undefined && status >= 500) this.#failed++;
      },
      (error: NodeJS.ErrnoException) => {
        this.#lost.push(`${new Date().toISOString()} ${error.code ?? error.message}`);
      },
    );
    this.#requests++;
    this.#pending.add(one);
    void one.then(() => this.#pending.delete(one));
  }

  #ask(): Promise<{ status: number; version: string | undefined }> {
    return new Promise((resolve, reject) => {
      const sent = request(this.#url, { agent: this.#agent, timeout: 10_000 }, (response) => {
        response.resume();
        const { 'x-version': version } = response.headers;
        const answer = { status: response.statusCode ?? 0, version: version ? String(version) : undefined };
        response.on('end', () => resolve(answer));
        response.on('error', reject);
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer in 10s')));
      sent.on('error', reject).end();
    });
  }
}
