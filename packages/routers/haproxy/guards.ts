import type { Log } from '@fairway/runtime';
import { UserError } from '@fairway/runtime/errors';
import type { Target } from '@fairway/targets';
import type { HaproxyConfig } from './config.ts';
import { effective, type Pair } from './servers.ts';

/** Traffic is never sent to a live server that somebody, or a health check, has taken out. */
export function refuseWithoutLive({ live }: Pair, { backend }: HaproxyConfig, at: string): void {
  if (live.condition === 'up') return;
  const down = live.condition === 'down';
  const state = live.condition === 'draining' ? 'draining' : 'in maintenance';
  const why = down ? "down by HAProxy's health check" : `${state}, set by somebody else`;
  throw new UserError(`server ${backend}/${live.name} is ${why}; the weights were not changed`, {
    where: at,
    mend: down
      ? 'see why its health check fails'
      : `when it may serve again: \`set server ${backend}/${live.name} state ready\`, then run this again`,
  });
}

/** The live server must point at what serves the live release also after a promotion. */
export function refuseWrongLive(
  { live }: Pair,
  target: Target,
  { backend }: HaproxyConfig,
  at: string,
): void {
  const url = target.url === undefined ? undefined : new URL(target.url);
  if (url?.hostname !== '127.0.0.1' || live.address !== '127.0.0.1') return;
  if (live.port === Number(url.port || 80)) return;
  throw new UserError(
    `server ${backend}/${live.name} points at port ${live.port}, but ${target.location} serves port ${url.port || 80}`,
    { where: at, mend: 'correct its address in haproxy.cfg and reload' },
  );
}

/** What else would have a say in the split: others that take traffic are refused, agents are told. */
export function refuseOthers({ live, candidate, others }: Pair, { backend }: HaproxyConfig, log: Log): void {
  for (const { name, agent } of [live, candidate]) {
    if (agent)
      log.warning(`An agent check may change weight and state of server ${backend}/${name} at any time`);
  }
  const taking = others.filter((one) => !one.backup && effective(one) > 0).map(({ name }) => name);
  if (taking.length) {
    throw new UserError(`backend ${backend} also sends requests to ${taking.join(', ')}`, {
      mend: 'a canary needs a backend with two servers that take traffic: move the others to one of their own',
    });
  }
}

export interface Placing {
  readonly target: Target;
  readonly config: HaproxyConfig;
  readonly at: string;
  readonly signal: AbortSignal;
}

/**
 * The commands that point the candidate's server to the candidate and make it ready, without weight when
 * it was out. `percent` undefined: for pins. Reads the target; refuses what is not there or not healthy.
 */
export async function placeCandidate(
  { candidate: server }: Pair,
  percent: number | undefined,
  { target, config, at, signal }: Placing,
): Promise<string[]> {
  const { candidate } = await target.inspect(signal);
  const gets = percent === undefined ? 'pinned requests' : `${percent}% of the requests`;
  if (!candidate) {
    throw new UserError(`there is no candidate to give ${gets} to`, { mend: 'stage a release first' });
  }
  if (!candidate.healthy) {
    throw new UserError(
      `the candidate ${candidate.version} is not healthy: ${candidate.reason}; it was not given ${gets}`,
      { mend: 'discard it, or wait until it is healthy' },
    );
  }
  const { address, port } = splitAddress(candidate.address, target);
  const id = `${config.backend}/${config.candidate}`;
  const moved = server.address !== address || server.port !== port;
  if (server.condition === 'draining') refuseTakenOut(id, 'draining', at);
  if (server.condition === 'maintenance') {
    // With our address and a weight that is not the one of haproxy.cfg it was taken out in the middle.
    if (!moved && server.weight > 0 && server.weight !== server.configured)
      refuseTakenOut(id, 'maintenance', at);
  }
  // A server that was down at another address is looked at afresh when it comes out of maintenance.
  const stale = moved && server.condition === 'down';
  const out = server.condition === 'maintenance' || stale;
  return [
    ...(stale ? [`set server ${id} state maint`] : []),
    ...(moved || out ? (server.weight > 0 ? [`set server ${id} weight 0`] : []) : []),
    ...(moved ? [`set server ${id} addr ${address} port ${port}`] : []),
    ...(out ? [`set server ${id} state ready`] : []),
  ];
}

function refuseTakenOut(id: string, condition: string, at: string): never {
  throw new UserError(`somebody has put server ${id} into ${condition} during the rollout`, {
    where: at,
    mend: `abort the rollout, or \`set server ${id} state ready\` to let it go on`,
  });
}

function splitAddress(text: string | undefined, { location }: Target): { address: string; port: number } {
  const [, address, port] = /^\[?([0-9A-Fa-f.:]+?)\]?:(\d+)$/.exec(text ?? '') ?? [];
  if (address && port) return { address, port: Number(port) };
  throw new UserError(`${location} tells no address of its candidate that HAProxy could send requests to`, {
    mend: 'use a router that fits the target',
  });
}
