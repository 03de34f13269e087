import type { EnvironmentState, Release } from '@fairway/ledger';
import {
  type CanaryConfig,
  type Decision,
  type Machine,
  next,
  type Observation,
  planCanary,
  startMachine,
  type Verdict,
} from '@fairway/rollout';
import { describeError, UserError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import { abortCanary, promoteCanary, type Run, shift } from './canary-effects.ts';
import { goBack } from './confirm.ts';
import type { Hold } from './lease.ts';
import { measure } from './measure.ts';
import { begin, type Carried, carry, nameOf } from './record.ts';
import { discardCandidate, recover } from './recover.ts';
import { patience, type Site } from './site.ts';

export interface CanaryResult {
  readonly outcome: 'promoted' | 'aborted';
  /** Percent of the traffic that the new release has in the end: 0 or 100. */
  readonly weight: number;
  readonly revision: string | undefined;
  readonly verdicts: readonly StepVerdicts[];
  readonly seen: readonly string[];
  /** Why it was aborted. */
  readonly failure?: Error;
}

export interface StepVerdicts {
  /** Percent of the traffic. */
  readonly weight: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly verdicts: readonly Verdict[];
}

/** Runs to the end: promoted, or aborted with all traffic on the live release. Under the lease. */
export async function runCanary(
  site: Site,
  wanted: Release,
  config: CanaryConfig,
  hold: Hold,
): Promise<CanaryResult> {
  const run = (await resume(site, wanted, hold)) ?? (await stage(site, wanted, config, hold));
  let seen: Observation = { kind: 'time', now: site.ports.clock.now() };
  if (run.failed) seen = { kind: 'stop', now: seen.now, reason: run.failed };
  for (;;) {
    hold.check();
    const { machine, decision } = next(run.machine, seen);
    run.machine = machine;
    if (decision.kind === 'done') return await finish(run, decision);
    seen = await perform(run, decision, hold);
  }
}

/** Performs a decision and says what came of it. Faults of effects become a stop, never an advance. */
async function perform(
  run: Run,
  decision: Exclude<Decision, { kind: 'done' }>,
  hold: Hold,
): Promise<Observation> {
  const { clock, signal } = run.site.ports;
  if (decision.kind === 'abort') return await abortCanary(run, decision.reason);
  try {
    switch (decision.kind) {
      case 'shift':
        return await shift(run, decision.weight, hold);
      case 'wait':
        return await wait(run, decision.until, hold);
      case 'measure':
        return await weighUp(run, decision, hold);
      case 'promote':
        return await promoteCanary(run, hold);
      case 'pause':
        // Nobody can go on with a run that does not wait: the safe side is the live release.
        return stop(`${decision.reason}; a run to the end cannot wait for a person to decide`);
    }
  } catch (error) {
    hold.check();
    return stop(signal.aborted ? words(signal.reason) : words(error));
  }
  function stop(reason: string): Observation {
    return { kind: 'stop', now: clock.now(), reason };
  }
}

const words = (error: unknown) => describeError(error).text.split('\n')[0] ?? 'it failed';

const LOOK = 5_000;

/** Sleeps in short turns and looks after the candidate, so that one that dies does not keep its share. */
async function wait({ site, release }: Run, until: number, hold: Hold): Promise<Observation> {
  const { clock } = site.ports;
  await clock.sleep(Math.max(1, Math.min(LOOK, until - clock.now())), hold.signal);
  const { candidate } = await site.target.inspect(hold.signal);
  const now = clock.now();
  if (candidate?.digest !== release.digest) return { kind: 'stop', now, reason: 'the candidate is gone' };
  if (!candidate.healthy) {
    return {
      kind: 'stop',
      now,
      reason: `the candidate is not healthy: ${candidate.reason ?? 'no reason known'}`,
    };
  }
  return { kind: 'time', now };
}

async function weighUp(
  run: Run,
  question: Extract<Decision, { kind: 'measure' }>,
  hold: Hold,
): Promise<Observation> {
  const { site, machine } = run;
  const verdicts = await measure(site, machine.plan, question, hold.signal);
  const now = site.ports.clock.now();
  const { weight } = machine;
  run.verdicts.push({ weight, at: new Date(now).toISOString(), verdicts });
  for (const { verdict, explanation } of verdicts) {
    site.ports.log.info(`${formatPercent(weight)}: ${verdict.toUpperCase()} ${explanation}`);
  }
  const seen: Observation = { kind: 'measured', now, step: question.step, verdicts };
  // Tallies must survive this process; that it waits once more without one is not worth an event.
  const after = next(machine, seen).machine;
  if (JSON.stringify(after.tallies) !== JSON.stringify(machine.tallies) || after.phase !== machine.phase) {
    const lines = verdicts.map(({ explanation }) => explanation);
    await run.carried.outcome(`measured at ${formatPercent(weight)}: ${lines.join('; ')}`, {
      machine: after,
      data: { verdicts },
    });
  }
  return seen;
}

async function stage(site: Site, release: Release, config: CanaryConfig, hold: Hold): Promise<Run> {
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
    await carried.outcome('staged, healthy, with no traffic', { machine: run.machine });
  } catch (error) {
    hold.check();
    run.failed = words(ports.signal.aborted ? ports.signal.reason : error);
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
async function resume(site: Site, wanted: Release, hold: Hold): Promise<Run | undefined> {
  const { ledger, environment, target, router, ports } = site;
  const { rollout } = await ledger.read(environment);
  if (!rollout) return undefined;
  const machine = rollout.machine as Machine | undefined;
  const observed = await target.inspect(hold.signal);
  const standing = observed.candidate?.digest === wanted.digest;
  const same = rollout.strategy === 'canary' && rollout.release.digest === wanted.digest;
  const serves = observed.live?.digest === wanted.digest && observed.weight === 0;
  if (!same || !machine || (!standing && !serves && machine.phase !== 'aborting')) {
    await recover(site, hold);
    return undefined;
  }
  const carried: Carried = carry(site, rollout.id);
  ports.state.set('rollout', rollout.id);
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

async function finish(
  run: Run,
  { outcome, reason }: Extract<Decision, { kind: 'done' }>,
): Promise<CanaryResult> {
  const { site, release, verdicts, seen, carried } = run;
  if (outcome === 'promoted') {
    if (!run.problem) {
      await carried.succeed(run.revision ?? '');
      return { outcome, weight: 100, revision: run.revision, verdicts, seen };
    }
    const now = await goBack(site, carried, run.problem, patience());
    return { ...stopped(`${run.problem}\n${now}`), seen: [...seen, now] };
  }
  await carried.stop(reason ?? 'aborted', { verdicts: verdicts.at(-1)?.verdicts ?? [] });
  return stopped(`${reason ?? 'aborted'}\nall traffic is on the live release`);

  function stopped(why: string): CanaryResult {
    const { cause } = run;
    const failure = new UserError(`the canary of ${nameOf(release)} was aborted: ${why}`, {
      where: site.target.location,
      mend: 'mend the release and deploy a new one',
      cause,
    });
    // An error of our own kind says more than its first line.
    const own = cause instanceof Error && run.verdicts.length === 0 ? cause : failure;
    return { outcome: 'aborted', weight: 0, revision: undefined, verdicts, seen, failure: own };
  }
}

/** For the post step: aborts what this job's killed main step left in flight. */
export async function abortLeft(site: Site, id: string): Promise<EnvironmentState | undefined> {
  const state = await site.ledger.read(site.environment);
  if (state.rollout?.id !== id) return undefined;
  const { release } = state.rollout;
  const signal = patience();
  const { live } = await site.target.inspect(signal);
  const carried = carry(site, id);
  // All the traffic is on it already: the next job verifies it and decides.
  if (live?.digest === release.digest) return undefined;
  await discardCandidate(site, carried.intent, signal);
  await carried.stop('the job was cancelled before it was live');
  return await site.ledger.read(site.environment);
}
