/** Effects of plans in which the target replaces the live release by its own means, and goes back by them too. */
import type { Observation } from '@fairway/rollout';
import { confirm, goBack } from './confirm.ts';
import type { Hold } from './lease.ts';
import { nameOf } from './record.ts';
import { discardCandidate } from './recover.ts';
import { conclude, intend, type Run } from './run.ts';
import { lastSeconds, patience } from './site.ts';

/** Applies, reads back, and makes the environment's checks. */
export async function apply(run: Run, hold: Hold): Promise<Observation> {
  const { site, release } = run;
  const { target, router, ports } = site;
  ports.log.info(`Taking ${nameOf(release)} live by ${run.strategy}`);
  const plan = target.plan(await target.inspect(hold.signal), release);
  hold.check();
  if (plan.steps.length) await target.apply(plan, hold.signal);
  await router?.finalize(hold.signal);
  const { seen: lines, problem } = await confirm(site, release, hold.signal);
  run.seen = lines;
  const now = ports.clock.now();
  const seen: Observation = problem ? { kind: 'stop', now, reason: problem } : { kind: 'applied', now };
  await conclude(run, `${target.location} serves it alone`, seen, hold);
  return seen;
}

/** What was applied has passed everything: it is read back once more. */
export async function settleApplied(run: Run, hold: Hold): Promise<Observation> {
  const { site, release } = run;
  await intend(run, 'settle', hold);
  const { seen, problem } = await confirm(site, release, hold.signal);
  const { live } = await site.target.inspect(hold.signal);
  run.revision = live?.id;
  run.seen = seen;
  if (problem) run.problem = problem;
  return { kind: 'promoted', now: site.ports.clock.now() };
}

/** Takes the release that was live before live again, and reads that back. Throws when it cannot. */
export async function abortApplied(run: Run, reason: string): Promise<Observation> {
  const { site, carried, release } = run;
  const { target, ports } = site;
  const signal = ports.signal.aborted ? lastSeconds() : patience();
  ports.log.warning(`Aborting: ${reason}`);
  const { live } = await target.inspect(signal);
  if (live?.digest === release.digest) {
    run.back = await goBack(site, carried, reason, signal);
  } else {
    const { machine } = run;
    await discardCandidate(site, (intent, more) => carried.intent(intent, { ...more, machine }), signal);
    run.back = live ? `${nameOf(live)} goes on serving` : 'nothing serves';
  }
  return { kind: 'discarded', now: ports.clock.now() };
}
