import type { StepVerdicts } from '@fairway/engine';
import type { CanaryConfig, Limit } from '@fairway/rollout';
import { showValue } from '@fairway/rollout';
import type { Summary } from '@fairway/runtime';
import { formatDuration, formatPercent } from '@fairway/schema';

/** The plan of a canary, as sentences. */
export function describeSteps({ steps, bake, metrics }: CanaryConfig): string[] {
  const limit = (word: string, value: Limit | undefined) =>
    value ? [`${word} ${showValue(value.value, value.unit)}`] : [];
  const judged = metrics.map(
    ({ name, max, min }) => `${name} ${[...limit('max', max), ...limit('min', min)].join(', ')}`,
  );
  return [
    'start the release beside what is live, with no traffic',
    ...steps.map(
      (step) =>
        `give it ${formatPercent(step.weight)} of the traffic for ${formatDuration(step.bake ?? bake)} and judge: ${judged.join('; ')}`,
    ),
    'give it all traffic, end the old release, read back and check',
  ];
}

export function summarizeVerdicts(summary: Summary, steps: readonly StepVerdicts[]): void {
  if (steps.length === 0) return;
  summary.heading('Measurements', 3).table(
    ['Weight', 'Time', 'Metric', 'Verdict', 'Explanation'],
    steps.flatMap(({ weight, at, verdicts }) =>
      verdicts.map(({ metric, verdict, explanation }) => [
        formatPercent(weight),
        at.slice(11, 19),
        metric,
        verdict === 'pass' ? 'pass' : `**${verdict}**`,
        explanation,
      ]),
    ),
  );
}
