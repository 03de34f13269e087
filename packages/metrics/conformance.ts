import { expect, it } from 'vitest';
import type { MetricProvider, Question, Shape } from './types.ts';

/** Test support: what every provider meets sooner or later. */
export const SITUATIONS = [
  /** It measures, and says what. */
  'an answer',
  'no data',
  /** The service has a value, and it is NaN. */
  'not a number',
  /** The service answers 500, or is not there. */
  'a broken service',
  /** 401 or 403, or what comes nearest. */
  'a refusal',
  /** Nothing is ever answered: ends by the provider's own limit. */
  'silence',
  /** The same, and the job is cancelled meanwhile. */
  'a cancelled job',
  /** The release is called so that a careless query would become another one. */
  'hostile names',
] as const;
export type Situation = (typeof SITUATIONS)[number];

/** A version as nobody would write it who means well. */
export const HOSTILE = 'a"\'`} or vector(1) # \\ $(id) ; DROP {{ app }} %s ${x}\n<x/>';

/** A provider as the rollout has it, and what it is asked. */
export interface Scene {
  readonly provider: MetricProvider;
  readonly question: Question;
  /** Of the measurement, for an answer and for hostile names. */
  readonly expected?: object;
}

/** `<provider>/scenes.ts`. `missing`: situations that cannot be, each with the reason. */
export interface ScenesModule {
  readonly available: boolean;
  readonly missing: Readonly<Partial<Record<Situation, string>>>;
  open(): Promise<World>;
}

export interface World {
  /** Makes each situation, but those that cannot be. */
  readonly scenes: Readonly<Partial<Record<Situation, () => Promise<Scene>>>>;
  /** What must never be shown. */
  readonly secrets: readonly string[];
  stop(): Promise<void>;
}

/** What is expected in each. `world` is asked for when a test runs. */
export function conforms(world: () => World, situations: readonly Situation[] = SITUATIONS): void {
  const measure = async (situation: Situation, about: Partial<Question> = {}, signal?: AbortSignal) => {
    const { scenes, secrets } = world();
    const scene = scenes[situation];
    if (!scene) throw new Error(`there is no scene: ${situation}`);
    const { provider, question, expected } = await scene();
    const measured = await provider.measure({ ...question, ...about }, signal);
    for (const secret of secrets) expect(JSON.stringify(measured)).not.toContain(secret);
    expect(measured.query.trim()).not.toBe('');
    if ('reason' in measured) expect(measured.reason.length).toBeGreaterThan(10);
    return { measured, expected, asked: question };
  };
  const checks: Record<Situation, () => Promise<void>> = {
    async 'an answer'() {
      const { measured, expected, asked } = await measure('an answer');
      expect(measured).toMatchObject({ kind: asked.shape, ...expected });
      for (const shape of ['value', 'series', 'counts', 'histogram'] satisfies Shape[]) {
        const other = (await measure('an answer', { shape })).measured;
        // In the shape that was asked for, or none.
        expect(['failure', 'no-data', shape]).toContain(other.kind);
      }
    },
    async 'no data'() {
      expect((await measure('no data')).measured.kind).toBe('no-data');
    },
    async 'not a number'() {
      expect((await measure('not a number')).measured.kind).toBe('no-data');
    },
    async 'a broken service'() {
      expect((await measure('a broken service')).measured.kind).toBe('failure');
    },
    async 'a refusal'() {
      expect((await measure('a refusal')).measured.kind).toBe('failure');
    },
    async silence() {
      expect((await measure('silence')).measured.kind).toBe('failure');
    },
    async 'a cancelled job'() {
      const controller = new AbortController();
      const reason = new Error('the job is cancelled');
      const begin = Date.now();
      setTimeout(() => controller.abort(reason), 60);
      await expect(measure('a cancelled job', {}, controller.signal)).rejects.toBe(reason);
      expect(Date.now() - begin).toBeLessThan(2_000);
    },
    async 'hostile names'() {
      const { measured, expected } = await measure('hostile names');
      expect(measured).toMatchObject(expected ?? {});
    },
  };
  for (const situation of situations) it(situation, checks[situation]);
}
