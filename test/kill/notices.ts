import { createServer } from 'node:http';

export interface Told {
  readonly moment: string;
  readonly version: string;
}

/** Takes the notices of all scenes, each under a path of its own. */
export class Notices {
  readonly #told = new Map<string, Told[]>();
  readonly #server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { moment, release } = JSON.parse(body) as { moment: string; release: { version: string } };
      this.of(request.url ?? '/').push({ moment, version: release.version });
      response.end();
    });
  });
  port = 0;

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
    return this;
  }

  of(path: string): Told[] {
    const told = this.#told.get(path) ?? [];
    this.#told.set(path, told);
    return told;
  }

  end(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
