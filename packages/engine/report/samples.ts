/** Rollouts for the tests of reports: real events of a real ledger in memory, made by the real machine. */
import {
  createLedger,
  type EnvironmentState,
  type Ledger,
  type Release,
  recordIntent,
  startRollout,
  stop,
} from '@fairway/ledger';
import { type Machine, next, type Observation, planRollout, start, type Verdict } from '@fairway/rollout';
import { strategyKind } from '@fairway/rollout/kinds';
import { memoryStore } from '../../ledger/memory/index.ts';
import type { StepVerdicts } from '../run.ts';

export const START = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;

export const release = (version: string, letter: string): Release => ({
  version,
  commit: letter.repeat(40),
  image: `ghcr.io/acme/shop@sha256:${letter.repeat(64)}`,
  digest: `sha256:${letter.repeat(64)}`,
});

export function planOf(canary: object) {
  const problems: string[] = [];
  const strategy = strategyKind.read({ canary }, [], ({ message }) => problems.push(message));
  if (!strategy) throw new Error(problems.join('; '));
  return planRollout(strategy, { stage: true, weights: true });
}

export const PLAN = planOf({
  steps: ['5%', { weight: '25%', approve: true }, '50%'],
  bake: '5m',
  interval: '1m',
  metrics: [
    { name: 'errors', process: 'error-rate', max: '1%' },
    { name: 'p95', process: 'p95', max: '800ms', compare: 'baseline' },
  ],
});

export const errors = (value: number, more: Partial<Verdict> = {}): Verdict => ({
  ...{ metric: 'errors', verdict: value > 1 ? 'fail' : 'pass', evidence: true, method: 'threshold' },
  ...{ query: 'process error-rate of candidate', unit: 'percent', value, samples: 1_200 },
  threshold: 'max 1%',
  explanation: `errors: ${value}% is ${value > 1 ? 'above' : 'within'} max 1% (1200 samples); query: process error-rate of candidate`,
  ...more,
});

export const p95 = (value: number, baseline = 118): Verdict => ({
  ...{ metric: 'p95', verdict: 'pass', evidence: true, method: 'latencies', unit: 'ms', value, baseline },
  ...{
    query: 'p95{side="candidate"}',
    baselineQuery: 'p95{side="baseline"}',
    samples: 1_200,
    baselineSamples: 9_100,
  },
  ...{ effect: value / baseline, interval: { low: 0.91, high: 1.2, confidence: 0.99, of: 'ratio' } },
  threshold: 'max 800ms, at most 10% above the baseline',
  explanation: `p95: ${value}ms against ${baseline}ms of the baseline; query: p95{side="candidate"}`,
});

/** A ledger that a rollout writes to, at times of its own. */
export class Scene {
  readonly id = 'a1b2';
  readonly release = release('2.0.0', 'b');
  readonly before = release('1.9.0', 'a');
  readonly ledger: Ledger;
  now = START;
  machine: Machine;
  readonly own: StepVerdicts[] = [];

  constructor(plan = PLAN) {
    this.machine = start(plan, START);
    const clock = { now: () => this.now, sleep: async () => undefined };
    this.ledger = createLedger(memoryStore(), { app: 'shop', actor: 'ada', runId: '7', clock });
  }

  async begin(): Promise<this> {
    const { id, release: wanted, machine } = this;
    await this.ledger.append('production', (state, stamp) =>
      startRollout(state, { id, release: wanted, strategy: 'canary', reason: 'deploy', machine }, stamp),
    );
    await this.see({ kind: 'staged', now: this.now });
    return await this.shift();
  }

  /** The machine is told, and the ledger too. */
  async see(seen: Observation, data: Record<string, unknown> = {}): Promise<this> {
    this.machine = next(this.machine, seen).machine;
    const { id, machine } = this;
    await this.ledger.append('production', (state) =>
      recordIntent(state, { id, intent: 'as the machine says', weight: machine.weight, machine, data }),
    );
    return this;
  }

  async shift(): Promise<this> {
    return await this.see({ kind: 'shifted', now: this.now, weight: this.machine.weight });
  }

  /** A look after some minutes; `kept`: the ledger has it too. */
  async look(minutes: number, verdicts: Verdict[], kept = true): Promise<this> {
    this.now += minutes * MINUTE;
    const { now } = this;
    this.machine = next(this.machine, { kind: 'time', now }).machine;
    const { weight, step } = this.machine;
    this.own.push({ weight, at: new Date(now).toISOString(), verdicts });
    const seen: Observation = { kind: 'measured', now, step, verdicts, memories: {} };
    if (kept) return await this.see(seen, { verdicts });
    this.machine = next(this.machine, seen).machine;
    return this;
  }

  async stop(why: string, verdicts: Verdict[]): Promise<this> {
    const { id } = this;
    await this.ledger.append('production', (state, stamp) =>
      stop(state, { id, why, data: { verdicts } }, stamp),
    );
    return this;
  }

  history = () => this.ledger.history('production', 200);
  state = (): Promise<EnvironmentState> => this.ledger.read('production');
}

/** Through its first step, and stopped at 25%. */
export async function stopped(): Promise<Scene> {
  const scene = await new Scene().begin();
  for (let i = 0; i < 4; i++) await scene.look(1, [errors(0.2 + i / 10), p95(120 + i)]);
  await scene.look(1, [errors(0.4), p95(121)]);
  await scene.shift();
  await scene.look(1, [errors(0.9), p95(125)]);
  await scene.look(1, [errors(4.2), p95(131)], false);
  return await scene.stop('errors: 4.2% is above max 1% (1200 samples)', [errors(4.2), p95(131)]);
}

/** Through its first two steps, and waits for approval. */
export async function paused(): Promise<Scene> {
  const scene = await new Scene().begin();
  await scene.look(5, [errors(0.2), p95(120)]);
  await scene.shift();
  return await scene.look(5, [errors(0.3), p95(119)]);
}
