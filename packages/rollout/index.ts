export { type JudgedMetric, judge, type Verdict } from './judge.ts';
export type { CanaryConfig, Limit, Metric, NoData, Step, Strategy } from './kinds.ts';
export {
  type CanaryPlan,
  type Decision,
  type Machine,
  next,
  type Observation,
  type Phase,
  planCanary,
  startMachine,
  type Tally,
} from './machine.ts';
export { showValue } from './threshold-kind.ts';
