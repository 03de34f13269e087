import {
  describePlan,
  type GuardOptions,
  guard,
  logPlan,
  requirePossible,
  type Site,
  summarize,
  type Wanted,
} from '@fairway/engine';
import type { EnvironmentState } from '@fairway/ledger';
import type { Outcome } from '@fairway/runtime';
import type { definition } from './definition.ts';
import { outputsOf } from './outputs.ts';

/** Guards too: a dry run that says yes to what a real run refuses would be of no use. */
export async function dryRun(
  site: Site,
  state: EnvironmentState,
  { release, plan }: Wanted,
  options: GuardOptions,
): Promise<Outcome<typeof definition>> {
  const { ports, target } = site;
  if (state.rollout) {
    const { version, digest } = state.rollout.release;
    const what = digest === release.digest ? 'would be gone on with' : 'would be ended first';
    ports.log.warning(`A rollout of ${version} is in flight: it ${what}`);
  }
  requirePossible(site, plan);
  await guard(site, state, release, options);
  const observed = await target.inspect(ports.signal);
  const first = target.plan(observed, release);
  const whole = { ...first, steps: first.steps.length && state.live ? describePlan(plan) : first.steps };
  logPlan(ports.log, whole);
  summarize(ports.summary, site, {
    title: 'Canary (dry run)',
    outcome: 'planned',
    release,
    before: state.live,
    plan: whole,
    seen: [],
  });
  return await outputsOf(site, state, {
    ...{ outcome: 'planned', weight: observed.weight, verdicts: [], seen: [] },
  });
}
