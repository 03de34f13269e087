import { createServer as createService } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { hasHaproxy, TestHaproxy } from '../../routers/test-haproxy.ts';
import type { ScenesModule } from '../conformance.ts';
import { provider, question } from '../http/test-support.ts';
import { haproxyMetrics } from './index.ts';
import { haproxyKind } from './kinds.ts';

const listen = async <
  S extends { listen(port: number, host: string, done: () => void): unknown; address(): unknown },
>(
  server: S,
): Promise<number> => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

const scenes: ScenesModule = {
  available: hasHaproxy(),
  missing: {
    'not a number': 'its counters are whole numbers',
    'a refusal': 'the statistics are for every level of its socket',
    silence: 'the limit of its socket is tested there',
    'hostile names': 'no name of a release is in its commands',
  },
  async open() {
    const service = createService((_, response) => response.end('fine'));
    const mute = createServer(() => undefined);
    const proxy = await TestHaproxy.start({ live: await listen(service) });
    const silent = `127.0.0.1:${await listen(mute)}`;
    const open = (backend: string, socket = proxy.socket) =>
      provider(haproxyMetrics, haproxyKind, 'requests', { connection: { socket, backend } });
    const window = (from: number, to: number) => question({ side: 'baseline', from, to });
    return {
      secrets: [],
      async stop() {
        await proxy.stop();
        service.closeAllConnections();
        service.close();
        mute.close();
      },
      scenes: {
        async 'an answer'() {
          const from = Date.now();
          await open('shop').measure(window(from, from));
          await (await fetch(proxy.url)).text();
          // A window ends after what it holds, by the same clock.
          const to = Date.now() + 1;
          return { provider: open('shop'), question: window(from, to), expected: { value: 1 } };
        },
        async 'no data'() {
          await proxy.ask('clear counters all');
          const now = Date.now();
          return { provider: open('shop'), question: window(now + 60_000, now + 120_000) };
        },
        'a broken service': async () => ({
          provider: open('shop', `${proxy.socket}.gone`),
          question: question(),
        }),
        'a cancelled job': async () => ({ provider: open('shop', silent), question: question() }),
      },
    };
  },
};
export const { available, missing, open } = scenes;
