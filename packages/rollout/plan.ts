import type { CheckConfig } from './check-kind.ts';
import type { CanaryConfig, Strategy } from './kinds.ts';
import type { Metric } from './metric-kind.ts';
import type { Analysis } from './step-kind.ts';
import type { PlanStep, RolloutPlan } from './types.ts';

/** What a target, and the router beside it, can do. */
export interface RolloutCapabilities {
  /** A candidate can stand beside the live release without traffic. */
  readonly stage: boolean;
  /** The target splits traffic by itself. */
  readonly weights: boolean;
  /** Whether there is a router. Default: the target's own, if it has one. */
  readonly router?: boolean;
}

/** Milliseconds after the bakes that a rollout without `max-duration` may wait for data. */
const GRACE = 600_000;

/** A step, and what of it stands in the configuration only. */
interface Planned {
  readonly step: PlanStep;
  readonly checks: readonly CheckConfig[];
}

/** Why a strategy cannot be had here, in words; undefined when it can. */
export function refusal({ type, config }: Strategy, capabilities: RolloutCapabilities): string | undefined {
  const splits = canSplit(capabilities);
  if (type === 'canary' && !splits) {
    return capabilities.stage
      ? 'a canary needs a router, and there is none'
      : 'a canary needs a target that can run a candidate beside the live release';
  }
  if (type !== 'blue-green' || splits) return undefined;
  const needs = config.beforeTraffic
    ? 'before-traffic'
    : config.scaleDownDelay
      ? 'scale-down-delay'
      : undefined;
  return needs && `${needs} needs a target that can run a candidate beside the live release, and a router`;
}

/** The plan of a rollout. Pure. What `refusal` refuses must not be planned: it throws. */
export function planRollout(strategy: Strategy, capabilities: RolloutCapabilities): RolloutPlan {
  const refused = refusal(strategy, capabilities);
  if (refused) throw new Error(refused);
  const { type, config } = strategy;
  const by = (type === 'canary' || type === 'blue-green') && canSplit(capabilities) ? 'stage' : 'apply';
  const steps = stepsOf(strategy).map(({ step }) => step);
  const bakes = steps.reduce((sum, { bake }) => sum + bake, 0);
  return {
    strategy: type,
    by,
    steps,
    ...intervalOf(config),
    maxDuration: config.maxDuration ?? bakes + GRACE,
    maxPause: config.maxPause,
    metrics: config.metrics.map((metric) => ({
      ...metric,
      minSamples: metric.minSamples ?? config.minSamples,
    })),
    alpha: (100 - config.confidence) / 100,
    score: config.score,
  };
}

/** Comparisons stop a bad release early, and need more than one look; limits alone wait for the bake's end. */
function intervalOf({ interval, bake, metrics }: Strategy['config']): { interval?: number } {
  if (interval !== undefined) return { interval };
  const looks = metrics.some(({ compare }) => compare?.by === 'sequential');
  return looks ? { interval: Math.min(60_000, Math.max(1_000, bake / 10)) } : {};
}

/**
 * The checks of a step of a plan, as the configuration has them now. undefined: the configuration has changed
 * so that the step has none any more, or is another one; that must never count as checked.
 */
export function checksOf(
  strategy: Strategy,
  plan: RolloutPlan,
  step: number,
): readonly CheckConfig[] | undefined {
  const planned = plan.strategy === strategy.type ? stepsOf(strategy)[step] : undefined;
  if (!planned || planned.step.weight !== plan.steps[step]?.weight) return undefined;
  return planned.checks.length ? planned.checks : undefined;
}

/** The metrics of a step, as they are judged there: without a baseline at its side nothing is compared. */
export function metricsAt({ metrics, steps }: RolloutPlan, step: number): readonly Metric[] {
  const at = steps[step];
  return metrics
    .filter(({ name }) => at?.metrics.includes(name))
    .map(({ compare, ...rest }) => (compare && at && at.weight < 100 ? { ...rest, compare } : rest));
}

const canSplit = ({ stage, weights, router = weights }: RolloutCapabilities): boolean => stage && router;

function stepsOf({ type, config }: Strategy): Planned[] {
  const { beforeTraffic, scaleDownDelay } = type === 'canary' || type === 'blue-green' ? config : {};
  const { afterSwitch } = config;
  const limited = config.metrics.filter(({ max, min }) => max || min).map(({ name }) => name);
  return [
    ...(beforeTraffic ? [analysis(0, beforeTraffic, config, [])] : []),
    ...(type === 'canary' ? shares(config, limited) : []),
    ...(afterSwitch ? [analysis(100, afterSwitch, config, limited)] : []),
    ...(scaleDownDelay ? [{ step: delay(scaleDownDelay), checks: [] }] : []),
  ];
}

function shares(config: CanaryConfig, limited: readonly string[]): Planned[] {
  const all = config.metrics.map(({ name }) => name);
  return config.steps.map(({ weight, bake = config.bake, warmUp = config.warmUp, checks = [], approve }) => ({
    step: {
      ...{ weight, bake, warmUp, checks: checks.length > 0, approval: approve ?? false },
      metrics: weight < 100 ? all : limited,
    },
    checks,
  }));
}

type Defaults = Pick<CanaryConfig, 'bake' | 'warmUp'>;

function analysis(weight: number, of: Analysis, defaults: Defaults, metrics: readonly string[]): Planned {
  const { checks = [], approve } = of;
  const judged = of.metrics ?? metrics;
  const bake = of.bake ?? (judged.length ? defaults.bake : 0);
  const warmUp = of.warmUp ?? (judged.length ? defaults.warmUp : 0);
  return {
    step: { weight, bake, warmUp, metrics: judged, checks: checks.length > 0, approval: approve },
    checks,
  };
}

const delay = (bake: number): PlanStep => ({
  ...{ weight: 100, bake, warmUp: 0, metrics: [], checks: false, approval: false },
});
