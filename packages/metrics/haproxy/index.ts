import { UserError } from '@fairway/runtime/errors';
import type { Measurement, MetricDriver } from '../types.ts';
import type { HaproxyConnection, HaproxyQuery } from './kinds.ts';
import { Snapshots } from './snapshots.ts';

/**
 * What HAProxy counts for the two servers of a split: `error-rate` as counts (5xx, answers that broke off
 * and attempts without an answer, of all attempts: see `totalsOf`) and `requests`. A window begins with the first look at or after its start, since
 * HAProxy has no history: the first look of a rollout has no data. A reload of HAProxy sets the counters back, and
 * the look after it has no data either. Each look leaves a variable in HAProxy's process, which needs a socket with
 * level admin and HAProxy's experimental mode; where that is refused, only looks of one process see each other.
 */
export const haproxyMetrics: MetricDriver<HaproxyQuery, Partial<HaproxyConnection>> = {
  type: 'haproxy',
  open(asked, { socket, backend, live = 'live', candidate = 'candidate' }, context) {
    if (socket === undefined || backend === undefined) {
      throw new UserError('no socket or backend of HAProxy is configured', {
        mend: 'add `providers: { haproxy: { socket: /run/haproxy/admin.sock, backend: ... } }` to fairway.yml',
      });
    }
    const { clock } = context.ports;
    const snapshots = new Snapshots({ socket, backend, live, candidate }, () => clock.now());
    return {
      type: 'haproxy',
      async measure({ side, from, to }, signal) {
        const server = side === 'candidate' ? candidate : live;
        const { first, last, forgets } = await snapshots.ends(from, to, signal);
        const query = `haproxy ${asked} of ${backend}/${server} from ${iso((first ?? last).at)} to ${iso(last.at)}`;
        if (!first) return { kind: 'no-data', query, reason: firstLook(forgets) };
        const [before, after] = [first, last].map((one) => (side === 'candidate' ? one.candidate : one.live));
        const total = (after?.total ?? 0) - (before?.total ?? 0);
        const events = Math.min(total, (after?.failed ?? 0) - (before?.failed ?? 0));
        if (total === 0) return { kind: 'no-data', query, reason: 'no request ended in the window' };
        const counts: Measurement = { kind: 'counts', events, total, query };
        return asked === 'error-rate' ? counts : { kind: 'value', value: total, samples: total, query };
      },
    };
  },
};

const firstLook = (forgets: string | undefined): string =>
  `this is the first look at HAProxy's counters since they began: the next one has a window${
    forgets ? `, if it is made by this process, because HAProxy keeps nothing for another (${forgets})` : ''
  }`;

const iso = (ms: number): string => new Date(ms).toISOString();
