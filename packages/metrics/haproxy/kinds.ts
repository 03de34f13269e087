import { haproxyName, haproxySocket } from '@fairway/routers/kinds';
import { field, type Kind, type ObjectOf, object } from '@fairway/schema';
import { countsForm, type ProviderKind } from '../kinds-provider.ts';

export const HAPROXY_QUERIES = ['error-rate', 'requests'] as const;
export type HaproxyQuery = (typeof HAPROXY_QUERIES)[number];

/** Averages that reach back before the release cannot tell it from the one before. */
const REFUSED = /^(p\d+|[qcrt]time|latency|response-time|duration)$/;

function query(): Kind<HaproxyQuery> {
  return {
    name: HAPROXY_QUERIES.join(', '),
    json: { type: 'string', enum: HAPROXY_QUERIES },
    read(value, path, report) {
      const known = HAPROXY_QUERIES.find((one) => one === value);
      if (known) return known;
      const why = REFUSED.test(String(value))
        ? 'HAProxy tells times as moving averages that hold requests from before the release: measure them with prometheus.'
        : `unknown value ${JSON.stringify(value) ?? ''}.`;
      report({ path, message: `${why} Valid: ${HAPROXY_QUERIES.join(', ')}.`, on: 'value' });
      return undefined;
    },
  };
}

const connectionFields = {
  socket: field(haproxySocket(), {
    description: '`stats socket` of HAProxy: a path of this machine, or host:port.',
    required: true,
  }),
  backend: field(haproxyName(), { description: 'Backend in haproxy.cfg.', required: true }),
  live: field(haproxyName(), {
    description: 'Server of the backend that the baseline is behind.',
    default: 'live',
  }),
  candidate: field(haproxyName(), {
    description: 'Server of the backend that the candidate is behind.',
    default: 'candidate',
  }),
};
export type HaproxyConnection = ObjectOf<typeof connectionFields>;

/** `haproxy: error-rate`: what HAProxy itself counts, by server. */
export const haproxyKind: ProviderKind<HaproxyQuery, HaproxyConnection> = {
  query: query(),
  connection: object(connectionFields),
  form: (asked) =>
    asked === 'error-rate'
      ? countsForm
      : { form: 'value', shapes: ['value'], unit: 'number', ofTraffic: true },
  sided: () => true,
  beyondNames: true,
};
