import { limitsText } from './threshold.ts';
import type { JudgedMetric, Look, Memory, NoData, Verdict } from './types.ts';
import { allowance } from './words.ts';

/** The figures of a verdict. */
export type Facts = Partial<
  Pick<Verdict, 'value' | 'baseline' | 'samples' | 'baselineSamples' | 'effect' | 'interval' | 'odds'>
>;

/** What a limit, or a comparison, says. */
export interface Finding extends Facts {
  readonly failed: boolean;
  /** Why it could not have failed whatever the release is like: then it passes nothing either. */
  readonly lacks?: string;
  /** Without the metric's name and the query. */
  readonly text: string;
}

/** What one look at a metric gives, before it is worded. `limit` may fail it even where the comparison has no data. */
export type Outcome = (
  | { readonly kind: 'error'; readonly reason: string }
  | { readonly kind: 'no-data'; readonly reason: string; readonly facts?: Facts }
  | { readonly kind: 'judged' }
) & { readonly memory?: Memory | undefined; readonly limit?: Finding; readonly comparison?: Finding };

export function verdictOf(
  metric: JudgedMetric,
  look: Look,
  method: Verdict['method'],
  outcome: Outcome,
): Verdict {
  const base = {
    metric: metric.name,
    method,
    query: look.candidate.query,
    ...(look.baseline ? { baselineQuery: look.baseline.query } : {}),
    unit: metric.unit,
    threshold: thresholdOf(metric),
  };
  const failed = [outcome.limit, outcome.comparison].filter((finding) => finding?.failed);
  if (failed[0]) {
    const facts = { ...outcome.comparison, ...failed[0] };
    return finish(base, 'fail', true, facts, `${failed.map((finding) => finding?.text).join('; ')}`);
  }
  if (outcome.kind === 'error') return finish(base, 'error', false, {}, outcome.reason);
  if (outcome.kind === 'no-data') {
    const [word, rule] = RULES[metric.noData];
    const asked = base.threshold ? `; asked: ${base.threshold}` : '';
    const text = `no data: ${outcome.reason}; ${rule}${asked}`;
    return finish(base, word, false, outcome.facts ?? {}, text);
  }
  const facts = { ...outcome.limit, ...outcome.comparison };
  const texts = [outcome.limit?.text, outcome.comparison?.text].filter((text) => text !== undefined);
  return finish(base, 'pass', true, facts, texts.join('; '));
}

/** A comparison that could not have failed is no data; a limit may still fail it. */
export function compared(comparison: Finding, rest: { limit?: Finding; memory?: Memory }): Outcome {
  const { failed, lacks, text, ...facts } = comparison;
  if (failed || lacks === undefined) return { kind: 'judged', comparison, ...rest };
  return { kind: 'no-data', reason: `${text}; ${lacks}`, facts, ...rest };
}

/** Neither a limit nor a baseline to compare with: what was measured proves nothing. */
export const unasked = (outcome: Outcome): Outcome =>
  outcome.kind !== 'judged' || outcome.limit || outcome.comparison
    ? outcome
    : {
        kind: 'no-data',
        reason: 'nothing to compare it with, and no limit',
        ...(outcome.memory ? { memory: outcome.memory } : {}),
      };

const RULES: Record<NoData, readonly [Verdict['verdict'], string]> = {
  wait: ['inconclusive', 'waiting for data'],
  fail: ['fail', 'no data counts as a failure here'],
  pass: ['pass', 'no data is left to the other metrics'],
  inconclusive: ['inconclusive', 'no data is inconclusive here'],
};

type Base = Pick<Verdict, 'metric' | 'method' | 'query' | 'baselineQuery' | 'unit' | 'threshold'>;

function finish(
  base: Base,
  verdict: Verdict['verdict'],
  evidence: boolean,
  { value, baseline, samples, baselineSamples, effect, interval, odds }: Facts,
  text: string,
): Verdict {
  const facts = { value, baseline, samples, baselineSamples, effect, interval, odds };
  const explanation = `${base.metric}: ${text}; query: ${base.query}`;
  return { ...base, ...jsonSafe(facts), verdict, evidence, explanation } as Verdict;
}

/** Without what JSON cannot carry: NaN, infinities, -0 and undefined. */
function jsonSafe(given: object): object {
  const entries = Object.entries(given).flatMap(([key, value]): [string, unknown][] => {
    if (typeof value === 'number') return Number.isFinite(value) ? [[key, value + 0]] : [];
    if (value === undefined) return [];
    return [[key, typeof value === 'object' && value !== null ? jsonSafe(value) : value]];
  });
  return Object.fromEntries(entries);
}

/** `max 5% and at most 10% above the baseline`. */
export function thresholdOf(metric: JudgedMetric): string {
  const limits = limitsText(metric);
  const parts = [...(limits ? [limits] : []), ...(metric.compare ? [allowance(metric.compare)] : [])];
  return parts.join(' and ');
}
