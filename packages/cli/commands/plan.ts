import type { Ports } from '@fairway/runtime';
import { logPlan } from '../../../actions/plan/src/report.ts';
import { makePlan } from '../../../actions/plan/src/run.ts';
import type { PlanOption } from '../options.ts';
import { print } from '../terminal.ts';

/** What the plan action says, for the checkout in this folder. Changes nothing. */
export async function plan({ config, revision, json }: PlanOption, ports: Ports): Promise<void> {
  const made = await makePlan({ revision, token: '', ...(config ? { config } : {}) }, ports);
  if (json) print(JSON.stringify(made, null, 2));
  else logPlan(made, ports.log);
}
