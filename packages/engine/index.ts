export { abortLeft, type CanaryResult, runCanary, type StepVerdicts } from './canary.ts';
export { confirm, goBack } from './confirm.ts';
export { type DeployOptions, deployRelease, type Finished } from './deploy.ts';
export { guardAncestor, guardOrder, guardStopped } from './guards.ts';
export { type Hold, withLease, withOwnLease } from './lease.ts';
export { type EnvironmentInputs, openEnvironment } from './open.ts';
export { nameOf, plain, ROLLOUT_STATE } from './record.ts';
export { recover } from './recover.ts';
export type { Site } from './site.ts';
