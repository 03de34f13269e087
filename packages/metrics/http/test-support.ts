import type { Clock, Ports } from '@fairway/runtime';
import { context, memoryLog, systemClock, systemExec, systemFiles, systemHttp } from '@fairway/runtime';
import type { Kind, Problem } from '@fairway/schema';
import { checked } from '../checked.ts';
import type { ProviderKind } from '../kinds-provider.ts';
import type { MetricContext, MetricDriver, MetricProvider, Question } from '../types.ts';
import type { RawUnit } from '../units.ts';

/** Test support: what `fairway.yml` would say, read by its kind; throws with every problem. */
export function readAs<T>(kind: Kind<T>, raw: unknown): T {
  const problems: Problem[] = [];
  const read = kind.read(raw, [], (problem) => problems.push(problem));
  if (problems.length || read === undefined) {
    throw new Error(problems.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
  return read;
}

interface Options {
  readonly connection?: unknown;
  readonly unit?: RawUnit;
  readonly secrets?: Record<string, string>;
  readonly workspace?: string;
  readonly ports?: Partial<Ports>;
}

/** A context with real effects. */
export function metricContext({ secrets = {}, workspace, ports = {} }: Options = {}): MetricContext {
  return {
    app: 'shop',
    environment: 'production',
    ports: {
      context: { ...context({}), ...(workspace ? { workspace } : {}) },
      exec: systemExec,
      http: systemHttp(systemClock),
      clock: systemClock,
      log: memoryLog(),
      files: systemFiles,
      mask: () => undefined,
      ...ports,
    },
    // No driver here asks the target.
    target: undefined as never,
    secret(name) {
      const value = secrets[name];
      if (value === undefined) throw new Error(`the job has no secret ${name}`);
      return value;
    },
  };
}

/** The provider as a rollout has it: its query and connection read by its kind, its answers checked. */
export function provider<Q, C>(
  driver: MetricDriver<Q, C & object>,
  kind: ProviderKind<Q, C>,
  query: unknown,
  options: Options = {},
): MetricProvider {
  const asked = readAs(kind.query, query);
  // Without an entry under `providers:` a provider is opened with nothing, not even defaults.
  const { connection: given } = options;
  const connection = (given === undefined ? {} : readAs(kind.connection, given)) as C & object;
  const form = kind.form(asked);
  const open = (safe: MetricContext) => driver.open(asked, connection, safe);
  return checked(open, { form, unit: form.unit ?? options.unit ?? 'number' }, metricContext(options));
}

/** A clock whose sleeps take no time, so that patience ends at once. `ahead`: ms. */
export function hastyClock(ahead = 0): Clock {
  let slept = ahead;
  return {
    now: () => Date.now() + slept,
    sleep: async (ms) => {
      slept += ms;
    },
  };
}

const MINUTE = 60_000;
/** A whole minute, some time ago. */
export const NOON = Math.floor((Date.now() - 20 * MINUTE) / MINUTE) * MINUTE;

/** Five minutes, of the candidate unless said otherwise. */
export function question(about: Partial<Question> = {}): Question {
  return {
    ...{ side: 'candidate', shape: 'value', from: NOON, to: NOON + 5 * MINUTE },
    candidate: { version: '2.0.0', commit: 'c2', digest: 'sha256:bb', revision: 'web-2' },
    baseline: { version: '1.0.0', commit: 'c1', digest: 'sha256:aa', revision: 'web-1' },
    ...about,
  };
}
