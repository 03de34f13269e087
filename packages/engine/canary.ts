import type { Release } from '@fairway/ledger';
import { type CanaryConfig, type Decision, next, type Observation, type Verdict } from '@fairway/rollout';
import { UserError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import { abortCanary, cancellable, promoteCanary, type Run, shift } from './canary-effects.ts';
import { resume, stage } from './canary-start.ts';
import { goBack } from './confirm.ts';
import type { Hold } from './lease.ts';
import { measure } from './measure.ts';
import { firstLine, nameOf } from './record.ts';
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
    return stop(signal.aborted ? firstLine(signal.reason) : firstLine(error));
  }
  function stop(reason: string): Observation {
    return { kind: 'stop', now: clock.now(), reason };
  }
}

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
  // Tallies must survive this process; that it waits once more without one is not worth an event. What makes
  // it abort is recorded with the abort, which a slow ledger does not hold up.
  const after = next(machine, seen).machine;
  const told =
    JSON.stringify(after.tallies) !== JSON.stringify(machine.tallies) || after.phase !== machine.phase;
  if (told && after.phase !== 'aborting') {
    const lines = verdicts.map(({ explanation }) => explanation);
    const more = { machine: after, data: { verdicts } };
    await cancellable(
      run.carried.outcome(`measured at ${formatPercent(weight)}: ${lines.join('; ')}`, more),
      hold,
    );
  }
  return seen;
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
