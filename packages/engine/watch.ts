import type { Observation } from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import type { Observed } from '@fairway/targets';
import type { Hold } from './lease.ts';
import { firstLine } from './record.ts';
import type { Run } from './run.ts';
import { isApart } from './site.ts';

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
  let other: Observation | undefined;
  try {
    observed = await target.inspect(hold.signal);
    other = await otherWeight(run, hold);
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
  if (reason !== undefined) return { kind: 'stop', now: now(), reason };
  return other ?? { kind: 'time', now: now() };
}

/** A router that stands apart may have been reloaded, or changed by others: the machine decides what that means. */
async function otherWeight({ site, machine }: Run, { signal }: Hold): Promise<Observation | undefined> {
  const { router, ports } = site;
  const { plan, phase, weight } = machine;
  if (!router || !isApart(site) || plan.by === 'apply') return undefined;
  if (phase !== 'baking' && phase !== 'checking') return undefined;
  const held = await router.weight(signal);
  if (held === weight) return undefined;
  const now = formatPercent(held);
  ports.log.warning(`The router gives the candidate ${now} of the traffic, not ${formatPercent(weight)}`);
  return { kind: 'resumed', now: ports.clock.now(), weight: held, candidate: 'healthy', serves: false };
}

function problemOf({ machine, release }: Run, { live, candidate }: Observed): string | undefined {
  const applied = machine.plan.by === 'apply';
  const found = applied ? live : candidate;
  const name = applied ? 'the release' : 'the candidate';
  if (found?.digest !== release.digest) return `${name} is gone`;
  return found.healthy ? undefined : `${name} is not healthy: ${found.reason ?? 'no reason known'}`;
}
