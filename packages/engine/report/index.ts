export { type Finding, logPlan, summarize } from './finding.ts';
export { annotateVerdicts, logLook } from './live.ts';
export { type LookFound, type Recorded, recorded } from './looks.ts';
export { type RolloutReport, summarizeRollout } from './rollout.ts';
export { clock, describePlan, describeStep, type StepRow, stepRows } from './steps.ts';
export { wayOn } from './way-on.ts';
