/** A whole environment in memory, with a clock that jumps, and with a death at any chosen effect. For tests. */
import type { Config } from '@fairway/config';
import { createLedger, type Ledger, type LedgerStore, type Release } from '@fairway/ledger';
import type { Measurement, Question } from '@fairway/metrics';
import type { Notice } from '@fairway/notify';
import { planRollout, type Strategy } from '@fairway/rollout';
import { strategyKind } from '@fairway/rollout/kinds';
import type { Router } from '@fairway/routers';
import {
  type Clock,
  memoryLog,
  type Ports,
  Summary,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';
import type { Problem } from '@fairway/schema';
import { type MemoryConfig, MemoryTarget, type MemoryWorld } from '../targets/memory/index.ts';
import type { Wanted } from './canary-release.ts';
import type { Site } from './site.ts';

export const release = (version: string, digit: string): Release => ({
  version,
  commit: digit.repeat(40),
  image: `oci:/images@sha256:${digit.repeat(64)}`,
  digest: `sha256:${digit.repeat(64)}`,
});

/** As fairway.yml would give it; `more` in the words of the file. */
export function strategyOf(more: Record<string, unknown> = {}, type: Strategy['type'] = 'canary'): Strategy {
  const given = {
    ...(type === 'canary' ? { steps: ['10%', '50%'] } : {}),
    bake: '1s',
    metrics: [{ name: 'errors', process: 'error-rate', max: '1%' }],
    ...more,
  };
  const problems: Problem[] = [];
  const read = strategyKind.read({ [type]: given }, [], (problem) => problems.push(problem));
  if (!read) throw new Error(problems.map(({ message }) => message).join('; '));
  return read;
}

const ABLE = { stage: true, weights: true };

export const wantedOf = (wanted: Release, strategy = strategyOf()): Wanted => ({
  release: wanted,
  strategy: strategy.type,
  plan: planRollout(strategy, ABLE),
});

/** What outlives a process: the ledger, what runs, and the time. */
export interface Outside {
  readonly store: LedgerStore;
  readonly world: MemoryWorld;
  now: number;
}

export interface SiteOptions extends Pick<MemoryConfig, 'healthy'> {
  readonly measure?: (question: Question) => Measurement;
  readonly strategy?: Strategy;
  readonly notify?: (notice: Notice) => void;
  /** The process dies at this effect, counted from 0: nothing it does later has any effect. */
  readonly dieAt?: number;
  /** Whether the effect it dies at is still made. */
  readonly after?: boolean;
  readonly signal?: AbortSignal;
  /** Called when the clock is told to sleep, with the number of sleeps so far. */
  readonly onSleep?: (sleeps: number) => void;
}

/** Of a thousand requests `failed` were bad. */
const answer =
  (failed: number) =>
  ({ side, shape }: Question): Measurement => {
    const query = `error-rate of ${side}`;
    if (shape === 'counts') return { kind: 'counts', events: failed, total: 1_000, query };
    return { kind: 'failure', query, reason: `no ${shape} here` };
  };
export const good = answer(0);
export const bad = answer(70);

/** One process that opened the environment. `effects()`: how many it has made. */
export function openSite(
  outside: Outside,
  options: SiteOptions = {},
): { site: Site; effects: () => number; lines: string[] } {
  let effects = 0;
  const dead = () => options.dieAt !== undefined && effects > options.dieAt;
  const guard = async <T>(effect: () => Promise<T>): Promise<T> => {
    if (dead()) throw new Error('this process is dead');
    const last = effects++ === options.dieAt;
    if (!last || options.after) await effect().then((value) => Promise.resolve(value));
    if (last) throw new Error('this process died');
    return undefined as T;
  };
  const log = memoryLog();
  const ports = portsOf(outside, options, log);
  const context = { app: 'shop', environment: 'production', ports };
  const target = new MemoryTarget(
    { world: outside.world, ...(options.healthy ? { healthy: options.healthy } : {}) },
    context,
  );
  const real = createLedger(outside.store, { app: 'shop', actor: 'tester', runId: '1', clock: ports.clock });
  const ledger: Ledger = {
    ...real,
    async append(environment, decide) {
      let state: Awaited<ReturnType<Ledger['append']>> | undefined;
      await guard(async () => {
        state = await real.append(environment, decide);
      });
      return state ?? (await real.read(environment));
    },
  };
  const site: Site = {
    app: 'shop',
    environment: 'production',
    config: { environments: {} } as Config,
    settings: {
      target: { type: 'process', config: {} as never },
      checks: [],
      strategy: options.strategy ?? strategyOf(),
    } as unknown as Site['settings'],
    ledger,
    target: mortal(target, guard),
    router: mortal(routerOf(target), guard),
    provider: () => ({ type: 'test', measure: async (question) => (options.measure ?? good)(question) }),
    notify: async (notice) => options.notify?.(notice),
    ports,
  };
  return { site, effects: () => effects, lines: log.lines };
}

function routerOf(target: MemoryTarget): Router {
  return {
    type: 'memory',
    setWeight: async (percent) => {
      if (percent > 0 || target.weight > 0) target.setWeight(percent);
    },
    weight: async () => target.weight,
    finalize: async () => undefined,
  };
}

const EFFECTS = ['apply', 'stage', 'promote', 'discard', 'setWeight', 'finalize'];

/** Reading has no effect; everything else dies with its process. */
function mortal<T extends object>(thing: T, guard: <R>(effect: () => Promise<R>) => Promise<R>): T {
  return new Proxy(thing, {
    get(_, name) {
      const value = Reflect.get(thing, name, thing);
      if (typeof value !== 'function') return value;
      if (!EFFECTS.includes(String(name))) return value.bind(thing);
      return async (...args: unknown[]) => {
        let result: unknown;
        await guard(async () => {
          result = await value.apply(thing, args);
        });
        return result;
      };
    },
  });
}

function portsOf(outside: Outside, options: SiteOptions, log: ReturnType<typeof memoryLog>): Ports {
  const kept = new Map<string, string>();
  let sleeps = 0;
  const clock: Clock = {
    now: () => outside.now,
    async sleep(ms, signal) {
      options.onSleep?.(++sleeps);
      signal?.throwIfAborted();
      outside.now += ms;
    },
  };
  const context = {
    workspace: '/',
    temp: '/tmp',
    home: '/tmp',
    actor: 'tester',
    runId: '1',
    runAttempt: 1,
    job: 'j',
  };
  return {
    context: {
      ...context,
      repository: undefined,
      sha: undefined,
      ref: undefined,
      event: undefined,
      apiUrl: undefined,
      serverUrl: undefined,
      runUrl: undefined,
    },
    exec: systemExec,
    http: systemHttp(clock),
    clock,
    log,
    files: systemFiles,
    summary: new Summary(),
    signal: options.signal ?? new AbortController().signal,
    mask: () => undefined,
    github: () => undefined,
    state: { get: (name) => kept.get(name), set: (name, value) => void kept.set(name, value) },
  };
}
