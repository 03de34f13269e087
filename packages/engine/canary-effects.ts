import type { Release } from '@fairway/ledger';
import type { Machine, Observation } from '@fairway/rollout';
import { describeError, UserError } from '@fairway/runtime';
import { formatDuration, formatPercent } from '@fairway/schema';
import type { StepVerdicts } from './canary.ts';
import { confirm } from './confirm.ts';
import type { Hold } from './lease.ts';
import { type Carried, nameOf } from './record.ts';
import { takeOut } from './recover.ts';
import { lastSeconds, patience, type Site } from './site.ts';

/** One canary under way. */
export interface Run {
  readonly site: Site;
  readonly release: Release;
  readonly carried: Carried;
  machine: Machine;
  readonly verdicts: StepVerdicts[];
  seen: readonly string[];
  revision?: string | undefined;
  /** Why it must stop before it began. */
  failed?: string;
  /** After the promotion: why it must be taken back. */
  problem?: string;
  cause?: unknown;
}

export async function shift(run: Run, weight: number, hold: Hold): Promise<Observation> {
  const { site, carried, machine } = run;
  const { ports, router } = site;
  if (!router) throw new UserError(`${site.target.location} has no router: its traffic cannot be split`);
  const bake = machine.plan.steps[machine.step]?.bake ?? 0;
  ports.log.info(
    `Giving ${nameOf(run.release)} ${formatPercent(weight)} of the traffic, for ${formatDuration(bake)}`,
  );
  await cancellable(carried.intent(`weight ${weight}`, { weight, machine }), hold);
  hold.check();
  await router.setWeight(weight, hold.signal);
  const held = await router.weight(hold.signal);
  const now = ports.clock.now();
  const seen: Observation = { kind: 'shifted', now, weight: held };
  await cancellable(carried.outcome(`the router gives it ${formatPercent(held)}`, { machine }), hold);
  return seen;
}

export async function promoteCanary(run: Run, hold: Hold): Promise<Observation> {
  const { site, carried, machine, release } = run;
  const { target, router, ports } = site;
  ports.log.info(`Promoting ${nameOf(release)}`);
  await cancellable(carried.intent('promote', { machine }), hold);
  hold.check();
  const revision = await target.promote?.(release.digest, hold.signal);
  await router?.finalize(hold.signal);
  await cancellable(carried.outcome('promoted; reading back what serves', { machine, weight: 100 }), hold);
  const { seen, problem } = await confirm(site, release, hold.signal);
  run.revision = revision?.id;
  run.seen = seen;
  if (problem) run.problem = problem;
  return { kind: 'promoted', now: ports.clock.now() };
}

const TRIES = 3;
/** Between the tries, in ms: what is still under way at the target needs a moment to end. */
const PAUSE = 500;
/** How long an abort lets the ledger keep it from taking the traffic away, in ms. */
const RECORD_WITHIN = 2_000;

/** Takes the traffic away, ends the candidate and reads back that both are so. Throws when it cannot. */
export async function abortCanary(run: Run, reason: string): Promise<Observation> {
  const { site, carried, machine } = run;
  const { target, ports } = site;
  ports.log.warning(`Aborting: ${reason}`);
  const signal = ports.signal.aborted ? lastSeconds() : patience();
  // The record comes first, but users come before the record: a slow ledger does not keep a bad release up.
  const recorded = carried.intent('weight 0 and discard', {
    weight: 0,
    machine,
    message: `Abort: ${reason}`,
  });
  const written = recorded.catch((error) => ports.log.warning(`Not recorded: ${describeError(error).text}`));
  await Promise.race([written, elapsed(AbortSignal.timeout(RECORD_WITHIN))]);
  for (let tries = 1; ; tries++) {
    try {
      await takeOut(site, signal);
      const { live, candidate, weight } = await target.inspect(signal);
      if (candidate || weight > 0) throw new UserError(`the candidate still has ${weight}% of the traffic`);
      await Promise.race([written, elapsed(signal)]);
      // Only what is read back here decides: an effect that seemed to fail may have been made.
      if (live?.digest === run.release.digest) return await promotedAfterAll(run, reason, signal);
      return { kind: 'discarded', now: ports.clock.now() };
    } catch (error) {
      if (tries >= TRIES || signal.aborted) throw stuck(run, reason, error);
      ports.log.warning(`Aborting did not work, trying again: ${describeError(error).text}`);
      await ports.clock.sleep(PAUSE);
    }
  }
}

/**
 * The stop came after the traffic had gone over. A fault is taken back by `goBack`; a cancellation came too
 * late, for the release has passed all its steps: it stays when it is verified.
 */
async function promotedAfterAll(run: Run, reason: string, signal: AbortSignal): Promise<Observation> {
  const { target, ports } = run.site;
  const { ok, message, observed } = await target.verify(run.release, signal);
  run.machine = { ...run.machine, phase: 'promoting' };
  run.revision = observed.live?.id;
  run.seen = [message];
  if (!ok || !ports.signal.aborted) run.problem = reason;
  return { kind: 'promoted', now: ports.clock.now() };
}

function stuck({ site }: Run, reason: string, cause: unknown): UserError {
  return new UserError(`${reason}\nand the candidate could not be taken out: ${describeError(cause).text}`, {
    where: site.target.location,
    mend: 'look at the target; the next run of this action takes the candidate out first',
    cause,
  });
}

const elapsed = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** The ledger's writes outlive a cancellation; a canary must not wait for a slow one while it is cancelled. */
export async function cancellable(written: Promise<void>, { signal }: Pick<Hold, 'signal'>): Promise<void> {
  const done = new AbortController();
  const cancelled = new Promise<never>((_, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true, signal: done.signal });
  });
  try {
    await Promise.race([written, cancelled]);
  } finally {
    done.abort();
  }
}
