import { CALM, type Scatter, scatterAfter, trustIn } from './bursts.ts';
import { judgeCounts, playCounts, type Sides, startCounts } from './counts.ts';
import type { Counts } from './exact.ts';
import { isNewStep, isOld, type Kept, OLD, recall } from './memory.ts';
import { compared, type Outcome } from './outcome.ts';
import { type Reading, readCounts } from './reading.ts';
import { judgeLimits } from './threshold.ts';
import type { Comparison, JudgedMetric, Look, Memory, Rules } from './types.ts';
import { redeal, timeToRedeal, type Wealth } from './wealth.ts';
import { whole } from './words.ts';

/** Events and total of the candidate, then of the baseline. */
type Four = readonly [number, number, number, number];

interface CountsMemory extends Kept {
  readonly by: 'counts';
  /** Of the step, which the limits are about, and of the whole rollout, which is compared. */
  readonly step: Four;
  readonly all: Four;
  readonly wealth?: Wealth;
  readonly scatter?: Scatter;
}

const NONE: Four = [0, 0, 0, 0];
const NO_COUNTS: Counts = { events: 0, total: 0 };

/** One more increment of counts: the limits judge the percentage of the step, the comparison all so far. */
export function lookAtCounts(
  metric: JudgedMetric,
  compare: Comparison | undefined,
  look: Look,
  given: Memory | undefined,
  rules: Rules,
): Outcome {
  const memory = recall<CountsMemory>(given, 'counts');
  if (isOld(look, memory)) return OLD;
  const candidate = readCounts(look.candidate);
  if (candidate.kind !== 'read') return candidate;
  const baseline: Reading<Counts> =
    compare && look.baseline ? readCounts(look.baseline) : { kind: 'read', data: NO_COUNTS };
  const newStep = isNewStep(look, memory);
  const more: Sides = {
    candidate: candidate.data,
    baseline: baseline.kind === 'read' ? baseline.data : NO_COUNTS,
  };
  const step = plus(newStep ? NONE : (memory?.step ?? NONE), more);
  const few = tooFew(metric, step, compare !== undefined && baseline.kind === 'read');
  const { events, total } = sidesOf(step).candidate;
  // A limit asks nothing of the baseline.
  const limit = tooFew(metric, step, false) ? undefined : judgeLimits(metric, (100 * events) / total, total);
  const found = limit ? { limit } : {};
  if (baseline.kind !== 'read') {
    return { ...baseline, reason: `the baseline: ${baseline.reason}`, ...found };
  }
  // Without both sides the increment says nothing about the ratio: the next look asks for it again, and more.
  const taken = more.candidate.total > 0 && (!compare || more.baseline.total > 0);
  const all = plus(memory?.all ?? NONE, more);
  const wealth = compare && wealthAfter(compare, memory, taken ? more : undefined, newStep);
  const kept: CountsMemory = {
    by: 'counts',
    until: look.to,
    looks: (memory?.looks ?? 0) + 1,
    step,
    all,
    ...(wealth ? { wealth, scatter: scatterWith(memory, more) } : {}),
  };
  const after = taken ? { memory: kept } : {};
  if (few) return { kind: 'no-data', reason: few, facts: { samples: total }, ...found, ...after };
  if (!compare || !wealth) return { kind: 'judged', ...found, ...after };
  const comparison = judgeCounts(metric, compare, sidesOf(all), wealth, rules.alpha, look.final);
  return compared(comparison, { ...found, ...after });
}

function wealthAfter(
  compare: Comparison,
  memory: CountsMemory | undefined,
  more: Sides | undefined,
  newStep: boolean,
): Wealth {
  const start = startCounts(compare);
  const before = memory?.wealth ?? start;
  if (!more) return before;
  const dealt = timeToRedeal(memory?.looks ?? 0, newStep) ? redeal(before, start) : before;
  return playCounts(dealt, compare, more, trustIn(memory?.scatter ?? CALM));
}

const scatterWith = (memory: CountsMemory | undefined, more: Sides): Scatter =>
  scatterAfter(memory?.scatter ?? CALM, sidesOf(memory?.all ?? NONE), more);

function tooFew({ minSamples }: JudgedMetric, [, n, , m]: Four, both: boolean): string | undefined {
  const least = Math.max(minSamples, Number.MIN_VALUE);
  const wants = (count: number) => `${whole(count)} of at least ${Math.max(1, minSamples)} samples`;
  if (n < least) return wants(n);
  return both && m < least ? `the baseline: ${wants(m)}` : undefined;
}

const plus = ([x, n, y, m]: Four, { candidate, baseline }: Sides): Four => [
  tidy(x + candidate.events),
  tidy(n + candidate.total),
  tidy(y + baseline.events),
  tidy(m + baseline.total),
];

/** Extrapolated counts have long fractions. */
const tidy = (count: number) => Math.round(count * 1e3) / 1e3 + 0;

const sidesOf = ([x, n, y, m]: Four): Sides => ({
  candidate: { events: x, total: n },
  baseline: { events: y, total: m },
});
