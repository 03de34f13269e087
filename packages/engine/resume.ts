import type { Rollout } from '@fairway/ledger';
import type { Machine, Observation } from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import type { Observed } from '@fairway/targets';
import { GO_BACK } from './confirm.ts';
import type { Hold } from './lease.ts';
import { setPins } from './pins.ts';
import { carry, nameOf, ROLLOUT_STATE } from './record.ts';
import { requireSameRouter } from './recover.ts';
import type { Run } from './run.ts';
import type { Site } from './site.ts';

/** The state of a rollout that the machine can go on with; others are only ended, by `recover`. */
export function machineOf(rollout: Rollout | undefined): Machine | undefined {
  const machine = rollout?.machine as Partial<Machine> | undefined;
  if (!rollout || machine?.schema !== 2 || rollout.intent.startsWith(GO_BACK)) return undefined;
  return machine as Machine;
}

/**
 * Takes over the rollout in flight from the ledger alone; what really runs decides how it goes on. undefined
 * when none is in flight, or one that the machine cannot go on with. `blindly`: also when what runs cannot be
 * read, which is good enough to abort. Under the lease.
 */
export async function resume(site: Site, hold: Hold, blindly = false): Promise<Run | undefined> {
  const { ledger, environment, ports } = site;
  const { rollout, live: before } = await ledger.read(environment);
  const machine = machineOf(rollout);
  if (!rollout || !machine) return undefined;
  const { id, release, strategy } = rollout;
  ports.state.set(ROLLOUT_STATE, id);
  const name = `the rollout of ${nameOf(release)} (${machine.phase} at ${formatPercent(machine.weight)})`;
  const now = ports.clock.now();
  let observed: Observed | undefined;
  let first: Observation = { kind: 'time', now };
  try {
    requireSameRouter(site, rollout);
    observed = await site.target.inspect(hold.signal);
    const what = await found(site, rollout, observed, hold);
    first = what;
    ports.log.info(`Going on with ${name}: ${describe(what)}`);
  } catch (error) {
    if (!blindly) throw error;
    ports.log.warning(`Going on with ${name} blindly: ${describeError(error).text}`);
  }
  return {
    ...{ site, id, release, strategy, before, carried: carry(site, id, hold), machine },
    ...{ first, written: machine, writtenAt: now },
    ...{ verdicts: [], seen: [], askedAt: 0, observed, blind: 0, notices: [] },
    toldPause: machine.phase === 'paused' ? machine.pausedAt : undefined,
  };
}

type Found = Extract<Observation, { kind: 'resumed' }>;

async function found(
  site: Site,
  rollout: Rollout,
  { live, candidate }: Observed,
  hold: Hold,
): Promise<Found> {
  const { release, machine } = rollout;
  const { plan, phase } = machine as Machine;
  const { router, ports } = site;
  const serves = live?.digest === release.digest && candidate?.digest !== release.digest;
  const ours = plan.by === 'apply' ? live : candidate;
  const standing = ours?.digest === release.digest;
  const weight = (await router?.weight(hold.signal)) ?? (serves ? 100 : 0);
  // A router that started anew has forgotten them.
  if (standing && ['shifting', 'baking', 'checking', 'paused'].includes(phase)) {
    await setPins(site, hold.signal);
  }
  const word = !standing ? 'gone' : ours.healthy ? 'healthy' : 'unhealthy';
  return { kind: 'resumed', now: ports.clock.now(), weight, candidate: word, serves };
}

function describe({ weight, candidate, serves }: Found): string {
  if (serves) return 'it serves all traffic';
  return `the candidate is ${candidate} and has ${formatPercent(weight)} of the traffic`;
}
