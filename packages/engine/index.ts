export { canaryRelease, type Released, requirePossible, type Wanted } from './canary-release.ts';
export { type Command, command } from './command.ts';
export { type DeployOptions, deployRelease, type Finished } from './deploy.ts';
export type { Progress, RolloutFacts } from './finish.ts';
export { type GuardOptions, guard, releaseOf, type WantedInputs } from './guarded.ts';
export { type Hold, holderOf, unlessHeld, withLease, withOwnLease } from './lease.ts';
export { type EnvironmentInputs, openEnvironment } from './open.ts';
export { planOf } from './plan.ts';
export { endLeft, leaveToNext } from './post.ts';
export { nameOf, plain } from './record.ts';
export { recover } from './recover.ts';
export {
  describePlan,
  type Finding,
  logPlan,
  summarize,
} from './report/index.ts';
export { chooseRollback } from './rollback.ts';
export type { StepVerdicts } from './run.ts';
export type { Site } from './site.ts';
export { readStatus, type Status, statusOf } from './status.ts';
export { type Swept, sweep } from './sweep.ts';
export { pausedError, summarizeRun } from './tell.ts';
export { idle, type Ticked, tick } from './tick.ts';
