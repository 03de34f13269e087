import { type Site, type StepVerdicts, summarize } from '@fairway/engine';
import type { Release } from '@fairway/ledger';
import type { Limit, Metric, PlanStep, RolloutPlan } from '@fairway/rollout';
import { showValue } from '@fairway/rollout';
import type { Summary } from '@fairway/runtime';
import { formatDuration, formatPercent } from '@fairway/schema';
import type { Result } from './outputs.ts';

/** The plan of a rollout, as sentences. */
export function describeSteps(plan: RolloutPlan): string[] {
  return [
    'start the release beside what is live, with no traffic',
    ...plan.steps.map((step) => describeStep(step, plan)),
    'give it all traffic, end the old release, read back and check',
  ];
}

function describeStep({ weight, bake, metrics, checks, approval }: PlanStep, plan: RolloutPlan): string {
  const judged = plan.metrics.filter(({ name }) => metrics.includes(name)).map(describeMetric);
  const then = [
    ...(judged.length ? [` and judge: ${judged.join('; ')}`] : []),
    ...(checks ? [', then make its checks'] : []),
    ...(approval ? [', then wait for a person'] : []),
  ];
  const share = weight === 0 ? 'leave it without traffic' : `give it ${formatPercent(weight)} of the traffic`;
  return `${share} for ${formatDuration(bake)}${then.join('')}`;
}

function describeMetric({ name, max, min, compare }: Metric): string {
  const limit = (word: string, value: Limit | undefined) =>
    value ? [`${word} ${showValue(value.value, value.unit)}`] : [];
  const compared = compare
    ? [`at most ${formatPercent(compare.tolerate * 100)} worse than the baseline`]
    : [];
  return `${name} ${[...limit('max', max), ...limit('min', min), ...compared].join(', ')}`;
}

/** What was done, for the summary of the job. */
export async function summarizeResult(
  site: Site,
  { outcome, seen, verdicts }: Result,
  about: { command: string; release: Release | undefined; before: Release | undefined },
): Promise<void> {
  const { release, before, command } = about;
  if (!release) return;
  const title = command === 'run' ? 'Canary' : `Canary: ${command}`;
  summarize(site.ports.summary, site, { title, outcome, release, before, seen });
  summarizeVerdicts(site.ports.summary, verdicts);
}

function summarizeVerdicts(summary: Summary, steps: readonly StepVerdicts[]): void {
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
