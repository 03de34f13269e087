import { next } from '@fairway/rollout';
import { describeError, type Ports, RemoteError } from '@fairway/runtime';
import { heldByMain, withOwnLease } from './lease.ts';
import { noticeOf } from './notices.ts';
import { carry, nameOf, ROLLOUT_STATE } from './record.ts';
import { discardCandidate } from './recover.ts';
import { machineOf } from './resume.ts';
import { patience, type Site } from './site.ts';

/** Where a main step says that what it carries is not its own: later jobs go on with it. */
const STAYS = 'rollout-stays';

/** Before a tick begins: if it is killed, its post step leaves the rollout to the next one. */
export function leaveToNext({ state }: Pick<Ports, 'state'>): void {
  state.set(STAYS, 'yes');
}

/**
 * For a post step: takes out what the main step left in flight when it was killed. Does nothing when the
 * main step began nothing or ended by itself, and never touches what another job has taken over. What waits
 * for a person, and what a tick carried, stays for the next one. Throws RemoteError when it cannot: a
 * candidate that keeps its traffic must not pass unseen.
 */
export async function endLeft(
  { state, log }: Pick<Ports, 'state' | 'log'>,
  open: () => Promise<Site>,
): Promise<void> {
  const id = state.get(ROLLOUT_STATE);
  if (!id) return;
  const site = await open();
  const left = await site.ledger.read(site.environment);
  const { rollout } = left;
  if (rollout?.id !== id) return;
  const stays = state.get(STAYS) === 'yes' || machineOf(rollout)?.phase === 'paused';
  // Such a main step that ended by itself has said all there is to say.
  if (stays && !heldByMain(site, left)) return;
  const name = nameOf(rollout.release);
  if (!stays) log.warning(`The main step left the rollout of ${name} in flight: it is ended now`);
  const purpose = stays ? 'note an interruption' : 'end what the main step left in flight';
  try {
    await withOwnLease(site, purpose, () => (stays ? note(site, id) : abortLeft(site, id)));
  } catch (cause) {
    // Its lease only expires; the next job goes on then.
    if (stays) return log.warning(`The interruption was not recorded: ${describeError(cause).text}`);
    throw new RemoteError(
      `the rollout of ${rollout.release.version} that was left in flight could not be ended: ${describeError(cause).text}`,
      {
        where: site.target.location,
        mend: `run this job again, or deploy or roll back ${site.environment}: that ends it first`,
        cause,
      },
    );
  }
}

async function abortLeft(site: Site, id: string): Promise<void> {
  const { rollout, live: before } = await site.ledger.read(site.environment);
  if (rollout?.id !== id) return;
  const signal = patience();
  const { live } = await site.target.inspect(signal);
  // All the traffic is on it already: the next job verifies it and decides.
  if (live?.digest === rollout.release.digest) return;
  const carried = carry(site, id, {});
  const reason = 'the job was cancelled before it was live';
  // If this step is killed as well, whoever goes on must end it, and not give it its share again.
  const left = machineOf(rollout);
  const stop = { kind: 'stop', now: site.ports.clock.now(), reason } as const;
  const aborting = left && { machine: next(left, stop).machine };
  await discardCandidate(site, (intent, more) => carried.intent(intent, { ...more, ...aborting }), signal);
  await carried.stop(reason);
  await site.notify(noticeOf(site, { ...rollout, before }, { moment: 'abort', weight: 0, reason }));
}

async function note(site: Site, id: string): Promise<void> {
  const { rollout } = await site.ledger.read(site.environment);
  if (rollout?.id !== id) return;
  await carry(site, id, {}).outcome('interrupted: its job was killed; the next tick goes on');
}
