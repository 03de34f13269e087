import type { EnvironmentState, Release, Rollout, StrategyName } from '@fairway/ledger';
import { next, type RolloutPlan } from '@fairway/rollout';
import { GateError, UserError } from '@fairway/runtime';
import { advance } from './advance.ts';
import { start } from './begin.ts';
import { GO_BACK } from './confirm.ts';
import { deployRelease } from './deploy.ts';
import type { Progress } from './finish.ts';
import { type GuardOptions, guard } from './guarded.ts';
import { guardAncestor } from './guards.ts';
import type { Hold } from './lease.ts';
import { requirePins } from './pins.ts';
import { byTicks } from './plan.ts';
import { nameOf } from './record.ts';
import { recover } from './recover.ts';
import { machineOf, resume } from './resume.ts';
import { lastSeconds, type Site } from './site.ts';

export interface Released extends Omit<Progress, 'outcome'> {
  readonly outcome: Progress['outcome'] | 'unchanged';
}

export interface Wanted {
  readonly release: Release;
  readonly strategy: StrategyName;
  readonly plan: RolloutPlan;
}

/**
 * A release in steps, under the lease: goes on with one of the same digest that is in flight, ends any other
 * first. Where nothing is live there is nothing to share traffic with: the first release goes live at once.
 */
export async function canaryRelease(
  site: Site,
  wanted: Wanted,
  options: GuardOptions,
  hold: Hold,
  until: 'end' | 'due' = 'end',
): Promise<Released> {
  const { release, strategy, plan } = wanted;
  if (plan.by === 'stage') requireSplit(site);
  const { rollout, ...before } = await site.ledger.read(site.environment);
  const ours = rollout?.release.digest === release.digest ? await resume(site, hold) : undefined;
  if (ours) return await advance(ours, hold, until);
  if (machineOf(rollout) && rollout) await supersede(site, before, rollout, release, options, hold);
  const state = await recover(site, hold);
  if (until === 'due' && !options.allowStopped) refuseStopped(site, state, release, rollout);
  await guard(site, state, release, options);
  const { live } = await site.target.inspect(hold.signal);
  if (!live) {
    site.ports.log.info(
      `Nothing is live in ${site.environment}: ${nameOf(release)} is its first release and takes all traffic`,
    );
  }
  // It cannot be its own candidate: it is brought up where it is down, read back, and recorded.
  if (!live || live.digest === release.digest) return await atOnce(site, state, release, hold);
  // What stops for a person goes on by ticks, too.
  const ticks = until === 'due' || plan.steps.some(({ approval }) => approval);
  const run = await start(site, release, strategy, ticks ? byTicks(site, plan) : plan, hold);
  return await advance(run, hold, until);
}

/** A schedule that always names the same image ends what was going back, and does not start it over. */
function refuseStopped(
  { environment }: Site,
  { lastStopped }: EnvironmentState,
  { digest }: Release,
  rollout: Rollout | undefined,
): void {
  if (!rollout?.intent.startsWith(GO_BACK) || lastStopped?.release.digest !== digest) return;
  throw new GateError(`${nameOf(lastStopped.release)} was stopped: ${lastStopped.why}`, {
    where: environment,
    mend: 'release a mended commit; to try this one again use `command: run`, or set allow-stopped: true',
  });
}

/** All that is refused before anything is changed, for dry runs. Throws UserError. */
export function requirePossible(site: Site, plan: RolloutPlan): void {
  if (plan.by === 'stage') requireSplit(site);
  for (const metric of plan.metrics) site.provider(metric);
}

function requireSplit(site: Site): void {
  const { target, router } = site;
  if (!target.capabilities.stage || !router) {
    throw new UserError(`${target.location} cannot split traffic, which a canary needs`, {
      mend: 'use the strategy blue-green for this environment',
    });
  }
  requirePins(site);
}

/** Ends the one in flight. What is refused anyway, and what is older than that one, does not end it. */
async function supersede(
  site: Site,
  state: EnvironmentState,
  { release: other }: Rollout,
  wanted: Release,
  options: GuardOptions,
  hold: Hold,
): Promise<void> {
  await guard(site, state, wanted, options);
  if (!options.allowOlder) await guardAncestor(site, other, wanted, options.token, 'in flight');
  const run = await resume(site, hold);
  if (!run) return;
  run.machine = next(run.machine, run.first).machine;
  const { now } = run.first;
  // One that has passed everything and serves all traffic is live, and the new one comes after it.
  const serves = run.machine.phase === 'promoting' && run.first.kind === 'resumed' && run.first.serves;
  const reason = `superseded by ${nameOf(wanted)}`;
  run.first = serves ? { kind: 'time', now } : { kind: 'stop', now, reason };
  await advance(run, hold, 'end');
}

const OUTCOMES = { deployed: 'promoted', unchanged: 'unchanged', stopped: 'aborted' } as const;

async function atOnce(site: Site, state: EnvironmentState, wanted: Release, hold: Hold): Promise<Released> {
  const done = await deployRelease(site, state, wanted, { reason: 'deploy' }, hold);
  const { revision, seen, failure } = done;
  // A first release that fails its checks goes on serving: there is nothing to go back to.
  const now = await site.target.inspect(lastSeconds()).catch(() => undefined);
  const weight = now?.live?.digest === wanted.digest ? 100 : 0;
  const outcome = OUTCOMES[done.outcome];
  return { outcome, revision, seen, verdicts: [], weight, ...(failure ? { failure } : {}) };
}
