import type { ScenesModule } from '../conformance.ts';
import { HOSTILE } from '../conformance.ts';
import { reply, TestServer } from '../http/test-server.ts';
import { hastyClock, NOON, provider, question } from '../http/test-support.ts';
import { prometheusMetrics } from './index.ts';
import { prometheusKind } from './kinds.ts';
import { havePrometheus, TestPrometheus } from './test-prometheus.ts';

const SECRET = 'prometheus-token-9f2';
const END = NOON + 300_000;

const scenes: ScenesModule = {
  available: havePrometheus,
  missing: {},
  async open() {
    const server = await TestPrometheus.start({
      series: [
        { name: 'latency', labels: { version: '2.0.0' }, samples: [[END, 3]] },
        { name: 'latency', labels: { version: HOSTILE }, samples: [[END, 4]] },
        { name: 'broken', samples: [[END, 'NaN']] },
      ],
    });
    const fake = await TestServer.start();
    const open = (query: string, url = server.url, timeout = '2s') =>
      provider(prometheusMetrics, prometheusKind, query, {
        connection: { url, timeout, auth: { bearer: 'TOKEN' } },
        secrets: { TOKEN: SECRET },
        ...(url === fake.url && timeout !== '30s' ? { ports: { clock: hastyClock() } } : {}),
      });
    const real = (query: string) => async () => ({ provider: open(query), question: question() });
    const faked = (answer: Parameters<TestServer['replies']>[0], timeout?: string) => async () => {
      fake.replies(answer);
      return { provider: open('up', fake.url, timeout), question: question() };
    };
    return {
      secrets: [SECRET],
      async stop() {
        await Promise.all([server.stop(), fake.stop()]);
      },
      scenes: {
        'an answer': async () => ({
          provider: open('latency{version="{{ version }}"}'),
          question: question(),
          expected: { value: 3 },
        }),
        'no data': real('nowhere'),
        'not a number': real('broken'),
        'a broken service': faked(reply(500, `internal error, token ${SECRET}`)),
        'a refusal': faked(reply(401, `no such token: ${SECRET}`)),
        silence: faked(() => undefined, '100ms'),
        'a cancelled job': faked(() => undefined, '30s'),
        'hostile names': async () => {
          const asked = question();
          return {
            provider: open('latency{version="{{ version }}"}'),
            question: { ...asked, candidate: { ...asked.candidate, version: HOSTILE } },
            expected: { kind: 'value', value: 4 },
          };
        },
      },
    };
  },
};
export const { available, missing, open } = scenes;
