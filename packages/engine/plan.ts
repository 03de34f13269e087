import { planRollout, type RolloutPlan, refusal } from '@fairway/rollout';
import { UserError } from '@fairway/runtime';
import type { Site } from './site.ts';

/** How late a tick may be: schedules of ten minutes, which GitHub starts late when it is busy. In ms. */
const LATE = 1_800_000;

/**
 * The plan of a rollout that goes on by ticks. Each step may end as late as its tick comes, and a healthy
 * release must not run into a `max-duration` that nobody set.
 */
export function byTicks({ settings: { strategy } }: Site, plan: RolloutPlan): RolloutPlan {
  if (strategy?.config.maxDuration !== undefined) return plan;
  return { ...plan, maxDuration: plan.maxDuration + LATE * plan.steps.length };
}

/** How fairway.yml wants a release taken live here; undefined without a strategy. UserError when it cannot be had. */
export function planOf({ settings, target, router, environment }: Site): RolloutPlan | undefined {
  const { strategy } = settings;
  if (!strategy) return undefined;
  const capabilities = { ...target.capabilities, router: router !== undefined };
  const refused = refusal(strategy, capabilities);
  if (!refused) return planRollout(strategy, capabilities);
  throw new UserError(`${target.location} cannot do this: ${refused}`, {
    where: `strategy of ${environment} in fairway.yml`,
    mend: 'use another strategy for this environment, or a target that can',
  });
}
