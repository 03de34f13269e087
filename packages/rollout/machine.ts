import type { Verdict } from './judge.ts';
import type { CanaryConfig, Metric, NoData } from './kinds.ts';

/** A canary as it was planned when it started; a changed configuration does not change one in flight. */
export interface CanaryPlan {
  readonly steps: readonly { readonly weight: number; readonly bake: number }[];
  /** Milliseconds between measurements in a bake; undefined: one when the bake ends. */
  readonly interval?: number;
  readonly maxDuration: number;
  readonly minSamples: number;
  readonly metrics: readonly Metric[];
}

/** How often each metric went wrong. Errors in a row; the others over the whole canary. */
export interface Tally {
  readonly failures: number;
  readonly errors: number;
  readonly inconclusive: number;
}

export type Phase = 'shifting' | 'baking' | 'promoting' | 'aborting' | 'paused' | 'promoted' | 'aborted';

/** The whole state of a canary. JSON, so that any later process can go on with it. Times: ms since 1970. */
export interface Machine {
  readonly schema: 1;
  readonly plan: CanaryPlan;
  readonly phase: Phase;
  /** Index of the step. */
  readonly step: number;
  /** Percent the candidate has, or is to get, now. */
  readonly weight: number;
  readonly startedAt: number;
  /** When the step's weight was confirmed. */
  readonly stepAt: number;
  readonly measureAt: number;
  readonly tallies: Readonly<Record<string, Tally>>;
  /** Why it paused or aborted, for people. */
  readonly reason?: string;
}

export type Observation =
  | { readonly kind: 'time'; readonly now: number }
  /** The weight that really holds, read back. */
  | { readonly kind: 'shifted'; readonly now: number; readonly weight: number }
  | {
      readonly kind: 'measured';
      readonly now: number;
      readonly step: number;
      readonly verdicts: readonly Verdict[];
    }
  /** The target serves the candidate alone, read back. */
  | { readonly kind: 'promoted'; readonly now: number }
  /** The candidate has no traffic and is gone, read back. */
  | { readonly kind: 'discarded'; readonly now: number }
  /** An effect failed, the candidate is unhealthy, or somebody wants it stopped. */
  | { readonly kind: 'stop'; readonly now: number; readonly reason: string };

export type Decision =
  | { readonly kind: 'shift'; readonly weight: number }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'measure'; readonly step: number; readonly from: number; readonly to: number }
  | { readonly kind: 'promote' }
  /** Weight 0, then discard the candidate. */
  | { readonly kind: 'abort'; readonly reason: string }
  /** Only a person can go on from here. */
  | { readonly kind: 'pause'; readonly reason: string }
  | { readonly kind: 'done'; readonly outcome: 'promoted' | 'aborted'; readonly reason?: string };

/** How long after the bakes a canary without `max-duration` may wait for data. */
const GRACE = 600_000;
/** The longest pause between measurements that still wait for data. */
const PATIENCE = 30_000;

export function planCanary(config: CanaryConfig): CanaryPlan {
  const steps = config.steps.map(({ weight, bake }) => ({ weight, bake: bake ?? config.bake }));
  const bakes = steps.reduce((sum, { bake }) => sum + bake, 0);
  return {
    steps,
    ...(config.interval === undefined ? {} : { interval: config.interval }),
    maxDuration: config.maxDuration ?? bakes + GRACE,
    minSamples: config.minSamples,
    metrics: config.metrics,
  };
}

/** A machine that has shifted nothing yet; the candidate is staged, with weight 0. */
export function startMachine(plan: CanaryPlan, now: number): Machine {
  const tallies = Object.fromEntries(
    plan.metrics.map(({ name }) => [name, { failures: 0, errors: 0, inconclusive: 0 }]),
  );
  const weight = plan.steps[0]?.weight ?? 0;
  return {
    schema: 1,
    plan,
    phase: 'shifting',
    step: 0,
    weight,
    startedAt: now,
    stepAt: now,
    measureAt: now,
    tallies,
  };
}

/** Pure. What to do now, and the state to keep before doing it. */
export function next(machine: Machine, seen: Observation): { machine: Machine; decision: Decision } {
  const after = observe(machine, seen);
  return { machine: after, decision: decide(after, seen.now) };
}

