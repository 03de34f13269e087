import { describeError } from '@fairway/runtime';
import { abortLeft } from './canary.ts';
import { withOwnLease } from './lease.ts';
import { nameOf, ROLLOUT_STATE } from './record.ts';
import type { Site } from './site.ts';

/**
 * For a post step: takes out what the main step left in flight when it was killed. Does nothing when the
 * main step ended by itself, and never touches a rollout that another job has taken over.
 */
export async function endLeft(site: Site): Promise<void> {
  const { ports, ledger, environment } = site;
  const id = ports.state.get(ROLLOUT_STATE);
  if (!id) return;
  const { rollout } = await ledger.read(environment);
  if (rollout?.id !== id) return;
  ports.log.warning(
    `The main step left the rollout of ${nameOf(rollout.release)} in flight: it is ended now`,
  );
  try {
    await withOwnLease(site, 'end what the main step left in flight', () => abortLeft(site, id));
  } catch (error) {
    ports.log.error(
      `The rollout could not be ended; the next run of this job does: ${describeError(error).text}`,
    );
  }
}
