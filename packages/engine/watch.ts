import type { Observation } from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import type { Observed } from '@fairway/targets';
import type { Hold } from './lease.ts';
import { firstLine } from './record.ts';
import type { Run } from './run.ts';

/** Between two looks at the candidate, in ms. */
const LOOK = 4_000;
/** Looks at the target that may fail in a row: one lost answer is no reason to end a rollout. */
const BLIND = 3;

/** Sleeps in short turns and looks after the release, so that one that dies does not keep its share. */
export async function wait(run: Run, until: number, hold: Hold): Promise<Observation> {
  const { clock } = run.site.ports;
  await clock.sleep(Math.max(1, Math.min(LOOK, until - clock.now())), hold.signal);
  return await look(run, hold);
}

/** Whether the release still stands, and well. */
export async function look(run: Run, hold: Hold): Promise<Observation> {
  const { ports, target } = run.site;
  const now = () => ports.clock.now();
  let observed: Observed;
  try {
    observed = await target.inspect(hold.signal);
    run.blind = 0;
    run.observed = observed;
  } catch (error) {
    hold.signal.throwIfAborted();
    run.blind++;
    const reason = `${target.location} could not be read: ${firstLine(error)}`;
    if (run.blind >= BLIND) return { kind: 'stop', now: now(), reason };
    ports.log.warning(`${target.location} could not be read: ${describeError(error).text}`);
    return { kind: 'time', now: now() };
  }
  const reason = problemOf(run, observed);
  return reason === undefined ? { kind: 'time', now: now() } : { kind: 'stop', now: now(), reason };
}

function problemOf({ machine, release }: Run, { live, candidate }: Observed): string | undefined {
  const applied = machine.plan.by === 'apply';
  const found = applied ? live : candidate;
  const name = applied ? 'the release' : 'the candidate';
  if (found?.digest !== release.digest) return `${name} is gone`;
  return found.healthy ? undefined : `${name} is not healthy: ${found.reason ?? 'no reason known'}`;
}
