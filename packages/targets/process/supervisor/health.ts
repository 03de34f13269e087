import { request } from 'node:http';
import { createServer } from 'node:net';

/** undefined: 2xx. Otherwise what is wrong, in words. */
export function probe(port: number, path: string, timeout = 2_000): Promise<string | undefined> {
  return new Promise((resolve) => {
    const options = {
      host: '127.0.0.1',
      port,
      path,
      agent: false,
      timeout,
      headers: { connection: 'close' },
    };
    const sent = request(options, (response) => {
      const status = response.statusCode ?? 0;
      response.resume();
      resolve(status >= 200 && status < 300 ? undefined : `${path} answers ${status}`);
    });
    sent.on('timeout', () => {
      resolve(`${path} did not answer within ${timeout} ms`);
      sent.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(`${path} is not reachable (${error.code})`));
    sent.end();
  });
}

/** A port of 127.0.0.1 that nothing listens on, as the system picks it. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
