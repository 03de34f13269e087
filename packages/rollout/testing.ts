/** Plans, observations and a world that answers decisions. For tests. */
import { expect } from 'vitest';
import type { Verdict } from './judge/types.ts';
import { next } from './machine.ts';
import type { Metric } from './metric-kind.ts';
import type { Decision, Machine, Observation, PlanStep, RolloutPlan } from './types.ts';

export const metric = (name: string, more: Partial<Metric> = {}): Metric => ({
  name,
  source: { type: 'process', query: 'error-rate', unit: 'percent' },
  form: 'counts',
  unit: 'percent',
  max: { value: 1, unit: 'percent' },
  noData: 'wait',
  minSamples: 1,
  failureLimit: 0,
  errorLimit: 1,
  inconclusiveLimit: 0,
  critical: true,
  group: 'all',
  weight: 1,
  ...more,
});

export const step = (weight: number, more: Partial<PlanStep> = {}): PlanStep => ({
  weight,
  bake: 100,
  warmUp: 0,
  metrics: ['errors', 'p95'],
  checks: false,
  approval: false,
  ...more,
});

/** 5% for 100 ms, 25% for 200 ms; `errors` and `p95`. */
export const plan = (more: Partial<RolloutPlan> = {}): RolloutPlan => ({
  strategy: 'canary',
  by: 'stage',
  steps: [step(5), step(25, { bake: 200 })],
  maxDuration: 10_000,
  maxPause: 50_000,
  metrics: [metric('errors'), metric('p95', { noData: 'pass', errorLimit: 0, inconclusiveLimit: 1 })],
  alpha: 0.01,
  score: { pass: 95, marginal: 75 },
  ...more,
});

export const verdict = (
  name: string,
  word: Verdict['verdict'],
  evidence = word === 'pass' || word === 'fail',
): Verdict => ({
  metric: name,
  verdict: word,
  evidence,
  method: 'threshold',
  query: 'q',
  unit: 'percent',
  threshold: 'max 1%',
  explanation: `${name} ${word}`,
});

export const measured = (now: number, verdicts: readonly Verdict[], at = 0): Observation => ({
  kind: 'measured',
  now,
  step: at,
  verdicts,
  memories: {},
});

/** Applies observations; every state passes through JSON, as between two processes. */
export function play(machine: Machine, ...seen: readonly Observation[]) {
  let now = machine;
  let decision: Decision | undefined;
  for (const one of seen) {
    const after = next(now, one);
    now = JSON.parse(JSON.stringify(after.machine));
    expect(now).toEqual(after.machine);
    decision = after.decision;
  }
  return { machine: now, decision };
}

export const at = (machine: Machine, ...seen: readonly Observation[]) => play(machine, ...seen).decision;

const words = (decision: Decision): string => {
  if (decision.kind === 'shift') return `shift ${decision.weight}`;
  if (decision.kind === 'measure') return decision.final ? 'measure final' : 'measure';
  if (decision.kind === 'check') return `check ${decision.step}`;
  return decision.kind;
};

/** What a faithful world says to a decision; undefined: it has ended, or waits for a person. */
export function answer(
  decision: Decision,
  now: number,
  word: Verdict['verdict'] = 'pass',
): Observation | undefined {
  switch (decision.kind) {
    case 'stage':
      return { kind: 'staged', now };
    case 'apply':
      return { kind: 'applied', now };
    case 'shift':
      return { kind: 'shifted', now, weight: decision.weight };
    case 'wait':
      return { kind: 'time', now: Math.max(now, decision.until) };
    case 'measure':
      return measured(
        now,
        ['errors', 'p95'].map((name) => verdict(name, word)),
        decision.step,
      );
    case 'check':
      return { kind: 'checked', now, step: decision.step };
    case 'promote':
      return { kind: 'promoted', now };
    case 'abort':
      return { kind: 'discarded', now };
    case 'pause':
    case 'done':
      return undefined;
  }
}

/** Lets a faithful world answer until the end or a pause: what was decided, in words, and when it ended. */
export function faithful(machine: Machine, word: Verdict['verdict'] = 'pass', from = 0) {
  const trail: string[] = [];
  let now = from;
  let seen: Observation | undefined = { kind: 'time', now };
  let state = machine;
  for (let turns = 0; seen && turns < 10_000; turns++) {
    now = seen.now;
    const { machine: after, decision } = next(state, seen);
    state = JSON.parse(JSON.stringify(after));
    expect(state).toEqual(after);
    seen = answer(decision, now, word);
    if (seen) trail.push(words(decision));
  }
  return { machine: state, trail, now };
}
