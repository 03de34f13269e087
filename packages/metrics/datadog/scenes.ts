import { HOSTILE, type ScenesModule } from '../conformance.ts';
import { type Reply, reply, TestServer } from '../http/test-server.ts';
import { hastyClock, NOON, provider, question } from '../http/test-support.ts';
import { datadogMetrics } from './index.ts';
import { datadogKind } from './kinds.ts';
import { TAG } from './request.ts';
import { DatadogEmulator } from './test-emulator.ts';

const secrets = { DD_API_KEY: 'datadog-api-key-1a9', DD_APP_KEY: 'datadog-app-key-2b8' };
const shown = `${secrets.DD_API_KEY} and ${secrets.DD_APP_KEY}`;
const column = (value: unknown) => ({
  data: { attributes: { columns: [{ type: 'number', values: [value] }] } },
});

const scenes: ScenesModule = {
  available: true,
  missing: { 'not a number': 'its JSON has null instead, which is no data' },
  async open() {
    const server = await TestServer.start();
    const datadog = new DatadogEmulator({ api: secrets.DD_API_KEY, application: secrets.DD_APP_KEY });
    const stored = (version: string, value: number) => ({
      ...{ metric: 'latency', tags: [`version:${version}`], points: [[NOON, value]] as const },
    });
    // As Datadog itself stores what is sent with such a tag.
    datadog.stored = [stored('2.0.0', 3), stored(TAG.escape(HOSTILE, ''), 4)];
    const replies =
      (answer: Reply, timeout = '2s') =>
      async () => {
        server.replies(answer);
        const connection = { url: server.url, timeout, delay: '0s' };
        const options = { connection, secrets, ports: { clock: hastyClock() } };
        const query = 'avg:latency{version:{{ version }}}';
        return { provider: provider(datadogMetrics, datadogKind, query, options), question: question() };
      };
    return {
      secrets: Object.values(secrets),
      stop: () => server.stop(),
      scenes: {
        'an answer': async () => ({ ...(await replies(datadog.reply)()), expected: { value: 3 } }),
        'no data': replies(column(null)),
        'a broken service': replies(reply(500, `internal error with ${shown}`)),
        'a refusal': replies(reply(403, { errors: [`Forbidden: ${shown}`] })),
        silence: replies(() => undefined, '100ms'),
        'a cancelled job': replies(() => undefined, '30s'),
        'hostile names': async () => {
          const candidate = { ...question().candidate, version: HOSTILE };
          const scene = { ...(await replies(datadog.reply)()), question: question({ candidate }) };
          return { ...scene, expected: { kind: 'value', value: 4 } };
        },
      },
    };
  },
};
export const { available, missing, open } = scenes;
