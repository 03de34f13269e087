import type { Verdict } from './judge/types.ts';
import type { Metric } from './metric-kind.ts';
import { abort, baked, bakeEnd, nextLook, pause } from './moves.ts';
import { scoreOf } from './score.ts';
import type { Machine, Observation, Tally } from './types.ts';

/** The longest pause between looks that still wait for data, in ms. */
const PATIENCE = 30_000;
const NONE: Tally = { failures: 0, errors: 0, inconclusive: 0 };

/** One metric of the step after a look. */
interface Found {
  readonly metric: Metric;
  /** Absent: this look did not ask it. */
  readonly verdict: Verdict | undefined;
  readonly tally: Tally;
  readonly says: string;
}

/** What a look means for the rollout. One that nobody asked for, or of another step, means nothing. */
export function weigh(machine: Machine, seen: Extract<Observation, { kind: 'measured' }>): Machine {
  const { asked, ...rest } = machine;
  if (!asked || asked.step !== machine.step || seen.step !== machine.step) return machine;
  const found = findings(machine, seen.verdicts);
  const tallies = Object.fromEntries(found.map(({ metric, tally }) => [metric.name, tally]));
  const weighed: Machine = {
    ...rest,
    tallies: { ...machine.tallies, ...tallies },
    memories: { ...machine.memories, ...seen.memories },
  };
  const critical = found.filter(({ metric }) => metric.critical);
  const failed = critical.find(({ metric, tally }) => failsBy(metric, tally));
  if (failed) return abort(weighed, failed.says);
  const unclear = critical.find(
    ({ metric, verdict, tally }) =>
      verdict?.verdict === 'inconclusive' && tally.inconclusive > metric.inconclusiveLimit,
  );
  if (unclear) return pause(weighed, 'unclear', seen.now, unclear.says);
  return asked.final ? conclude(weighed, found, seen.now) : again(weighed, seen.now);
}

function findings({ plan, step, tallies }: Machine, verdicts: readonly Verdict[]): Found[] {
  return (plan.steps[step]?.metrics ?? []).flatMap((name) => {
    const metric = plan.metrics.find((one) => one.name === name);
    if (!metric) return [];
    const verdict = verdicts.find((one) => one.metric === name);
    const before = tallies[name] ?? NONE;
    // Not every look asks every metric. What was not asked has not failed, and never passes either.
    const tally = verdict ? count(before, verdict, metric) : before;
    return [{ metric, verdict, tally, says: verdict?.explanation ?? `${name}: was not measured` }];
  });
}

function count(tally: Tally, { verdict: word, evidence }: Verdict, { noData }: Metric): Tally {
  const waits = word === 'inconclusive' && !evidence && noData === 'wait';
  return {
    failures: tally.failures + (word === 'fail' ? 1 : 0),
    errors: word === 'error' ? tally.errors + 1 : 0,
    inconclusive: tally.inconclusive + (word === 'inconclusive' && !waits ? 1 : 0),
  };
}

const failsBy = ({ failureLimit, errorLimit }: Metric, { failures, errors }: Tally): boolean =>
  failures > failureLimit || errors > errorLimit;

/** Whether it passed; with no data only where the metric leaves the decision to the others. */
const passed = ({ metric, verdict }: Found): boolean =>
  verdict?.verdict === 'pass' && (verdict.evidence || metric.noData === 'pass');

/** A non-critical metric that has gone wrong more often than it may counts against the score. */
function settled(one: Found): boolean {
  const { metric, verdict, tally } = one;
  if (passed(one)) return true;
  if (metric.critical || !verdict || verdict.verdict === 'pass') return false;
  const { failureLimit, errorLimit, inconclusiveLimit } = metric;
  if (verdict.verdict === 'error') return tally.errors > errorLimit;
  if (verdict.verdict === 'fail') return tally.failures > failureLimit;
  return (verdict.evidence || metric.noData !== 'wait') && tally.inconclusive > inconclusiveLimit;
}

/** The bake has ended: onwards, back, to a person, or once more when it still lacks evidence. */
function conclude(machine: Machine, found: readonly Found[], now: number): Machine {
  const open = found.find((one) => !settled(one));
  const evidence = found.some((one) => passed(one) && one.verdict?.evidence);
  const asked = machine.plan.steps[machine.step]?.metrics.length;
  if (open || found.length !== asked) return later(machine, open?.says ?? 'a metric is unknown', now);
  const score = scoreOf(found.map((one) => ({ metric: one.metric, passed: passed(one) })));
  const { pass, marginal } = machine.plan.score;
  const why = () => {
    const wrong = found.filter((one) => !passed(one)).map(({ says }) => says);
    return `the score is ${Number(score.toFixed(1))} of 100, below ${score < marginal ? marginal : pass}: ${wrong.join('; ')}`;
  };
  if (score < marginal) return abort(machine, why());
  if (score < pass) return pause(machine, 'unclear', now, why());
  return evidence ? baked(machine, now) : later(machine, found[0]?.says ?? 'no metric has data', now);
}

function again(machine: Machine, now: number): Machine {
  return { ...machine, measureAt: nextLook(machine, now) };
}

/** Waits for evidence, without asking more often than the provider can bear. */
function later(machine: Machine, lacks: string, now: number): Machine {
  const rest = machine.plan.interval ?? Math.max((bakeEnd(machine) - machine.stepAt) / 4, 100);
  return { ...machine, lacks, measureAt: now + Math.min(rest, PATIENCE) };
}
