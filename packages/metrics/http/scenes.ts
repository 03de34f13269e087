import { HOSTILE, type ScenesModule } from '../conformance.ts';
import { httpMetrics } from './index.ts';
import { httpKind } from './kinds.ts';
import { type Reply, reply, TestServer } from './test-server.ts';
import { hastyClock, provider, question } from './test-support.ts';

const SECRET = 'http-token-3c7';

const scenes: ScenesModule = {
  available: true,
  missing: {},
  async open() {
    const server = await TestServer.start();
    const replies =
      (answer: Reply, timeout = '2s') =>
      async () => {
        server.replies(answer);
        const query = { url: '/{{ version }}', value: '$.value' };
        const connection = { url: server.url, timeout, auth: { bearer: 'TOKEN' } };
        const options = { connection, secrets: { TOKEN: SECRET }, ports: { clock: hastyClock() } };
        return { provider: provider(httpMetrics, httpKind, query, options), question: question() };
      };
    const echoes = replies((response, { path }) => {
      response.end(JSON.stringify({ value: decodeURIComponent(path) === `/${HOSTILE}` ? 4 : 0 }));
    });
    return {
      secrets: [SECRET],
      stop: () => server.stop(),
      scenes: {
        'an answer': async () => ({ ...(await replies({ value: 3 })()), expected: { value: 3 } }),
        'no data': replies({ value: null }),
        'not a number': replies({ value: 'NaN' }),
        'a broken service': replies(reply(500, `internal error, token ${SECRET}`)),
        'a refusal': replies(reply(401, `no such token: ${SECRET}`)),
        silence: replies(() => undefined, '100ms'),
        'a cancelled job': replies(() => undefined, '30s'),
        'hostile names': async () => {
          const candidate = { ...question().candidate, version: HOSTILE };
          const scene = { ...(await echoes()), question: question({ candidate }) };
          return { ...scene, expected: { kind: 'value', value: 4 } };
        },
      },
    };
  },
};
export const { available, missing, open } = scenes;
