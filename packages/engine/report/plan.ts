import type { Limit, Metric, PlanStep, RolloutPlan } from '@fairway/rollout';
import { showValue } from '@fairway/rollout';
import { formatDuration, formatPercent } from '@fairway/schema';

/** The plan of a rollout, as sentences; a dry run prints them. */
export function describePlan(plan: RolloutPlan): string[] {
  const stages = plan.by === 'stage';
  return [
    stages ? 'start the release beside what is live, with no traffic' : 'replace what is live by the release',
    ...plan.steps.map((step) => describeStep(step, plan)),
    stages ? 'give it all traffic, end the old release, read back and check' : 'read back and check',
  ];
}

function describeStep(step: PlanStep, plan: RolloutPlan): string {
  const { weight, bake, warmUp, metrics, checks, approval } = step;
  const judged = plan.metrics.filter(({ name }) => metrics.includes(name));
  const words = judged.map((metric) => describeMetric(metric, weight < 100));
  return [
    shareOf(weight, plan),
    ...(bake > 0 ? [` for ${formatDuration(bake)}`] : []),
    ...(warmUp > 0 && judged.length ? [` (its first ${formatDuration(warmUp)} not measured)`] : []),
    ...(words.length ? [` and judge: ${words.join('; ')}`] : []),
    ...(checks ? [', then make its checks'] : []),
    ...(approval ? [', then wait for a person'] : []),
  ].join('');
}

function shareOf(weight: number, { by }: RolloutPlan): string {
  if (by === 'apply') return 'watch it';
  if (weight === 0) return 'leave it without traffic';
  if (weight === 100) return 'give it all traffic, with the old release standing by,';
  return `give it ${formatPercent(weight)} of the traffic`;
}

/** `compared`: the live release is beside it, so a comparison can be made. */
function describeMetric({ name, max, min, compare }: Metric, compared: boolean): string {
  const limit = (word: string, value: Limit | undefined) =>
    value ? [`${word} ${showValue(value.value, value.unit)}`] : [];
  const beside =
    compare && compared ? [`at most ${formatPercent(compare.tolerate * 100)} worse than the baseline`] : [];
  return `${name} ${[...limit('max', max), ...limit('min', min), ...beside].join(', ')}`.trim();
}
