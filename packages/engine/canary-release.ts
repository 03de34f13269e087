import type { EnvironmentState, Release } from '@fairway/ledger';
import type { CanaryConfig } from '@fairway/rollout';
import { UserError } from '@fairway/runtime';
import { type CanaryResult, runCanary } from './canary.ts';
import { deployRelease } from './deploy.ts';
import { type GuardOptions, guard } from './guarded.ts';
import type { Hold } from './lease.ts';
import { nameOf } from './record.ts';
import { recover } from './recover.ts';
import { lastSeconds, type Site } from './site.ts';

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
    return await atOnce(site, state, wanted, hold);
  }
  // It cannot be its own candidate: it is brought up where it is down, read back, and recorded.
  if (!ours && live?.digest === wanted.digest) return await atOnce(site, state, wanted, hold);
  return await runCanary(site, wanted, config, hold);
}

const OUTCOMES = { deployed: 'promoted', unchanged: 'unchanged', stopped: 'aborted' } as const;

async function atOnce(
  site: Site,
  state: EnvironmentState,
  wanted: Release,
  hold: Hold,
): Promise<CanaryRelease> {
  const done = await deployRelease(site, state, wanted, { reason: 'deploy' }, hold);
  const { revision, seen, failure } = done;
  // A first release that fails its checks goes on serving: there is nothing to go back to.
  const now = await site.target.inspect(lastSeconds()).catch(() => undefined);
  const weight = now?.live?.digest === wanted.digest ? 100 : 0;
  const outcome = OUTCOMES[done.outcome];
  return { outcome, revision, seen, verdicts: [], weight, ...(failure ? { failure } : {}) };
}
