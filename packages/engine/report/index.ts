export { type Finding, logPlan, summarize } from './finding.ts';
export { annotateVerdicts, logLook } from './live.ts';
export { type LookFound, type Recorded, recorded } from './looks.ts';
export { inert, line } from './markdown.ts';
export { describePlan } from './plan.ts';
export { type RolloutReport, summarizeRollout } from './rollout.ts';
export { clock, type StepRow, stepRows } from './steps.ts';
export { wayOn } from './way-on.ts';
