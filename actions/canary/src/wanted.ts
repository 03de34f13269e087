import { planOf, releaseOf, type Site, type Wanted } from '@fairway/engine';
import type { RolloutPlan } from '@fairway/rollout';
import { type Ports, UserError } from '@fairway/runtime';
import { formatDuration } from '@fairway/schema';

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
  if (inputs.command === 'run') warnOfLimit(plan, ports);
  const release = await releaseOf({ image, version, revision }, ports);
  return { release, strategy: plan.strategy, plan };
}

/** GitHub's own runners end a job after this, in ms; that takes the release back. */
const LONGEST_JOB = 6 * 3_600_000;

function warnOfLimit({ steps }: RolloutPlan, { log }: Ports): void {
  const bakes = steps.reduce((sum, { bake }) => sum + bake, 0);
  if (bakes < LONGEST_JOB) return;
  log.warning(
    `The bakes take ${formatDuration(bakes)}, and GitHub ends a job after ${formatDuration(LONGEST_JOB)} on its own runners: use \`command: tick\``,
  );
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
