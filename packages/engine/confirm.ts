import type { Release } from '@fairway/ledger';
import { describeError, RemoteError, UserError } from '@fairway/runtime';
import { runChecks } from './checks.ts';
import { type Carried, nameOf } from './record.ts';
import type { Site } from './site.ts';

/** What was read back after the traffic went over. */
export interface Confirmation {
  /** Sentences for the summary. */
  readonly seen: readonly string[];
  /** Why the release must not stay; undefined when all is well. */
  readonly problem?: string;
}

/** Reads back that the target serves the digest, healthy, and runs the environment's checks. */
export async function confirm(site: Site, wanted: Release, signal: AbortSignal): Promise<Confirmation> {
  const { target, ports, settings } = site;
  const { ok, message } = await target.verify(wanted, signal);
  ports.log.info(`${ok ? 'Verified' : 'Not verified'}: ${target.location} ${message}`);
  if (!ok) return { seen: [message], problem: `${target.location} does not serve it: ${message}` };
  const checks = await runChecks(settings.checks, ports, signal);
  const lines = checks.map((check) => `${check.url}: ${check.message}`);
  for (const line of lines) ports.log.info(`Check ${line}`);
  const failed = checks.find((check) => !check.ok);
  return {
    seen: [message, ...lines],
    ...(failed ? { problem: `the check of ${failed.url} failed: ${failed.message}` } : {}),
  };
}

/**
 * Takes the release that was live before back, after `why`, and records the stop. When that fails too, the
 * rollout stays in flight in the ledger, so that the next job tries again. Returns what serves now, in words.
 */
export async function goBack(
  site: Site,
  carried: Carried,
  why: string,
  signal: AbortSignal,
): Promise<string> {
  const { ledger, environment, target, router, ports } = site;
  const { live, rollout } = await ledger.read(environment);
  // The same release may be deployed again, with other settings or because it was down.
  if (!live || live.digest === rollout?.release.digest) {
    await carried.stop(`${why}; there is no other release to go back to`);
    return 'there is no other release to go back to: it goes on serving';
  }
  ports.log.warning(`Going back to ${nameOf(live)}: ${why}`);
  await carried.intent(`${GO_BACK} ${live.version}`, {
    weight: 0,
    message: `Go back to ${nameOf(live)}: ${why}`,
  });
  try {
    // A router that stands apart may still send requests straight to what is about to end.
    await router?.finalize(signal);
    const plan = target.plan(await target.inspect(signal), live);
    if (plan.steps.length) await target.apply(plan, signal);
    await router?.finalize(signal);
    const { ok, message } = await target.verify(live, signal);
    if (!ok) throw new UserError(`${target.location} does not serve ${nameOf(live)}: ${message}`);
  } catch (error) {
    throw new RemoteError(`${why}\nand going back to ${nameOf(live)} failed: ${describeError(error).text}`, {
      where: target.location,
      mend: 'look at the target; the next deployment or rollback tries to go back again first',
      cause: error,
    });
  }
  await carried.stop(why);
  return `${nameOf(live)} is live again, verified`;
}

/** First words of the intent, by which a later job knows which way a dead one was going. */
export const GO_BACK = 'go back to';
