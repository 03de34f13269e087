import { planRollout, type RolloutPlan, refusal } from '@fairway/rollout';
import { UserError } from '@fairway/runtime';
import type { Site } from './site.ts';

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
