/** Arbitrary plans and observations. For tests. */
import fc from 'fast-check';
import { metric, plan, step, verdict } from './testing.ts';
import type { Observation, RolloutPlan } from './types.ts';

export const NAMES = ['errors', 'p95'];
export const now = fc.integer({ min: -5_000, max: 40_000 });
const weight = fc.oneof(fc.constantFrom(0, 5, 25, 50, 100, Number.NaN, -5, 120), fc.integer());
export const word = fc.constantFrom('pass', 'fail', 'inconclusive', 'error');
const verdicts = fc.array(
  fc
    .tuple(fc.constantFrom(...NAMES, 'stranger'), word, fc.boolean())
    .map(([name, says, evidence]) => verdict(name, says, evidence)),
  { maxLength: 3 },
);

const stepArb = fc
  .record({
    weight: fc.integer({ min: 0, max: 100 }),
    bake: fc.integer({ min: 0, max: 1_000 }),
    warmUp: fc.integer({ min: 0, max: 1_000 }),
    metrics: fc.subarray(NAMES),
    checks: fc.boolean(),
    approval: fc.boolean(),
  })
  .map(({ weight: share, ...more }) => step(share, more));
const limit = fc.integer({ min: 0, max: 2 });
const metricArb = (name: string) =>
  fc
    .record({
      failureLimit: limit,
      errorLimit: limit,
      inconclusiveLimit: limit,
      critical: fc.boolean(),
      noData: fc.constantFrom('wait', 'fail', 'pass', 'inconclusive'),
    })
    .map((more) => metric(name, more));
export const planArb: fc.Arbitrary<RolloutPlan> = fc
  .record({
    by: fc.constantFrom('stage', 'apply'),
    steps: fc.array(stepArb, { maxLength: 4 }),
    interval: fc.option(fc.integer({ min: 100, max: 500 }), { nil: undefined }),
    maxPause: fc.integer({ min: 1, max: 5_000 }),
    metrics: fc.tuple(...NAMES.map(metricArb)),
  })
  .map(({ interval, steps, ...more }) => {
    const rising = steps.toSorted((a, b) => a.weight - b.weight);
    const at = more.by === 'apply' ? rising.map((one) => ({ ...one, weight: 100 })) : rising;
    return plan({ ...more, steps: at, ...(interval ? { interval } : {}) });
  });

export const answers = fc.oneof(
  fc.constantFrom('time', 'staged', 'applied', 'promoted', 'discarded').map((kind) => ({ kind })),
  weight.map((held) => ({ kind: 'shifted', weight: held })),
  fc.record({
    kind: fc.constant('measured'),
    step: fc.integer({ min: -1, max: 4 }),
    verdicts,
    memories: fc.constantFrom({}, { errors: { until: 7 } }),
  }),
  fc.record(
    { kind: fc.constant('checked'), step: fc.integer({ min: -1, max: 4 }), problem: fc.string() },
    { requiredKeys: ['kind', 'step'] },
  ),
  fc.record({
    kind: fc.constant('resumed'),
    weight,
    candidate: fc.constantFrom('healthy', 'unhealthy', 'gone'),
    serves: fc.boolean(),
  }),
);
const people = fc.oneof(
  fc.record({ kind: fc.constant('promote'), full: fc.boolean(), by: fc.constant('ada') }),
  fc.record({ kind: fc.constant('stop'), reason: fc.constant('no') }),
);
/** `faithful`: what the world would say; the others are arbitrary, and mostly nonsense. */
export type Told = { faithful: string } | Observation;
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant('pass') }, { weight: 1, arbitrary: word });
export const told = (by: fc.Arbitrary<object>): fc.Arbitrary<Told> =>
  fc.oneof(
    { weight: 4, arbitrary: mostly.map((says) => ({ faithful: says })) },
    {
      weight: 1,
      arbitrary: fc.tuple(by, now).map(([seen, at]) => ({ ...seen, now: at }) as Observation),
    },
  );
export const anything = fc.array(told(fc.oneof(answers, people)), { maxLength: 30 });
