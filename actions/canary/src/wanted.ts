import { planOf, releaseOf, type Site, type Wanted } from '@fairway/engine';
import type { RolloutPlan } from '@fairway/rollout';
import { type Ports, UserError } from '@fairway/runtime';

export interface ReleaseInputs {
  readonly command: string;
  readonly image?: string;
  readonly version?: string;
  readonly revision?: string;
}

/** The release that the inputs name, and how fairway.yml wants it taken live. All that is missing is told at once. */
export async function wantedOf(inputs: ReleaseInputs, site: Site, ports: Ports): Promise<Wanted> {
  const plan = stepsOf(site);
  const { image, version, revision = ports.context.sha } = inputs;
  if (!image || !version || !revision) {
    const missing = Object.entries({ image, version, revision }).filter(([, value]) => !value);
    const names = missing.map(([name]) => name).join(', ');
    throw new UserError(`the command "${inputs.command}" needs these inputs: ${names}`, {
      where: 'inputs of actions/canary',
      mend: 'give the image by digest, its version and its commit, as the build printed them',
    });
  }
  const release = await releaseOf({ image, version, revision }, ports);
  return { release, strategy: plan.strategy, plan };
}

function stepsOf(site: Site): RolloutPlan {
  const plan = planOf(site);
  if (plan?.strategy === 'canary' || plan?.strategy === 'blue-green') return plan;
  const { environment } = site;
  throw new UserError(`${environment} is not released by canary`, {
    where: `strategy of ${environment} in fairway.yml`,
    mend: 'use the deploy action, or give the environment `strategy: { canary: ... }`',
  });
}
