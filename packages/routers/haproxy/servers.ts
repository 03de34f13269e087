import { InternalError, UserError } from '@fairway/runtime/errors';
import type { RuntimeSocket } from './socket.ts';

/** A server of a backend, as `show servers state` and `show stat` tell it. */
export interface Server {
  readonly name: string;
  /** IP address; empty for a unix socket. */
  readonly address: string;
  readonly port: number;
  /** Whether it takes requests; by whom or what it does not. */
  readonly condition: 'up' | 'maintenance' | 'draining' | 'down';
  readonly weight: number;
  /** The weight in haproxy.cfg. */
  readonly configured: number;
  /** An agent of the server's own may change its weight and state at any time. */
  readonly agent: boolean;
  /** Used only when no other server is left. */
  readonly backup: boolean;
  /** Requests it has been given that are not answered yet. */
  readonly sessions: number;
}

/** Bits of srv_admin_state: maintenance by hand, inherited, by resolution or by host name. */
const MAINTENANCE = 0x01 | 0x02 | 0x20 | 0x40;
const DRAIN = 0x08 | 0x10;
/** Bit of srv_agent_state. */
const AGENT_ENABLED = 0x04;

/** Read at one moment. Throws UserError when there is no such backend. */
export async function readServers(
  socket: RuntimeSocket,
  backend: string,
  signal?: AbortSignal,
): Promise<Server[]> {
  const [state, stat] = await Promise.all([
    socket.read(`show servers state ${backend}`, signal),
    socket.read(`show stat ${backend} 4 -1`, signal),
  ]);
  return parseServers(state, stat);
}

/** Pure. The texts of `show servers state <backend>` and `show stat <backend> 4 -1`. */
export function parseServers(state: string, stat: string): Server[] {
  const [version, head, ...rows] = state.split('\n');
  if (version !== '1' || !head?.startsWith('# ')) {
    throw new InternalError(
      `HAProxy tells its servers in a form that is not known: ${version?.slice(0, 80)}`,
    );
  }
  const names = head.slice(2).split(' ');
  const [statHead = '', ...statRows] = stat.split('\n');
  const statNames = statHead.replace(/^# /, '').split(',');
  const statOf = new Map(
    statRows.map((row) => {
      const values = row.split(',');
      const cell = (name: string) => values[statNames.indexOf(name)] ?? '';
      return [cell('svname'), cell] as const;
    }),
  );
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const values = row.split(' ');
      const cell = (name: string) => values[names.indexOf(name)] ?? '';
      const name = cell('srv_name');
      return {
        name,
        address: cell('srv_addr') === '-' ? '' : cell('srv_addr'),
        port: number(cell('srv_port')),
        condition: condition(number(cell('srv_op_state')), number(cell('srv_admin_state'))),
        weight: number(cell('srv_uweight')),
        configured: number(cell('srv_iweight')),
        agent: (number(cell('srv_agent_state')) & AGENT_ENABLED) !== 0,
        backup: statOf.get(name)?.('bck') === '1',
        sessions: number(statOf.get(name)?.('scur') ?? '0'),
      };
    });
}

function condition(operational: number, admin: number): Server['condition'] {
  if (admin & MAINTENANCE) return 'maintenance';
  if (admin & DRAIN || operational === 3) return 'draining';
  return operational === 0 ? 'down' : 'up';
}

/** A number that is not there must not become a weight of 0. */
function number(text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isInteger(value)) {
    throw new InternalError(`HAProxy tells "${text.slice(0, 20)}" where a number stands in known versions`);
  }
  return value;
}

/** The two servers of a split, and the backend's others. */
export interface Pair {
  readonly live: Server;
  readonly candidate: Server;
  readonly others: readonly Server[];
}

export function pairOf(
  servers: readonly Server[],
  names: { readonly backend: string; readonly live: string; readonly candidate: string },
  at: string,
): Pair {
  const find = (name: string): Server => {
    const server = servers.find((one) => one.name === name);
    if (server) return server;
    const there = servers.map((one) => one.name).join(', ') || 'none';
    throw new UserError(`backend ${names.backend} of HAProxy has no server "${name}". It has: ${there}.`, {
      where: at,
      mend: 'correct the name in `router`, or add a `server` line to haproxy.cfg and reload',
    });
  };
  const [live, candidate] = [find(names.live), find(names.candidate)];
  return { live, candidate, others: servers.filter((one) => one !== live && one !== candidate) };
}

/** Part of the traffic it really takes, as a weight. */
export const effective = ({ condition: now, weight }: Server): number => (now === 'up' ? weight : 0);
