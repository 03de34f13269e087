import { GateError, UserError } from '@fairway/runtime';
import type { Change, EnvironmentState, Lease, Ledger, Stamp } from './types.ts';

export interface WantedLease {
  /** Unique to the holder: `run <id> attempt <n> job <name>`, or `<user>@<host> pid <n>`. */
  readonly owner: string;
  readonly purpose: string;
  /** Milliseconds. Longer than the longest pause between two renewals, and than clocks may differ. */
  readonly ttl: number;
}

/**
 * Takes the environment for one owner, or throws GateError while another holds it. An expired lease is
 * taken over, and the event says from whom. The owner's own lease is renewed.
 */
export async function acquireLease(ledger: Ledger, environment: string, wanted: WantedLease): Promise<Lease> {
  if (!(wanted.ttl > 0)) throw new UserError(`a lease of ${wanted.ttl} ms would never hold`);
  return held(await ledger.append(environment, (state, stamp) => acquire(state, wanted, stamp)));
}

/** Moves the expiry. Throws GateError when the lease is no longer the owner's. */
export async function renewLease(
  ledger: Ledger,
  environment: string,
  { owner, ttl }: Pick<WantedLease, 'owner' | 'ttl'>,
): Promise<Lease> {
  const state = await ledger.append(environment, (now, stamp) => {
    if (now.lease?.owner !== owner) throw lost(now, owner);
    return renewed(now, { ...now.lease, expiresAt: expiry(stamp, ttl) });
  });
  return held(state);
}

/** Only the owner may; nothing happens when nobody holds it. Throws GateError when another does. */
export async function releaseLease(ledger: Ledger, environment: string, owner: string): Promise<void> {
  await ledger.append(environment, (state) => {
    if (!state.lease) return undefined;
    if (state.lease.owner !== owner) throw lost(state, owner);
    return {
      event: {
        type: 'lease-released',
        message: `${owner} releases ${environment}`,
        data: { lease: state.lease },
      },
      state: { lease: undefined },
    };
  });
}

/** For `decide`: throws GateError unless `owner` holds the environment at this moment. */
export function requireLease(state: EnvironmentState, owner: string, { now }: Stamp): Lease {
  const { lease } = state;
  if (lease?.owner === owner && Date.parse(lease.expiresAt) > now) return lease;
  throw lost(state, owner);
}

function acquire(state: EnvironmentState, { owner, purpose, ttl }: WantedLease, stamp: Stamp): Change {
  const { lease } = state;
  const next: Lease = { owner, purpose, acquiredAt: stamp.at, expiresAt: expiry(stamp, ttl) };
  if (!lease) return taken(next, `${owner} takes ${state.environment}: ${purpose}`);
  if (lease.owner === owner) return renewed(state, { ...next, acquiredAt: lease.acquiredAt });
  if (Date.parse(lease.expiresAt) > stamp.now) throw busy(state, lease);
  return taken(
    next,
    `${owner} takes ${state.environment} over from ${lease.owner}, expired: ${purpose}`,
    lease,
  );
}

function taken(lease: Lease, message: string, from?: Lease): Change {
  return {
    event: { type: 'lease-acquired', message, data: { lease, ...(from ? { takenOverFrom: from } : {}) } },
    state: { lease },
  };
}

function renewed(state: EnvironmentState, lease: Lease): Change {
  const message = `${lease.owner} keeps ${state.environment} until ${lease.expiresAt}`;
  return { event: { type: 'lease-renewed', message, data: { lease } }, state: { lease } };
}

const expiry = ({ now }: Stamp, ttl: number): string => new Date(now + ttl).toISOString();

function held({ lease, environment }: EnvironmentState): Lease {
  if (lease) return lease;
  throw new GateError(`the lease of ${environment} was not written`);
}

function busy({ app, environment }: EnvironmentState, lease: Lease): GateError {
  return new GateError(
    `${environment} is held by ${lease.owner} since ${lease.acquiredAt}, for: ${lease.purpose}`,
    {
      where: `${app}/${environment}`,
      mend: `wait for it; it expires at ${lease.expiresAt} unless it is renewed`,
    },
  );
}

function lost({ app, environment, lease }: EnvironmentState, owner: string): GateError {
  const now = lease ? `${lease.owner} has it until ${lease.expiresAt}` : 'nobody has it';
  return new GateError(`${owner} does not hold the lease of ${environment}: ${now}`, {
    where: `${app}/${environment}`,
    mend: 'acquire it again, then read the state anew: another job may have changed it',
  });
}
