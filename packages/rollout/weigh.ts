import { scoreOf } from './judge/score.ts';
import type { Verdict } from './judge/types.ts';
import type { Metric } from './metric-kind.ts';
import { abort, baked, bakeEnd, nextLook, pause } from './moves.ts';
import { metricsAt } from './plan.ts';
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
  const failed = critical.find(({ metric, tally }) => tally.failures > metric.failureLimit);
  if (failed) return abort(weighed, failed.says);
  // A provider that cannot be asked says nothing about the release: a person decides.
  const unclear = critical.find((one) => isUnclear(one) && tripped(one));
  if (unclear) return pause(weighed, 'unclear', seen.now, unclear.says);
  return asked.final ? conclude(weighed, found, seen.now) : again(weighed, seen.now);
}

function findings({ plan, step, tallies, once }: Machine, verdicts: readonly Verdict[]): Found[] {
  return metricsAt(plan, step).map((metric) => {
    const { name } = metric;
    const verdict = once?.[name] ?? verdicts.find((one) => one.metric === name);
    const before = tallies[name] ?? NONE;
    // Not every look asks every metric. What was not asked has not failed, and never passes either.
    const tally = verdict ? count(before, verdict, metric) : before;
    return { metric, verdict, tally, says: verdict?.explanation ?? `${name}: was not measured` };
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

/** Whether it passed; with no data only where the metric leaves the decision to the others. */
const passed = ({ metric, verdict }: Found): boolean =>
  verdict?.verdict === 'pass' && (verdict.evidence || metric.noData === 'pass');

const isUnclear = ({ metric, verdict }: Found): boolean =>
  verdict?.verdict === 'error' ||
  (verdict?.verdict === 'inconclusive' && (verdict.evidence || metric.noData !== 'wait'));

/** Whether what it says now has been said more often than it may. */
function tripped({ metric, verdict, tally }: Found): boolean {
  if (verdict?.verdict === 'fail') return tally.failures > metric.failureLimit;
  if (verdict?.verdict === 'error') return tally.errors > metric.errorLimit;
  return tally.inconclusive > metric.inconclusiveLimit;
}

/** Whether there is nothing to wait for: a non-critical metric may also have gone wrong. */
const settled = (one: Found): boolean =>
  passed(one) ||
  (!one.metric.critical && (one.verdict?.verdict === 'fail' || isUnclear(one)) && tripped(one));

/** The bake has ended: onwards, back, to a person, or once more when it still lacks evidence. */
function conclude(machine: Machine, found: readonly Found[], now: number): Machine {
  const open = found.find((one) => !settled(one));
  const evidence = found.some((one) => passed(one) && one.verdict?.evidence);
  const wait = (lacks: string) => later(keepOnce(machine, found), lacks, now);
  if (open) return wait(open.says);
  const asked = machine.plan.steps[machine.step]?.metrics.length;
  if (found.length !== asked) return wait('a metric is unknown');
  const { pass, marginal } = machine.plan.score;
  const certain = scored(found, passedOrUnclear);
  const score = scored(found, passed);
  if (certain === undefined || score === undefined) return wait('no metric has data');
  if (certain < marginal) return abort(machine, because(certain, marginal, found));
  if (score < pass) return pause(machine, 'unclear', now, because(score, pass, found));
  return evidence ? baked(machine, now) : wait('no metric has data');
}

/** What is unclear can make a person decide, and takes nothing back by itself. */
const passedOrUnclear = (one: Found): boolean => passed(one) || isUnclear(one);

/** Whatever is not good by now counts against it, errors and no data too; undefined: nothing has data. */
function scored(found: readonly Found[], good: (one: Found) => boolean): number | undefined {
  const verdicts = found.flatMap((one): Verdict[] => {
    if (!one.verdict) return [];
    // A metric that has no data and leaves the decision to the others is not counted.
    if (passed(one)) return [one.verdict];
    return [{ ...one.verdict, verdict: good(one) ? 'pass' : 'fail', evidence: true }];
  });
  return scoreOf(
    found.map(({ metric }) => metric),
    verdicts,
  );
}

function because(score: number, least: number, found: readonly Found[]): string {
  const wrong = found.filter((one) => !passed(one)).map(({ says }) => says);
  return `the score is ${Number(score.toFixed(1))} of 100, below ${least}: ${wrong.join('; ')}`;
}

function again(machine: Machine, now: number): Machine {
  return { ...machine, measureAt: nextLook(machine, now) };
}

/** A test that is made once a bake would raise more false alarms if it were made again until all is well. */
function keepOnce(machine: Machine, found: readonly Found[]): Machine {
  const kept = found.flatMap((one) => {
    const { metric, verdict } = one;
    // A limit goes on holding.
    const once = metric.compare?.by === 'mann-whitney' && !metric.max && !metric.min;
    return once && passed(one) && verdict?.evidence ? [[metric.name, verdict] as const] : [];
  });
  return kept.length ? { ...machine, once: Object.fromEntries(kept) } : machine;
}

/** Waits for evidence, without asking more often than the provider can bear. */
function later(machine: Machine, lacks: string, now: number): Machine {
  const rest = machine.plan.interval ?? Math.max((bakeEnd(machine) - machine.stepAt) / 4, 100);
  return { ...machine, lacks, measureAt: now + Math.min(rest, PATIENCE) };
}