function observe(machine: Machine, seen: Observation): Machine {
  const { phase, plan } = machine;
  if (phase === 'promoted' || phase === 'aborted') return machine;
  if (phase === 'aborting') return seen.kind === 'discarded' ? { ...machine, phase: 'aborted' } : machine;
  if (seen.kind === 'promoted')
    return phase === 'promoting' ? { ...machine, phase: 'promoted', weight: 100 } : machine;
  if (seen.kind === 'stop') return abort(machine, seen.reason);
  if (seen.kind === 'discarded') return abort(machine, 'the candidate is gone');
  if (phase === 'paused' || phase === 'promoting') return machine;
  if (seen.now - machine.startedAt > plan.maxDuration) {
    return abort(machine, `took longer than its max-duration of ${Math.round(plan.maxDuration / 1_000)}s`);
  }
  if (phase === 'shifting') return seen.kind === 'shifted' ? confirm(machine, seen) : machine;
  return seen.kind === 'measured' && seen.step === machine.step ? weigh(machine, seen) : machine;
}

function abort(machine: Machine, reason: string): Machine {
  return { ...machine, phase: 'aborting', weight: 0, reason };
}

function confirm(machine: Machine, { weight, now }: { weight: number; now: number }): Machine {
  if (weight !== machine.weight) {
    return abort(machine, `the router gives the candidate ${weight}% instead of ${machine.weight}%`);
  }
  const bake = machine.plan.steps[machine.step]?.bake ?? 0;
  return {
    ...machine,
    phase: 'baking',
    stepAt: now,
    measureAt: now + Math.min(bake, machine.plan.interval ?? bake),
  };
}

function weigh(machine: Machine, { verdicts, now }: { verdicts: readonly Verdict[]; now: number }): Machine {
  const { plan, step, stepAt } = machine;
  const found = plan.metrics.map((metric) => ({
    metric,
    verdict: verdicts.find((verdict) => verdict.metric === metric.name),
    tally: machine.tallies[metric.name] ?? { failures: 0, errors: 0, inconclusive: 0 },
  }));
  const counted = found.map((one) => ({ ...one, tally: count(one.tally, one.verdict, one.metric.noData) }));
  const weighed: Machine = {
    ...machine,
    tallies: Object.fromEntries(counted.map(({ metric, tally }) => [metric.name, tally])),
  };
  const explain = ({ metric, verdict }: (typeof counted)[number]) =>
    verdict?.explanation ?? `${metric.name}: was not measured`;
  const tripped = counted.find(
    ({ metric, tally }) => tally.failures > metric.failureLimit || tally.errors > metric.errorLimit,
  );
  if (tripped) return abort(weighed, explain(tripped));
  const unclear = counted.find(({ metric, tally }) => tally.inconclusive > metric.inconclusiveLimit);
  if (unclear) return { ...weighed, phase: 'paused', reason: explain(unclear) };

  const bake = plan.steps[step]?.bake ?? 0;
  const passed = counted.every(({ verdict }) => verdict?.verdict === 'pass');
  const evidence = counted.some(({ verdict }) => verdict?.evidence);
  if (passed && evidence && now >= stepAt + bake) return advance(weighed);
  const pause = Math.min(plan.interval ?? Math.max(bake / 4, 100), PATIENCE);
  return { ...weighed, measureAt: now + pause };
}

function count(tally: Tally, verdict: Verdict | undefined, noData: NoData): Tally {
  const { verdict: word, evidence } = verdict ?? { verdict: 'error' as const, evidence: false };
  const waits = word === 'inconclusive' && !evidence && noData === 'wait';
  return {
    failures: tally.failures + (word === 'fail' ? 1 : 0),
    errors: word === 'error' ? tally.errors + 1 : 0,
    inconclusive: tally.inconclusive + (word === 'inconclusive' && !waits ? 1 : 0),
  };
}

function advance(machine: Machine): Machine {
  const step = machine.step + 1;
  const to = machine.plan.steps[step];
  // Promotion itself takes the candidate to 100; until it is confirmed the weight stays.
  return to ? { ...machine, phase: 'shifting', step, weight: to.weight } : { ...machine, phase: 'promoting' };
}

function decide(machine: Machine, now: number): Decision {
  const { phase, weight, plan, step, stepAt, measureAt, startedAt, reason = 'stopped' } = machine;
  switch (phase) {
    case 'shifting':
      return { kind: 'shift', weight };
    case 'baking':
      return now >= measureAt
        ? { kind: 'measure', step, from: stepAt, to: now }
        : { kind: 'wait', until: Math.min(measureAt, startedAt + plan.maxDuration + 1) };
    case 'promoting':
      return { kind: 'promote' };
    case 'aborting':
      return { kind: 'abort', reason };
    case 'paused':
      return { kind: 'pause', reason };
    case 'promoted':
      return { kind: 'done', outcome: 'promoted' };
    case 'aborted':
      return { kind: 'done', outcome: 'aborted', reason };
  }
}
