import { request } from 'node:http';
import { createServer } from 'node:net';

const LONGEST_REASON = 200;

/** A good release may be this slow on a busy machine, in ms; a look at it must not end its rollout. */
export const ANSWER_WITHIN = 4_000;

/** undefined: 2xx. Otherwise what is wrong, in words. */
export function probe(port: number, path: string, timeout = ANSWER_WITHIN): Promise<string | undefined> {
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
      if (status >= 200 && status < 300) {
        response.resume();
        resolve(undefined);
        return;
      }
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        if (body.length < LONGEST_REASON) body += chunk;
      });
      response.on('close', () => resolve(`${path} answers ${status}${firstLine(body)}`));
    });
    sent.on('timeout', () => {
      resolve(`${path} did not answer within ${timeout} ms`);
      sent.destroy();
    });
    sent.on('error', (error: NodeJS.ErrnoException) => resolve(`${path} is not reachable (${error.code})`));
    sent.end();
  });
}

/** The release's own reason, as far as it gives one. */
function firstLine(body: string): string {
  const line = body.trim().split('\n')[0]?.slice(0, LONGEST_REASON);
  return line ? `: ${line}` : '';
}

/** A port of 127.0.0.1 that nothing listens on, as the system picks it. */
export const freePort = (): Promise<number> => tryPort(0);

/** Whether one could listen on it at this moment. */
export const isFree = (port: number): Promise<boolean> =>
  tryPort(port).then(
    () => true,
    () => false,
  );

function tryPort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
