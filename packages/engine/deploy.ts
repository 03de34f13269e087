import type { EnvironmentState, Release } from '@fairway/ledger';
import type { Notice } from '@fairway/notify';
import { GateError } from '@fairway/runtime';
import type { Observed, Plan } from '@fairway/targets';
import { confirm, goBack } from './confirm.ts';
import type { Hold } from './lease.ts';
import { noticed, noticeOf } from './notices.ts';
import { begin, type Carried, firstLine, nameOf } from './record.ts';
import { discardCandidate } from './recover.ts';
import { lastSeconds, patience, type Site } from './site.ts';

export interface Finished {
  readonly outcome: 'deployed' | 'unchanged' | 'stopped';
  readonly revision: string | undefined;
  /** What was read back, for the summary. */
  readonly seen: readonly string[];
  /** Why it was stopped. */
  readonly failure?: Error;
}

export interface DeployOptions {
  readonly reason: 'deploy' | 'rollback';
  /** For the record: why a person rolled back. */
  readonly why?: string;
}

/**
 * Takes a release live at once (blue-green where the target can), under the lease and after `recover`:
 * records, applies, reads back, checks, and goes back by itself when it does not hold.
 */
export async function deployRelease(
  site: Site,
  state: EnvironmentState,
  wanted: Release,
  { reason, why }: DeployOptions,
  hold: Hold,
): Promise<Finished> {
  const { target, ports } = site;
  const observed = await target.inspect(hold.signal);
  const plan = target.plan(observed, wanted);
  if (plan.steps.length === 0 && state.live?.digest === wanted.digest) {
    const { seen, problem } = await confirm(site, wanted, hold.signal);
    if (!problem) return { outcome: 'unchanged', revision: observed.live?.id, seen };
    // It was good when it was deployed: there is nothing to go back from, and nothing was changed.
    const failure = new GateError(`${nameOf(wanted)} is live already, and ${problem}`, {
      where: target.location,
      mend: 'look at what it depends on, or roll back',
    });
    return { outcome: 'unchanged', revision: observed.live?.id, seen, failure };
  }
  if (site.settings.strategy?.type === 'recreate') {
    ports.log.info(
      `${target.location} can replace a release without a gap, and does: recreate is not needed`,
    );
  }
  const carried = await begin(
    site,
    { release: wanted, strategy: 'blue-green', reason, intent: 'apply' },
    hold,
  );
  const notices: Promise<void>[] = [];
  const tell = (told: Pick<Notice, 'moment' | 'weight' | 'reason'>) =>
    void notices.push(
      site.notify(noticeOf(site, { release: wanted, before: state.live, strategy: 'blue-green' }, told)),
    );
  tell({ moment: 'start', weight: 0, ...(why ? { reason: why } : {}) });
  try {
    const finished = await applied(site, { carried, wanted, plan, observed, why }, hold);
    if (finished.outcome === 'deployed') tell({ moment: 'promote', weight: 100 });
    else tell({ moment: 'abort', weight: 0, reason: firstLine(finished.failure) });
    return finished;
  } finally {
    await noticed({ notices, site });
  }
}

interface Work {
  readonly carried: Carried;
  readonly wanted: Release;
  readonly plan: Plan;
  readonly observed: Observed;
  readonly why: string | undefined;
}

async function applied(site: Site, work: Work, hold: Hold): Promise<Finished> {
  const { carried, wanted, plan, observed, why } = work;
  const { target, ports } = site;
  try {
    hold.check();
    // A rollout that died may have left a router apart that sends requests straight to what is about to end.
    if (plan.steps.length) await site.router?.finalize(hold.signal);
    const revision = plan.steps.length ? await target.apply(plan, hold.signal) : observed.live;
    if (plan.steps.length) await site.router?.finalize(hold.signal);
    await carried.outcome(`${target.location} was told to serve ${nameOf(wanted)}`);
    const { seen, problem } = await confirm(site, wanted, hold.signal);
    if (problem) return await takeBack(site, carried, problem, seen);
    await carried.succeed(revision?.id ?? '', why);
    return { outcome: 'deployed', revision: revision?.id, seen };
  } catch (error) {
    hold.check();
    if (error instanceof GoingBackFailed) throw error.cause;
    // Told here already: what follows may fail too, and would be all that is heard of.
    ports.log.warning(`The deployment of ${nameOf(wanted)} failed: ${firstLine(error)}`);
    return await settle(site, carried, wanted, error);
  }
}

/** Carries an error past the handler that would try to go back once more. */
class GoingBackFailed extends Error {}

async function takeBack(
  site: Site,
  carried: Carried,
  problem: string,
  seen: readonly string[],
): Promise<Finished> {
  try {
    const now = await goBack(site, carried, problem, patience());
    const failure = new GateError(`the release was stopped: ${problem}\n${now}`, {
      where: site.target.location,
      mend: 'mend the release and deploy a new one',
    });
    return { outcome: 'stopped', revision: undefined, seen: [...seen, now], failure };
  } catch (error) {
    throw new GoingBackFailed('going back failed', { cause: error });
  }
}

/** After an effect threw: its word is not proof, so the target is read before the record is closed. */
async function settle(site: Site, carried: Carried, wanted: Release, error: unknown): Promise<Finished> {
  const { target, ports } = site;
  const cancelled = ports.signal.aborted;
  const cause = cancelled ? ports.signal.reason : error;
  const why = firstLine(cause);
  const signal = cancelled ? lastSeconds() : patience();
  const observed = await target.inspect(signal);
  const failure = cause instanceof Error ? cause : new Error(String(cause));
  if (observed.live?.digest === wanted.digest) {
    const now = await goBack(site, carried, why, signal);
    return { outcome: 'stopped', revision: undefined, seen: [now], failure };
  }
  await discardCandidate(site, carried.intent, signal);
  await carried.stop(why);
  const now = observed.live ? `${nameOf(observed.live)} goes on serving` : 'nothing serves';
  return { outcome: 'stopped', revision: observed.live?.id, seen: [now], failure };
}
