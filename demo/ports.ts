import net from 'node:net';

/** Below the range from which systems hand out ports to whoever asks for any: nobody takes them meanwhile. */
const FIRST = 20_000;
const LAST = 30_000;

/** As many free loopback ports as asked for, all different. */
export async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  let port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
  for (let tries = 0; found.length < count && tries < LAST - FIRST; tries++) {
    port = port === LAST ? FIRST : port + 1;
    if (await isFree(port)) found.push(port);
  }
  if (found.length < count) throw new Error(`no ${count} free ports between ${FIRST} and ${LAST}`);
  return found;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
