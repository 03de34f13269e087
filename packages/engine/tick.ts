import type { Release } from '@fairway/ledger';
import { describeError, GateError } from '@fairway/runtime';
import { advance } from './advance.ts';
import type { Progress } from './finish.ts';
import type { Hold } from './lease.ts';
import { nameOf } from './record.ts';
import { recover } from './recover.ts';
import { resume } from './resume.ts';
import type { Site } from './site.ts';

/** `recovered`: what another kind of job left in flight was ended; the ledger says how. */
export interface Ticked extends Omit<Progress, 'outcome'> {
  readonly outcome: Progress['outcome'] | 'recovered' | 'idle';
}

/** Does what is due of the rollout in flight, and returns. Under the lease. */
export async function tick(site: Site, hold: Hold): Promise<Ticked> {
  const run = await resume(site, hold);
  if (run) return await advance(run, hold, 'due');
  const { rollout } = await site.ledger.read(site.environment);
  if (rollout) {
    const { live } = await recover(site, hold);
    const revision = live?.revision;
    const weight = live?.digest === rollout.release.digest ? 100 : 0;
    const done: Ticked = { outcome: 'recovered', weight, revision, verdicts: [], seen: [] };
    return weight === 100 ? done : { ...done, failure: takenBack(site, rollout.release) };
  }
  return idle(site);
}

function takenBack({ environment }: Site, release: Release): GateError {
  return new GateError(`the interrupted rollout of ${nameOf(release)} was taken back`, {
    where: environment,
    mend: 'run the job again that deployed it',
  });
}

/** What stands, for those who only look: a target that cannot be read is told, and is no failure. */
export async function idle({ target, ports }: Site): Promise<Ticked> {
  const observed = await target.inspect(glance()).catch((error) => {
    ports.log.warning(`${target.location} could not be read: ${describeError(error).text}`);
    return undefined;
  });
  const weight = observed?.weight ?? 0;
  return { outcome: 'idle', weight, revision: observed?.live?.id, verdicts: [], seen: [] };
}

const glance = () => AbortSignal.timeout(10_000);
