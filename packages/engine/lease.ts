import { randomBytes } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { acquireLease, type EnvironmentState, releaseLease, renewLease } from '@fairway/ledger';
import { describeError, GateError } from '@fairway/runtime';
import type { Site } from './site.ts';

/** A dead owner blocks others this long, in ms. */
export const LEASE = 120_000;
/** Two of them fit into a lease: one may fail. */
const RENEW = 50_000;
const STATE = 'lease-owner';

export interface Hold {
  /** As the ledger names it: what is recorded under this hold is refused once somebody else has the lease. */
  readonly owner?: string;
  /** Aborted by the job's cancellation, and when somebody else took the lease. */
  readonly signal: AbortSignal;
  /** Throws when the lease is no longer ours: from then on every effect would disturb its new owner. */
  check(): void;
}

/**
 * Does the work under the environment's lease: renewed while it lasts, released at the end. Throws
 * GateError when somebody else holds it, saying who, since when, and until when.
 */
export async function withLease<T>(
  site: Site,
  purpose: string,
  work: (hold: Hold) => Promise<T>,
): Promise<T> {
  const { ports, ledger, environment } = site;
  // The number keeps jobs of one run apart: they may share a name in a matrix.
  const owner = `${ownerName(site)} (${randomBytes(3).toString('hex')})`;
  ports.state.set(STATE, owner);
  await acquireLease(ledger, environment, { owner, purpose, ttl: LEASE });
  const lost = new AbortController();
  const timer = setInterval(() => {
    renewLease(ledger, environment, { owner, ttl: LEASE }).catch((error) => {
      if (error instanceof GateError) lost.abort(error);
      else ports.log.warning(`The lease could not be renewed: ${describeError(error).text}`);
    });
  }, RENEW);
  timer.unref();
  try {
    return await work({
      owner,
      signal: AbortSignal.any([ports.signal, lost.signal]),
      check: () => lost.signal.throwIfAborted(),
    });
  } finally {
    clearInterval(timer);
    await letGo(site, owner);
  }
}

/** The same, but undefined when somebody else holds it: they do the work. */
export async function unlessHeld<T>(
  site: Site,
  purpose: string,
  work: (hold: Hold) => Promise<T>,
): Promise<T | undefined> {
  let entered = false;
  try {
    return await withLease(site, purpose, (hold) => {
      entered = true;
      return work(hold);
    });
  } catch (error) {
    if (error instanceof GateError && !entered) return undefined;
    throw error;
  }
}

/**
 * For appends under a hold. Throws GateError when somebody else took the lease: renewals notice that late, and
 * who was asleep meanwhile must neither write over the new owner's state nor touch what it staged.
 */
export function requireOurs({ lease, app, environment }: EnvironmentState, owner: string | undefined): void {
  if (owner === undefined || lease?.owner === owner) return;
  const who = lease ? `${lease.owner} has` : 'another job had';
  throw new GateError(`${who} taken ${environment} over: this job changes nothing more there`, {
    where: `${app}/${environment}`,
    mend: 'look at `command: status`; this job did not renew its lease in time',
  });
}

/** Who holds the environment at `now` (ms since 1970), if anybody does. */
export const holderOf = ({ lease }: EnvironmentState, now: number): string | undefined =>
  lease && Date.parse(lease.expiresAt) > now ? lease.owner : undefined;

/** The lease that this job's main step held when it was killed; its post step works on under it. */
export async function withOwnLease<T>(
  site: Site,
  purpose: string,
  work: () => Promise<T>,
): Promise<T | undefined> {
  const owner = site.ports.state.get(STATE);
  if (!owner) return undefined;
  await acquireLease(site.ledger, site.environment, { owner, purpose, ttl: LEASE });
  try {
    return await work();
  } finally {
    await letGo(site, owner);
  }
}

/** Whether the lease is still the one that this job's main step took: it did not end by itself. */
export function heldByMain({ ports }: Pick<Site, 'ports'>, { lease }: EnvironmentState): boolean {
  return lease !== undefined && lease.owner === ports.state.get(STATE);
}

/** What stands is recorded by now; a lease that cannot be released only expires. */
async function letGo({ ledger, environment, ports }: Site, owner: string): Promise<void> {
  try {
    await releaseLease(ledger, environment, owner);
  } catch (error) {
    ports.log.warning(`The lease of ${environment} was not released: ${describeError(error).text}`);
  }
}

function ownerName({ ports: { context } }: Site): string {
  const { runId, runAttempt, job } = context;
  if (runId) return `run ${runId} attempt ${runAttempt}${job ? ` job ${job}` : ''}`;
  return `${userInfo().username}@${hostname()} pid ${process.pid}`;
}
