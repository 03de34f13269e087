import type { Release } from '@fairway/ledger';
import { type CanaryConfig, type Machine, next, planCanary, startMachine } from '@fairway/rollout';
import { UserError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import { cancellable, type Run } from './canary-effects.ts';
import { GO_BACK } from './confirm.ts';
import type { Hold } from './lease.ts';
import { begin, type Carried, carry, firstLine, nameOf, ROLLOUT_STATE } from './record.ts';
import { discardCandidate, recover } from './recover.ts';
import type { Site } from './site.ts';

/** Starts the candidate beside the live release; when that fails the run only has to be stopped. */
export async function stage(site: Site, release: Release, config: CanaryConfig, hold: Hold): Promise<Run> {
  const { target, ports } = site;
  await discardStray(site, hold);
  const carried = await begin(site, { release, strategy: 'canary', reason: 'deploy', intent: 'stage' });
  const machine = startMachine(planCanary(config), ports.clock.now());
  const run: Run = { site, release, carried, machine, verdicts: [], seen: [] };
  try {
    hold.check();
    const revision = await target.stage?.(release, hold.signal);
    if (!revision) throw new UserError(`${target.location} cannot stage a candidate`);
    ports.log.info(`${nameOf(release)} is staged beside the live release, with no traffic`);
    // Its time counts from here: starting the app is not a part of the bakes.
    run.machine = startMachine(machine.plan, ports.clock.now());
    await cancellable(carried.outcome('staged, healthy, with no traffic', { machine: run.machine }), hold);
  } catch (error) {
    hold.check();
    run.failed = firstLine(ports.signal.aborted ? ports.signal.reason : error);
    run.cause = error;
  }
  return run;
}

/** A candidate nobody recorded would get the weights meant for ours. */
async function discardStray(site: Site, hold: Hold): Promise<void> {
  const { candidate, weight } = await site.target.inspect(hold.signal);
  if (!candidate && weight === 0) return;
  site.ports.log.warning(
    `${site.target.location} has a candidate that no rollout accounts for: it is discarded`,
  );
  const record = (intent: string) =>
    site.ledger
      .append(site.environment, () => ({
        event: { type: 'note', message: `stray candidate: ${intent}` },
        state: {},
      }))
      .then(() => undefined);
  await discardCandidate(site, record, hold.signal);
}

/** Goes on with an interrupted canary of the same digest; ends any other first. */
export async function resume(site: Site, wanted: Release, hold: Hold): Promise<Run | undefined> {
  const { ledger, environment, target, router, ports } = site;
  const { rollout } = await ledger.read(environment);
  if (!rollout) return undefined;
  const machine = rollout.machine as Machine | undefined;
  const observed = await target.inspect(hold.signal);
  const standing = observed.candidate?.digest === wanted.digest;
  const same = rollout.strategy === 'canary' && rollout.release.digest === wanted.digest;
  const serves = observed.live?.digest === wanted.digest && observed.weight === 0;
  const goingBack = rollout.intent.startsWith(GO_BACK);
  if (!same || !machine || goingBack || (!standing && !serves && machine.phase !== 'aborting')) {
    await recover(site, hold);
    return undefined;
  }
  const carried: Carried = carry(site, rollout.id);
  ports.state.set(ROLLOUT_STATE, rollout.id);
  const run: Run = { site, release: wanted, carried, machine, verdicts: [], seen: [] };
  const now = ports.clock.now();
  if (serves) {
    // Promoted, and not yet told so; what the target serves is the truth, whatever was intended next.
    ports.log.warning(`The interrupted canary of ${nameOf(wanted)} serves all traffic already`);
    run.machine = { ...machine, phase: 'promoting' };
    return run;
  }
  ports.log.warning(
    `Going on with the interrupted canary of ${nameOf(wanted)} at ${formatPercent(machine.weight)}`,
  );
  const weight = await router?.weight(hold.signal);
  if (machine.phase === 'baking' && weight !== machine.weight) {
    run.machine = next(machine, {
      kind: 'stop',
      now,
      reason: `the router holds ${weight}%, not ${machine.weight}%`,
    }).machine;
  }
  return run;
}
