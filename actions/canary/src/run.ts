import type { InputsOf } from '@fairway/action';
import {
  canaryRelease,
  command,
  endLeft,
  holderOf,
  idle,
  leaveToNext,
  openEnvironment,
  pausedError,
  type Site,
  tick,
  unlessHeld,
  type Wanted,
  withLease,
} from '@fairway/engine';
import { GateError, type Outcome, type Ports } from '@fairway/runtime';
import type { definition } from './definition.ts';
import { dryRun } from './dry-run.ts';
import { outputsOf, type Result } from './outputs.ts';
import { report } from './report.ts';
import { status, wouldDo } from './status.ts';
import { wantedOf } from './wanted.ts';

type Definition = typeof definition;
type Inputs = InputsOf<Definition>;

export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<Definition>> {
  const site = await openEnvironment(inputs, ports);
  const before = await site.ledger.read(site.environment);
  const finish = async (result: Result, wanted?: Wanted) => {
    const release = wanted?.release ?? before.rollout?.release;
    await report(site, result, { command: inputs.command, release, before: before.live });
    return await outputsOf(site, before, result);
  };
  const starts = inputs.command === 'run' || (inputs.command === 'tick' && inputs.image);
  if (inputs.dryRun && !starts) return await finish(await wouldDo(site, inputs.command));
  switch (inputs.command) {
    case 'status':
      return await finish(await status(site));
    case 'promote':
    case 'abort': {
      const { command: kind, full, reason: why = '' } = inputs;
      if (kind === 'promote') leaveToNext(ports);
      return await finish(await command(site, { kind, full, why }));
    }
    case 'tick':
      if (!inputs.image) return await finish(await tickOnly(site));
      break;
  }
  const wanted = await wantedOf(inputs, site, ports);
  if (inputs.dryRun) return await dryRun(site, before, wanted, inputs);
  return await finish(await released(site, wanted, inputs), wanted);
}

/** Ends what a killed main step left in flight, or leaves it to the next tick. */
export async function post(inputs: Inputs, ports: Ports): Promise<void> {
  await endLeft(ports, () => openEnvironment(inputs, ports));
}

async function released(site: Site, wanted: Wanted, inputs: Inputs): Promise<Result> {
  const purpose = `canary ${wanted.release.version}`;
  if (inputs.command === 'tick') {
    leaveToNext(site.ports);
    const { rollout, live } = await site.ledger.read(site.environment);
    if (!rollout && live?.digest === wanted.release.digest) {
      const now = await idle(site);
      // By the target's word, too: what the ledger says may be down, or replaced by hand.
      if (now.revision === live.revision) return { ...now, ...UNCHANGED };
    }
    if (!inputs.allowStopped) await refuseStopped(site, wanted);
    const done = await unlessHeld(site, purpose, (hold) => canaryRelease(site, wanted, inputs, hold, 'due'));
    return done ?? (await carried(site));
  }
  const done = await withLease(site, purpose, (hold) => canaryRelease(site, wanted, inputs, hold, 'end'));
  return done.outcome === 'paused' ? { ...done, failure: pausedError(site, done) } : done;
}

/** Of a schedule that always names the same image most ticks have nothing to do, and write nothing. */
const UNCHANGED = { outcome: 'unchanged', weight: 100 } as const;

/** A schedule that always names the same image must not start over what was stopped. */
async function refuseStopped(site: Site, { release }: Wanted): Promise<void> {
  const { rollout, lastStopped } = await site.ledger.read(site.environment);
  if (rollout || lastStopped?.release.digest !== release.digest) return;
  throw new GateError(`${release.version} was stopped at ${lastStopped.at}: ${lastStopped.why}`, {
    where: `${site.environment} in ${site.ledger.location}`,
    mend: 'release a mended commit; to try this one again use `command: run`, or set allow-stopped: true',
  });
}

async function tickOnly(site: Site): Promise<Result> {
  const { rollout } = await site.ledger.read(site.environment);
  if (!rollout) {
    site.ports.log.info(`No rollout is in flight in ${site.environment}: nothing to do`);
    return await idle(site);
  }
  leaveToNext(site.ports);
  return (await unlessHeld(site, 'tick', (hold) => tick(site, hold))) ?? (await carried(site));
}

/** Another job does the work. */
async function carried(site: Site): Promise<Result> {
  const { ledger, environment, ports } = site;
  const state = await ledger.read(environment);
  const holder = holderOf(state, ports.clock.now()) ?? 'another job';
  ports.log.notice(`${holder} carries ${environment}: this tick leaves it to that job`);
  const { rollout } = state;
  // A router that stands apart gives it more than the target knows of.
  return { ...(await idle(site)), ...(rollout ? { outcome: 'baking', weight: rollout.weight } : {}) };
}
