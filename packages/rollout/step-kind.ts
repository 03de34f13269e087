import {
  bool,
  duration,
  either,
  field,
  formatPercent,
  type Kind,
  list,
  object,
  percent,
  text,
} from '@fairway/schema';
import { type CheckConfig, checkKind } from './check-kind.ts';

/** Percent of the traffic, and what must hold before the next step; times in ms, default: the strategy's own. */
export interface Step {
  readonly weight: number;
  readonly bake?: number;
  readonly warmUp?: number;
  readonly checks?: CheckConfig[];
  readonly approve?: boolean;
}

const shared = {
  checks: field(list(checkKind), { description: 'Requests that must succeed when the bake has ended.' }),
  'warm-up': field(duration(), { description: 'How long it is not measured at first.' }),
};

/** Steps that rise strictly from above 0% up to 100%: weights never go down except to abort. */
export function stepList(): Kind<Step[]> {
  const long = object({
    weight: field(percent(), { description: 'Share of the traffic.', required: true }),
    bake: field(duration({ min: 100 }), { description: 'How long this step keeps its share.' }),
    ...shared,
    approve: field(bool(), { description: 'Whether a person must let it go on from here.' }),
  });
  const steps = list(either(percent(), long), { min: 1 });
  return {
    ...steps,
    name: 'list of steps',
    read(value, path, report) {
      const read = steps.read(value, path, report);
      if (!read) return undefined;
      const plain = read.map((step): Step => (typeof step === 'number' ? { weight: step } : step));
      const wrong = plain.findIndex(({ weight }, i) => weight <= (plain[i - 1]?.weight ?? 0));
      if (wrong < 0) return plain;
      const [before, at] = [plain[wrong - 1]?.weight ?? 0, plain[wrong]?.weight ?? 0];
      report({
        path: [...path, wrong],
        message: `steps must rise: ${formatPercent(at)} is not more than ${formatPercent(before)}`,
        on: 'value',
      });
      return undefined;
    },
  };
}

/** What must hold before the first traffic, and after the switch. */
export const analysisKind = object({
  bake: field(duration({ min: 100 }), {
    description: 'How long it is watched. Default: that of the strategy where metrics are judged, else not.',
  }),
  ...shared,
  metrics: field(list(text()), {
    description:
      'Names of the metrics that are judged. Default: none before the traffic; after the switch all that have a limit.',
  }),
  approve: field(bool(), { description: 'Whether a person must let it go on from here.', default: false }),
});

export type Analysis = NonNullable<ReturnType<typeof analysisKind.read>>;
