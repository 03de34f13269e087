export * from './judge/index.ts';
export type {
  Analysis,
  BlueGreenConfig,
  CanaryConfig,
  CheckConfig,
  InPlaceConfig,
  Limit,
  Metric,
  Step,
  Strategy,
} from './kinds.ts';
export { next, start } from './machine.ts';
export { checksOf, metricsAt, planRollout, type RolloutCapabilities, refusal } from './plan.ts';
export type * from './types.ts';
