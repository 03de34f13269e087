import { describeError, type Ports, UserError } from '@fairway/runtime';
import { withOwnLease } from './lease.ts';
import { carry, nameOf, ROLLOUT_STATE } from './record.ts';
import { discardCandidate } from './recover.ts';
import { patience, type Site } from './site.ts';

/**
 * For a post step: takes out what the main step left in flight when it was killed. Does nothing when the
 * main step began nothing or ended by itself, and never touches what another job has taken over. Throws
 * UserError when it cannot: a candidate that keeps its traffic must not pass unseen.
 */
export async function endLeft(
  { state, log }: Pick<Ports, 'state' | 'log'>,
  open: () => Promise<Site>,
): Promise<void> {
  const id = state.get(ROLLOUT_STATE);
  if (!id) return;
  const site = await open();
  const { rollout } = await site.ledger.read(site.environment);
  if (rollout?.id !== id) return;
  log.warning(`The main step left the rollout of ${nameOf(rollout.release)} in flight: it is ended now`);
  try {
    await withOwnLease(site, 'end what the main step left in flight', () => abortLeft(site, id));
  } catch (cause) {
    const { version } = rollout.release;
    throw new UserError(
      `the rollout of ${version} that was left in flight could not be ended: ${describeError(cause).text}`,
      {
        where: site.target.location,
        mend: `run this job again, or deploy or roll back ${site.environment}: that ends it first`,
        cause,
      },
    );
  }
}

async function abortLeft(site: Site, id: string): Promise<void> {
  const { rollout } = await site.ledger.read(site.environment);
  if (rollout?.id !== id) return;
  const signal = patience();
  const { live } = await site.target.inspect(signal);
  // All the traffic is on it already: the next job verifies it and decides.
  if (live?.digest === rollout.release.digest) return;
  const carried = carry(site, id);
  await discardCandidate(site, carried.intent, signal);
  await carried.stop('the job was cancelled before it was live');
}
