import { type Packed, pack, plus, quantileOf, totalOf, unpack } from './histogram.ts';
import { judgeLatencies, type Past, playLatencies, type Sides, startLatencies } from './latencies.ts';
import { isNewStep, isOld, type Kept, OLD, recall } from './memory.ts';
import { compared, type Outcome } from './outcome.ts';
import { type Histogram, type Reading, readHistogram } from './reading.ts';
import { judgeLimits } from './threshold.ts';
import type { Comparison, JudgedMetric, Look, Memory, Rules } from './types.ts';
import { redeal, timeToRedeal, type Wealth } from './wealth.ts';
import { whole } from './words.ts';

type BySide<T> = { readonly candidate: T; readonly baseline?: T };

interface HistogramMemory extends Kept {
  readonly by: 'latencies';
  /** How many classes, and the sum of their bounds: counts of other classes are not believed. */
  readonly classes: readonly [number, number];
  /** Of the step, for the limits and the figures. */
  readonly step: BySide<Packed>;
  /** The last few thousand observations of before, from which thresholds are chosen. */
  readonly past?: Partial<BySide<Packed>>;
  readonly wealth?: Wealth;
}

/** One more increment of latencies: the limits judge the quantile of the step, the comparison all so far. */
export function lookAtHistogram(
  metric: JudgedMetric,
  compare: Comparison | undefined,
  look: Look,
  given: Memory | undefined,
  rules: Rules,
): Outcome {
  const remembered = recall<HistogramMemory>(given, 'latencies');
  if (isOld(look, remembered)) return OLD;
  const candidate = readHistogram(look.candidate);
  if (candidate.kind !== 'read') return candidate;
  const baseline = compare && look.baseline ? readHistogram(look.baseline) : undefined;
  const classes = classesOf(candidate.data);
  const memory = remembered && same(remembered.classes, classes) ? remembered : undefined;
  const before = isNewStep(look, remembered) ? undefined : memory?.step;
  const own = add(candidate.data, before?.candidate);
  const quantile = metric.quantile ?? 0.95;
  const few = tooFew(metric, own);
  const limit = few ? undefined : judgeLimits(metric, quantileOf(own, quantile), totalOf(own.counts));
  const found = limit ? { limit } : {};
  const problem = baseline && problemOf(baseline, candidate.data);
  if (problem) return { ...problem, reason: `the baseline: ${problem.reason}`, ...found };
  const taken = totalOf(candidate.data.counts) > 0;
  const kept = { by: 'latencies', until: look.to, looks: (remembered?.looks ?? 0) + 1, classes } as const;
  if (baseline?.kind !== 'read' || !compare) {
    const after = taken ? { memory: { ...kept, step: { candidate: pack(own.counts) } } } : {};
    if (few) return { kind: 'no-data', reason: few, facts: { samples: totalOf(own.counts) }, ...after };
    return { kind: 'judged', ...found, ...after };
  }
  const step = { candidate: own, baseline: add(baseline.data, before?.baseline) };
  const more = { candidate: candidate.data, baseline: baseline.data };
  // Without both sides the increment says nothing: the next look asks for it again, and more.
  const both = taken && totalOf(baseline.data.counts) > 0;
  const wealth = wealthAfter(metric, compare, remembered, memory, both ? more : undefined, look, rules);
  const after = both ? { memory: { ...kept, ...keptSides(compare, step, more, memory), wealth } } : {};
  const lack = few ?? tooFew(metric, step.baseline, 'the baseline: ');
  if (lack)
    return { kind: 'no-data', reason: lack, facts: { samples: totalOf(own.counts) }, ...found, ...after };
  const looks = (remembered?.looks ?? 0) + (both ? 1 : 0);
  const comparison = judgeLatencies(metric, compare, step, wealth, rules.alpha, { final: look.final, looks });
  return compared(comparison, { ...found, ...after });
}

function wealthAfter(
  metric: JudgedMetric,
  compare: Comparison,
  remembered: HistogramMemory | undefined,
  memory: HistogramMemory | undefined,
  more: Sides | undefined,
  look: Look,
  { alpha }: Rules,
): Wealth {
  const quantile = metric.quantile ?? 0.95;
  const start = startLatencies(compare, quantile);
  const before = remembered?.wealth ?? start;
  if (!more) return before;
  const due = timeToRedeal(remembered?.looks ?? 0, isNewStep(look, remembered));
  const length = more.candidate.counts.length;
  const { candidate, baseline } = memory?.past ?? {};
  const past: Past = {
    ...(candidate ? { candidate: unpack(candidate, length) } : {}),
    ...(baseline ? { baseline: unpack(baseline, length) } : {}),
  };
  return playLatencies(due ? redeal(before, start) : before, compare, quantile, more, past, alpha);
}

const RECENT = 4_000;

function keptSides({ worse }: Comparison, step: Sides, more: Sides, memory: HistogramMemory | undefined) {
  const recent = (side: 'candidate' | 'baseline') => {
    const { counts } = add(more[side], memory?.past?.[side]);
    const keep = Math.min(1, RECENT / totalOf(counts));
    return pack(counts.map((count) => count * keep));
  };
  return {
    step: { candidate: pack(step.candidate.counts), baseline: pack(step.baseline.counts) },
    // Only of the side whose threshold is chosen.
    past: {
      ...(worse === 'higher' ? {} : { candidate: recent('candidate') }),
      ...(worse === 'lower' ? {} : { baseline: recent('baseline') }),
    },
  };
}

const classesOf = ({ bounds }: Histogram) =>
  [bounds.length, Number(bounds.reduce((sum, bound) => sum + bound, 0).toPrecision(12)) + 0] as const;

const same = (one: readonly [number, number], other: readonly [number, number]) =>
  one[0] === other[0] && one[1] === other[1];

function add({ bounds, counts }: Histogram, before: Packed | undefined): Histogram {
  return { bounds, counts: before ? plus(unpack(before, counts.length), counts) : counts };
}

function problemOf(baseline: Reading<Histogram>, { bounds }: Histogram) {
  if (baseline.kind !== 'read') return baseline;
  const other = baseline.data.bounds;
  if (other.length === bounds.length && other.every((bound, i) => bound === bounds[i])) return undefined;
  return { kind: 'error', reason: 'its histogram has other classes than the candidate' } as const;
}

function tooFew({ minSamples }: JudgedMetric, { counts }: Histogram, whose = ''): string | undefined {
  const total = totalOf(counts);
  if (total > 0 && total >= minSamples) return undefined;
  return `${whose}${whole(total)} of at least ${Math.max(1, minSamples)} samples`;
}
