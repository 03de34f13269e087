import type { Release } from '@fairway/ledger';
import type { CanaryConfig } from '@fairway/rollout';
import { UserError } from '@fairway/runtime';
import { type CanaryResult, runCanary } from './canary.ts';
import { confirm } from './confirm.ts';
import { deployRelease } from './deploy.ts';
import { type GuardOptions, guard } from './guarded.ts';
import type { Hold } from './lease.ts';
import { nameOf } from './record.ts';
import { recover } from './recover.ts';
import type { Site } from './site.ts';

export interface CanaryRelease extends Omit<CanaryResult, 'outcome'> {
  readonly outcome: 'promoted' | 'aborted' | 'unchanged';
}

/**
 * A release by canary, under the lease: goes on with an interrupted one of the same digest, ends any other.
 * Where nothing is live there is nothing to share traffic with: the first release goes live at once.
 */
export async function canaryRelease(
  site: Site,
  wanted: Release,
  config: CanaryConfig,
  options: GuardOptions,
  hold: Hold,
): Promise<CanaryRelease> {
  const { target, router, ports, ledger, environment } = site;
  if (!target.capabilities.stage || !router) {
    throw new UserError(`${target.location} cannot split traffic, which a canary needs`, {
      mend: 'use the strategy blue-green for this environment',
    });
  }
  let state = await ledger.read(environment);
  const ours = state.rollout?.strategy === 'canary' && state.rollout.release.digest === wanted.digest;
  if (!ours) {
    state = await recover(site, hold);
    await guard(site, state, wanted, options);
  }
  const { live } = await target.inspect(hold.signal);
  if (!ours && !live) {
    ports.log.info(
      `Nothing is live in ${environment}: ${nameOf(wanted)} is its first release and takes all traffic`,
    );
    const done = await deployRelease(site, state, wanted, { reason: 'deploy' }, hold);
    const good = done.outcome === 'deployed';
    const { revision, seen, failure } = done;
    const end = { revision, seen, verdicts: [], weight: good ? 100 : 0, ...(failure ? { failure } : {}) };
    return { ...end, outcome: good ? 'promoted' : 'aborted' };
  }
  if (!ours && live?.digest === wanted.digest && live.healthy && state.live?.digest === wanted.digest) {
    const { seen, problem } = await confirm(site, wanted, hold.signal);
    const failure = problem ? { failure: new UserError(problem) } : {};
    return { outcome: 'unchanged', weight: 100, revision: live.id, verdicts: [], seen, ...failure };
  }
  return await runCanary(site, wanted, config, hold);
}
