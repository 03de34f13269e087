import { HOSTILE, type ScenesModule } from '../conformance.ts';
import { type Reply, reply, TestServer } from '../http/test-server.ts';
import { hastyClock, NOON, provider, question } from '../http/test-support.ts';
import { newrelicMetrics } from './index.ts';
import { newrelicKind } from './kinds.ts';
import { NerdGraphEmulator } from './test-emulator.ts';

const KEY = 'NRAK-USERKEY-7F2';
const results = (...rows: object[]) => ({ data: { actor: { account: { value: { results: rows } } } } });

const scenes: ScenesModule = {
  available: true,
  missing: {},
  async open() {
    const server = await TestServer.start();
    const nerdgraph = new NerdGraphEmulator(KEY);
    nerdgraph.events = [{ at: NOON, appVersion: '2.0.0', duration: 3, error: false }];
    const replies =
      (answer: Reply, timeout = '2s') =>
      async () => {
        server.replies(answer);
        const connection = { url: server.url, account: 42, timeout, delay: '0s' };
        const options = { connection, secrets: { NEW_RELIC_API_KEY: KEY }, ports: { clock: hastyClock() } };
        const query = `SELECT average(duration) FROM Transaction WHERE appVersion = '{{ version }}'`;
        return { provider: provider(newrelicMetrics, newrelicKind, query, options), question: question() };
      };
    return {
      secrets: [KEY],
      stop: () => server.stop(),
      scenes: {
        'an answer': async () => ({ ...(await replies(nerdgraph.reply)()), expected: { value: 3 } }),
        'no data': replies(results({ 'average.duration': null })),
        'not a number': replies(results({ rate: 'NaN' })),
        'a broken service': replies(reply(500, `internal error with ${KEY}`)),
        'a refusal': replies({ errors: [{ message: `API key ${KEY} is not valid` }] }),
        silence: replies(() => undefined, '100ms'),
        'a cancelled job': replies(() => undefined, '30s'),
        'hostile names': async () => {
          const candidate = { ...question().candidate, version: HOSTILE };
          const scene = { ...(await replies(nerdgraph.reply)()), question: question({ candidate }) };
          // NRQL has no sure way to write it: nothing is asked.
          return { ...scene, expected: { kind: 'failure' } };
        },
      },
    };
  },
};
export const { available, missing, open } = scenes;
