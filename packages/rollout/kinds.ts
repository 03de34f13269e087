import { duration, field, named, object } from '@fairway/schema';
import { metricList } from './metric-kind.ts';
import { count, stepList } from './step-kind.ts';

export type { Metric, NoData } from './metric-kind.ts';
export type { Step } from './step-kind.ts';
export type { Limit } from './threshold-kind.ts';

const canary = object({
  steps: field(stepList(), {
    description:
      'Shares of the traffic for the new release, rising: `5%`, or `{ weight: 5%, bake: 10m }` to bake longer.',
    required: true,
  }),
  bake: field(duration({ min: 100 }), {
    description: 'How long each step keeps its share before it may go on.',
    default: '1m',
  }),
  interval: field(duration({ min: 100 }), {
    description: 'Measure this often during a bake. Default: once, when the bake ends.',
  }),
  metrics: field(metricList(), {
    description: 'What is measured, and what is good enough. All of them must pass to go on.',
    required: true,
  }),
  'max-duration': field(duration({ min: 100 }), {
    description: 'Abort when the canary takes longer. Default: the bakes together and ten minutes.',
  }),
  'min-samples': field(count(), {
    description: 'Fewer observations than this behind a value count as no data.',
    default: 1,
  }),
});

/** How a release is taken live. Rolling updates come with the targets that know them. */
export const strategyKind = named('strategy', {
  recreate: object({}),
  'blue-green': object({}),
  canary,
});

export type CanaryConfig = NonNullable<ReturnType<typeof canary.read>>;
export type Strategy = NonNullable<ReturnType<typeof strategyKind.read>>;
