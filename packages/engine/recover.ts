import type { EnvironmentState, Rollout } from '@fairway/ledger';
import { UserError } from '@fairway/runtime';
import { confirm, GO_BACK, goBack } from './confirm.ts';
import type { Hold } from './lease.ts';
import { noticeOf } from './notices.ts';
import { carry, nameOf } from './record.ts';
import { patience, routerName, type Site } from './site.ts';

/**
 * Ends what a dead job left in flight, by what the target really runs: served alone and good, it succeeded;
 * anything else is taken back and recorded as stopped. `why`: what it is ended for, when not because it was
 * interrupted. Call it under the lease. Returns the state after it.
 */
export async function recover(site: Site, hold: Hold, why?: string): Promise<EnvironmentState> {
  const { ledger, environment, target, ports } = site;
  const { rollout, live: before } = await ledger.read(environment);
  if (rollout) {
    const { release, intent, startedAt } = rollout;
    requireSameRouter(site, rollout);
    const carried = carry(site, rollout.id, hold);
    ports.log.warning(
      `A rollout of ${nameOf(release)} was interrupted (started ${startedAt}, last intent: ${intent}): it is ended first`,
    );
    const observed = await target.inspect(hold.signal);
    const serves = observed.live?.digest === release.digest && observed.weight === 0;
    if (!serves) {
      await discardCandidate(site, carried.intent);
      const reason = why ?? `interrupted before it was live (last intent: ${intent})`;
      await carried.stop(reason);
      await site.notify(noticeOf(site, { ...rollout, before }, { moment: 'abort', weight: 0, reason }));
    } else if (intent.startsWith(GO_BACK)) {
      await goBack(site, carried, 'interrupted while going back', patience());
    } else {
      const { problem } = await confirm(site, release, hold.signal);
      if (problem) await goBack(site, carried, problem, patience());
      else await carried.succeed(observed.live?.id ?? '');
    }
  }
  return await ledger.read(environment);
}

/**
 * Another router knows nothing of the share that the first one gives: that would last beyond the rollout. Throws
 * UserError when fairway.yml names another one than when it started.
 */
export function requireSameRouter(site: Site, { router, release }: Rollout): void {
  const now = routerName(site);
  if (router === undefined || router === now) return;
  throw new UserError(
    `the traffic of ${nameOf(release)} is split by ${router}, and fairway.yml names ${now ?? 'no router'} now`,
    {
      where: `strategy of ${site.environment} in fairway.yml`,
      mend: 'put that router back until this rollout has ended; if it is gone for good, use `command: abort`',
    },
  );
}

/** Weight 0 first, then the end of the candidate; both are harmless when there is none. */
export async function discardCandidate(
  { router, target }: Site,
  record: (intent: string, more: { weight: number }) => Promise<void>,
  signal: AbortSignal = patience(),
): Promise<void> {
  await record('weight 0 and discard', { weight: 0 });
  await takeOut({ router, target }, signal);
}

/** Harmless where nothing is staged, also after a promotion: only a candidate loses its traffic. */
export async function takeOut(
  { router, target }: Pick<Site, 'router' | 'target'>,
  signal: AbortSignal,
): Promise<void> {
  await router?.setWeight(0, signal);
  // Before the candidate ends: pinned requests would go on reaching it.
  await router?.setPins?.([], signal);
  await target.discard?.(signal);
  await router?.finalize(signal);
}
