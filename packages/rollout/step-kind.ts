import {
  duration,
  either,
  field,
  formatPercent,
  int,
  type Kind,
  list,
  object,
  percent,
} from '@fairway/schema';

/** Percent of the traffic, and milliseconds to keep it (default: the canary's own bake). */
export interface Step {
  readonly weight: number;
  readonly bake?: number;
}

export const count = (): Kind<number> => int({ min: 0 });

/** Steps that rise strictly from above 0% up to 100%: weights never go down except to abort. */
export function stepList(): Kind<Step[]> {
  const long = object({
    weight: field(percent(), { description: 'Share of the traffic.', required: true }),
    bake: field(duration({ min: 100 }), { description: 'How long this step keeps its share.' }),
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
