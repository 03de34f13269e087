import { describeError } from '@fairway/runtime/errors';
import { Redactor } from '@fairway/runtime/redact';
import type { MetricForm } from './kinds-provider.ts';
import { NoBaseline } from './template.ts';
import type { Measured, Measurement, MetricContext, MetricProvider, Question } from './types.ts';
import { type RawUnit, scaled } from './units.ts';

interface Expected {
  readonly form: MetricForm;
  readonly unit: RawUnit;
  /** Why this cannot be asked, in words. */
  refuse?(question: Question): string | undefined;
}

/**
 * What every provider has in common: shapes are checked, impossible numbers are failures, values are scaled
 * once, what is thrown is a failure, and no secret that was used stands in what people read.
 */
export function checked(
  open: (context: MetricContext) => MetricProvider,
  expected: Expected,
  context: MetricContext,
): MetricProvider {
  const { unit } = expected;
  const redactor = new Redactor();
  const used = new Set<string>();
  const provider = open({
    ...context,
    secret(name) {
      const value = context.secret(name);
      redactor.add(value);
      used.add(value.trim());
      return value;
    },
  });
  const safe = (text: string) => [...used].reduce(withoutBeginning, redactor.redact(text));
  return {
    type: provider.type,
    async measure(question, signal) {
      const measured = await ask(provider, expected, question, signal);
      const query = safe(measured.query);
      if (measured.kind === 'failure' || measured.kind === 'no-data') {
        return { ...measured, query, reason: safe(measured.reason) };
      }
      const known = measured.kind === 'series' ? withoutGaps(measured) : measured;
      const problem = problemOf(known);
      return problem ? { ...problem, query } : { ...scaled(known, unit), query };
    },
  };
}

/** What an answer quotes is cut before it gets here, maybe in the middle of a secret. */
const SHORTEST = 8;

function withoutBeginning(text: string, secret: string): string {
  const at = secret.length > SHORTEST ? text.indexOf(secret.slice(0, SHORTEST)) : -1;
  if (at < 0) return text;
  let end = at + SHORTEST;
  while (end < text.length && text[end] === secret[end - at]) end++;
  return withoutBeginning(`${text.slice(0, at)}***${text.slice(end)}`, secret);
}

async function ask(
  provider: MetricProvider,
  { form: { form, shapes }, refuse }: Expected,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<Measurement> {
  const query = `a ${question.shape} of ${provider.type}`;
  if (!shapes.includes(question.shape)) {
    const reason = `this query of ${provider.type} gives ${form === 'value' ? 'a value' : form}, no ${question.shape}`;
    return { kind: 'failure', query, reason };
  }
  const refused = refuse?.(question);
  if (refused) return { kind: 'failure', query, reason: refused };
  try {
    const measured = await provider.measure(question, signal);
    if (['failure', 'no-data', question.shape].includes(measured.kind)) return measured;
    const reason = `${provider.type} answered with a ${measured.kind} where a ${question.shape} was asked for`;
    return { kind: 'failure', query: measured.query, reason };
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (error instanceof NoBaseline) return { kind: 'no-data', query, reason: error.message };
    return { kind: 'failure', query, reason: describeError(error).text };
  }
}

/** A time at which there is no number is a time without data. */
const withoutGaps = (series: Measured & { kind: 'series' }): Measured => ({
  ...series,
  points: series.points.filter(({ value }) => !Number.isNaN(value)),
});

type Problem = { readonly kind: 'no-data' | 'failure'; readonly reason: string };
const noData = (reason: string): Problem => ({ kind: 'no-data', reason });
const failure = (reason: string): Problem => ({ kind: 'failure', reason });

/** Nothing that is not a number counts as one; nothing that cannot be is believed. */
function problemOf(measured: Measured): Problem | undefined {
  switch (measured.kind) {
    case 'value':
      return Number.isNaN(measured.value) ? noData('the value is not a number (NaN)') : undefined;
    case 'series': {
      const { points } = measured;
      if (points.length === 0) return noData('no point of the series is a number');
      const odd = points.find(({ value }) => !Number.isFinite(value));
      return odd && failure(`a point of the series is ${odd.value} (at ${new Date(odd.at).toISOString()})`);
    }
    case 'counts': {
      const { events, total } = measured;
      if (![events, total].every(isCount)) return failure(`${events} of ${total} are no counts`);
      if (events > total)
        return failure(`${events} events of only ${total} in total: the queries do not fit`);
      return total === 0 ? noData('nothing happened in the window: 0 in total') : undefined;
    }
    case 'histogram':
      return histogramProblem(measured);
  }
}

function histogramProblem({ bounds, counts }: Measured & { kind: 'histogram' }): Problem | undefined {
  const rising = bounds.every((bound, i) => Number.isFinite(bound) && bound > (bounds[i - 1] ?? -Infinity));
  if (bounds.length === 0 || !rising) return failure('the classes of the histogram do not rise');
  if (counts.length !== bounds.length + 1) {
    return failure(`the histogram has ${counts.length} counts for ${bounds.length} bounds`);
  }
  if (!counts.every(isCount)) return failure('the histogram has counts that are no whole numbers from 0');
  return counts.some((count) => count > 0) ? undefined : noData('nothing was observed in the window');
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
