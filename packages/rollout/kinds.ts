import { named } from '@fairway/schema';
import { blueGreenKind, canaryKind, inPlaceKind } from './strategy-kind.ts';

export { type CheckConfig, checkKind } from './check-kind.ts';
export type { Metric, MetricConfig, NoData } from './metric-kind.ts';
export { planRollout, type RolloutCapabilities, refusal } from './plan.ts';
export type { Analysis, Step } from './step-kind.ts';
export type { Limit } from './threshold-kind.ts';

/** How a release is taken live. */
export const strategyKind = named('strategy', {
  canary: canaryKind,
  'blue-green': blueGreenKind,
  rolling: inPlaceKind,
  recreate: inPlaceKind,
});

export type CanaryConfig = NonNullable<ReturnType<typeof canaryKind.read>>;
export type BlueGreenConfig = NonNullable<ReturnType<typeof blueGreenKind.read>>;
/** Of recreate and rolling. */
export type InPlaceConfig = NonNullable<ReturnType<typeof inPlaceKind.read>>;
export type Strategy = NonNullable<ReturnType<typeof strategyKind.read>>;
