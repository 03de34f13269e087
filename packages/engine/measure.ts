import type { Measurement, Question, Side, Subject } from '@fairway/metrics';
import {
  type Decision,
  judge,
  type Look,
  type Memory,
  type Metric,
  metricsAt,
  next,
  type Observation,
  type Rules,
  type Verdict,
  type Wanted,
  wanted,
} from '@fairway/rollout';
import { describeError } from '@fairway/runtime';
import { formatPercent } from '@fairway/schema';
import type { Hold } from './lease.ts';
import { logLook } from './report/index.ts';
import { conclude, type Run } from './run.ts';

/** No provider may hold a rollout up: longer than this is a failure to measure. */
const WITHIN = 30_000;
/** What was measured in a long bake is recorded at least this often, in ms. */
const KEEP_EVERY = 300_000;

/** Looks of this process that are kept for its report: a long bake has thousands. */
const KEPT = 200;

type Measure = Extract<Decision, { kind: 'measure' }>;

/** Asks the step's metrics, judges the answers, and records what they change. */
export async function weighUp(run: Run, decision: Measure, hold: Hold): Promise<Observation> {
  const { site, machine } = run;
  const { log, clock } = site.ports;
  const { weight } = machine;
  const judged = await measure(run, decision, hold.signal);
  const now = clock.now();
  const verdicts = judged.map(({ verdict }) => verdict);
  if (verdicts.length) run.verdicts.push({ weight, at: new Date(now).toISOString(), verdicts });
  if (run.verdicts.length > KEPT) run.verdicts.shift();
  await logLook(log, { weight, verdicts });
  const memories = Object.fromEntries(
    judged.flatMap(({ metric, memory }) => (memory ? [[metric.name, memory]] : [])),
  );
  const seen: Observation = { kind: 'measured', now, step: decision.step, verdicts, memories };
  // Tallies must survive this process; that it goes on baking is worth an event only now and then.
  const after = next(machine, seen).machine;
  const told =
    JSON.stringify(after.tallies) !== JSON.stringify(run.written.tallies) ||
    after.phase !== machine.phase ||
    now - run.writtenAt >= KEEP_EVERY;
  if (told) {
    const lines = verdicts.map(({ explanation }) => explanation);
    await conclude(run, `measured at ${formatPercent(weight)}: ${lines.join('; ')}`, seen, hold, {
      verdicts,
    });
  }
  run.unrecorded = told || verdicts.length === 0 ? undefined : verdicts;
  return seen;
}

interface Judged {
  readonly metric: Metric;
  readonly verdict: Verdict;
  readonly memory?: Memory;
}

/** Every metric at the same time, and both of its sides. Those that are not due have no verdict. */
async function measure(run: Run, { step, from, to, final }: Measure, signal: AbortSignal): Promise<Judged[]> {
  const { plan, memories } = run.machine;
  const limited = AbortSignal.any([signal, AbortSignal.timeout(WITHIN)]);
  const metrics = metricsAt(plan, step);
  const sides = await subjects(run, limited);
  const judged = await Promise.all(
    metrics.map(async (metric): Promise<Judged | undefined> => {
      const memory = memories[metric.name];
      const rules = rulesFor(run, metric);
      const window = wanted(metric, { from, to, final, interval: plan.interval }, memory);
      if (!window) return undefined;
      const ask = (side: Side) => asked(run, metric, side, window, sides, limited);
      const [candidate, baseline] = await Promise.all(
        (['candidate', 'baseline'] as const).map((side) =>
          window.sides.includes(side) ? ask(side) : undefined,
        ),
      );
      signal.throwIfAborted();
      const look: Look = {
        candidate: candidate ?? { kind: 'no-data', query: '', reason: 'the candidate was not asked' },
        ...(baseline ? { baseline } : {}),
        ...{ from: window.from, to: window.to, final },
      };
      return { metric, ...judge(metric, look, memory, rules) };
    }),
  );
  return judged.filter((one) => one !== undefined);
}

/** All false alarms of the rollout are shared among the metrics that compare. */
function rulesFor({ machine: { plan } }: Run, { name }: Metric): Rules {
  const compared = plan.metrics.filter(({ compare }) => compare).length;
  const bakes = plan.steps.filter(({ metrics, weight }) => weight < 100 && metrics.includes(name)).length;
  return { alpha: plan.alpha / Math.max(1, compared), bakes: Math.max(1, bakes) };
}

type Subjects = Pick<Question, 'candidate' | 'baseline'>;

/** The release and what is live beside it, as the target called them when it was looked at last. */
async function subjects(run: Run, signal: AbortSignal): Promise<Subjects> {
  const { site, release, machine } = run;
  const subject = (one: Subject): Subject => {
    const { version, commit, digest, revision } = one;
    return { version, commit, digest, revision };
  };
  run.observed ??= await site.target.inspect(signal);
  const { live, candidate } = run.observed;
  const found = machine.plan.by === 'apply' ? live : candidate;
  const old = machine.plan.by === 'apply' ? undefined : live;
  return {
    candidate: subject({ ...release, revision: found?.id ?? '' }),
    baseline: old && subject({ ...old, revision: old.id }),
  };
}

async function asked(
  { site }: Run,
  metric: Metric,
  side: Side,
  { shape, from, to, step }: Wanted,
  sides: Subjects,
  signal: AbortSignal,
): Promise<Measurement> {
  const question: Question = { side, shape, from, to, ...sides, ...(step === undefined ? {} : { step }) };
  try {
    return await site.provider(metric).measure(question, signal);
  } catch (error) {
    const { type, query } = metric.source;
    return {
      kind: 'failure',
      query: `${type} ${typeof query === 'string' ? query : JSON.stringify(query)}`,
      reason: describeError(error).text,
    };
  }
}
