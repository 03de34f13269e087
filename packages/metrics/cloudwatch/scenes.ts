import { HOSTILE, type ScenesModule } from '../conformance.ts';
import { type Reply, reply, TestServer } from '../http/test-server.ts';
import { hastyClock, metricContext, NOON, provider, question } from '../http/test-support.ts';
import { cloudwatchMetrics } from './index.ts';
import { cloudwatchKind } from './kinds.ts';

const aws = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'aws-secret-key-8e4', region: 'eu-west-1' };
const query = {
  namespace: 'Shop',
  metric: 'Latency',
  stat: 'Average',
  dimensions: { Version: '{{ version }}' },
};
const values = (...Values: number[]) => ({
  ...{ Id: 'fairway_value', Label: 'x', StatusCode: 'Complete', Values },
  Timestamps: Values.map(() => NOON / 1_000),
});
/** What CloudWatch says of values that are no numbers: it leaves them out. */
const dropped = {
  Messages: [{ Code: 'ArithmeticError', Value: 'One or more data-points have been dropped' }],
};
const page = (result: object) => ({ MetricDataResults: [result] });

const scenes: ScenesModule = {
  available: true,
  missing: {},
  async open() {
    const server = await TestServer.start();
    const replies =
      (answer: Reply, timeout = '2s') =>
      async () => {
        server.replies(answer);
        const ports = { clock: hastyClock(), context: { ...metricContext().ports.context, aws } };
        const connection = { url: server.url, timeout, delay: '0s' };
        return {
          provider: provider(cloudwatchMetrics, cloudwatchKind, query, { connection, ports }),
          question: question(),
        };
      };
    const echoes = replies((response, { body }) => {
      const same = body.includes(`"Value":${JSON.stringify(HOSTILE)}`);
      response.end(JSON.stringify(page(values(same ? 4 : 0))));
    });
    const denied = { __type: 'AccessDeniedException', message: `not with ${aws.secretAccessKey}` };
    return {
      secrets: [aws.secretAccessKey],
      stop: () => server.stop(),
      scenes: {
        'an answer': async () => ({ ...(await replies(page(values(3)))()), expected: { value: 3 } }),
        'no data': replies(page(values())),
        'not a number': replies(page({ ...values(), ...dropped })),
        'a broken service': replies(reply(500, `internal error of ${aws.secretAccessKey}`)),
        'a refusal': replies(reply(403, denied)),
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
