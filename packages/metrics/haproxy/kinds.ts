import { field, type Kind, type ObjectOf, object, text } from '@fairway/schema';
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

const name = () => text({ pattern: /^[A-Za-z0-9_.:-]+$/, hint: 'letters, digits and _ . : -' });

const connectionFields = {
  socket: field(
    text({ pattern: /^(\/\S+|\[?[^\s/[\]]+\]?:\d{1,5})$/, hint: 'the path of a unix socket, or host:port' }),
    { description: '`stats socket` of HAProxy: a path of this machine, or host:port.', required: true },
  ),
  backend: field(name(), { description: 'Backend in haproxy.cfg.', required: true }),
  live: field(name(), { description: 'Server of the backend that the baseline is behind.', default: 'live' }),
  candidate: field(name(), {
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
