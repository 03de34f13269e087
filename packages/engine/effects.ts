import type { Observation } from '@fairway/rollout';
import { describeError, GateError, RemoteError, UserError } from '@fairway/runtime';
import { formatDuration, formatPercent } from '@fairway/schema';
import { confirm } from './confirm.ts';
import type { Hold } from './lease.ts';
import { setPins } from './pins.ts';
import { nameOf } from './record.ts';
import { takeOut } from './recover.ts';
import { conclude, intend, type Run } from './run.ts';
import { isApart, lastSeconds, patience, type Site } from './site.ts';

/** Starts the candidate beside the live release, healthy, with no traffic. */
export async function stage(run: Run, hold: Hold): Promise<Observation> {
  const { site, release } = run;
  const { target, ports } = site;
  hold.check();
  const revision = await target.stage?.(release, hold.signal);
  if (!revision) throw new UserError(`${target.location} cannot stage a candidate`);
  ports.log.info(`${nameOf(release)} is staged beside the live release, with no traffic`);
  const seen: Observation = { kind: 'staged', now: ports.clock.now() };
  await conclude(run, 'staged, healthy, with no traffic', seen, hold);
  return seen;
}

export async function shift(run: Run, weight: number, hold: Hold): Promise<Observation> {
  const { site, machine } = run;
  const { ports, router } = site;
  if (!router) throw new UserError(`${site.target.location} has no router: its traffic cannot be split`);
  const bake = machine.plan.steps[machine.step]?.bake ?? 0;
  ports.log.info(
    `Giving ${nameOf(run.release)} ${formatPercent(weight)} of the traffic, for ${formatDuration(bake)}`,
  );
  await intend(run, `weight ${weight}`, hold, weight);
  hold.check();
  await router.setWeight(weight, hold.signal);
  await setPins(site, hold.signal);
  const held = await router.weight(hold.signal);
  const seen: Observation = { kind: 'shifted', now: ports.clock.now(), weight: held };
  await conclude(run, `the router gives it ${formatPercent(held)}`, seen, hold);
  return seen;
}

export async function promote(run: Run, hold: Hold): Promise<Observation> {
  const { site, machine, release } = run;
  const { target, router, ports } = site;
  ports.log.info(`Promoting ${nameOf(release)}`);
  await intend(run, 'promote', hold);
  hold.check();
  await allTraffic(site, hold.signal);
  const revision = await target.promote?.(release.digest, hold.signal);
  await router?.finalize(hold.signal);
  // Not yet promoted: that is said when it was read back.
  const still: Observation = { kind: 'time', now: ports.clock.now() };
  if (machine.phase === 'promoting') await conclude(run, 'promoted; reading back what serves', still, hold);
  const { seen, problem } = await confirm(site, release, hold.signal);
  run.revision = revision?.id;
  run.seen = seen;
  if (problem) run.problem = problem;
  return { kind: 'promoted', now: ports.clock.now() };
}

/** A router that stands apart knows nothing of a promotion: the old release ends when it gets no more requests. */
async function allTraffic(site: Site, signal: AbortSignal): Promise<void> {
  const { router, target } = site;
  if (!router || !isApart(site) || !(await target.inspect(signal)).candidate) return;
  await router.setWeight(100, signal);
  const held = await router.weight(signal);
  if (held !== 100) throw new UserError(`the router gives the candidate ${held}% instead of 100%`);
}

const TRIES = 3;
/** Between the tries, in ms: what is still under way at the target needs a moment to end. */
const PAUSE = 500;
/** How long an abort lets the ledger keep it from taking the traffic away, in ms. */
const RECORD_WITHIN = 2_000;

/** Takes the traffic away, ends the candidate and reads back that both are so. Throws when it cannot. */
export async function abort(run: Run, reason: string): Promise<Observation> {
  const { site, carried, machine, answers } = run;
  const { target, router, ports } = site;
  ports.log.warning(`Aborting: ${reason}`);
  const signal = ports.signal.aborted ? lastSeconds() : patience();
  // The record comes first, but users come before the record: a slow ledger does not keep a bad release up.
  const recorded = carried.intent('weight 0 and discard', {
    weight: 0,
    machine,
    message: `Abort: ${reason}`,
    ...(answers ? { answers } : {}),
  });
  let over: GateError | undefined;
  const written = recorded.catch((error) => {
    // Another job ended it or carries it: what stands there now is not ours to take out.
    if (error instanceof GateError) over = error;
    ports.log.warning(`Not recorded: ${describeError(error).text}`);
  });
  await Promise.race([written, elapsed(AbortSignal.timeout(RECORD_WITHIN))]);
  if (over) throw over;
  for (let tries = 1; ; tries++) {
    try {
      await takeOut(site, signal);
      const { live, candidate, weight } = await target.inspect(signal);
      const held = router && isApart(site) ? await router.weight(signal) : weight;
      if (candidate || held > 0) throw new UserError(`the candidate still has ${held}% of the traffic`);
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
  // The record has told of an abort, which was not made.
  const told = run.carried
    .outcome(`too late to abort: it serves all traffic already (${message})`)
    .catch((error) => ports.log.warning(`Not recorded: ${describeError(error).text}`));
  await Promise.race([told, elapsed(signal)]);
  return { kind: 'promoted', now: ports.clock.now() };
}

function stuck({ site }: Run, reason: string, cause: unknown): RemoteError {
  return new RemoteError(
    `${reason}\nand the candidate could not be taken out: ${describeError(cause).text}`,
    {
      where: site.target.location,
      mend: 'look at the target; the next run of this action takes the candidate out first',
      cause,
    },
  );
}

const elapsed = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
