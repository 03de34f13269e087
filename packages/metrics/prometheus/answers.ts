import type { Measured } from '../types.ts';
import type { Data } from './api.ts';

/** Why an answer is no measurement, in words. */
export class Unfit extends Error {}
/** There was nothing to measure. */
export class Nothing extends Error {}

interface Series {
  readonly metric: Readonly<Record<string, string>>;
  /** Time in seconds, value as text. */
  readonly value?: readonly [number, string];
  readonly values?: readonly (readonly [number, string])[];
  readonly histogram?: unknown;
  readonly histograms?: unknown;
}

/** The one number of an instant query. No series: `Nothing`. */
export function oneNumber({ resultType, result }: Data): number {
  if (resultType === 'scalar') return numberOf((result as [number, string])[1]);
  if (resultType === 'matrix') {
    throw new Unfit(
      'the query gives a range of samples: use a function over it, as in rate(...[{{ window }}])',
    );
  }
  if (resultType !== 'vector') throw new Unfit(`the query gives a ${resultType}, no number`);
  const { value } = theOne(result as Series[]);
  if (!value) throw new Unfit(NATIVE);
  return numberOf(value[1]);
}

const NATIVE =
  'the query gives a native histogram, which is not understood: ask for histogram_quantile(0.95, ...) as a plain value, or for classic classes';

function theOne(series: readonly Series[]): Series {
  const [first] = series;
  if (!first) throw new Nothing('the query found no series with a sample in the window');
  if (series.length === 1) return first;
  const shown = series.slice(0, 3).map(({ metric }) => labelsOf(metric));
  const more = series.length > 3 ? ', ...' : '';
  throw new Unfit(
    `the query gives ${series.length} series (${shown.join(', ')}${more}) where one is wanted: wrap it in sum(...), avg(...) or max(...), or select one`,
  );
}

/** A series of a range query; a time without a sample has no point. */
export function pointsOf({ resultType, result }: Data): Measured & { kind: 'series' } {
  if (resultType !== 'matrix') throw new Unfit(`the query gives a ${resultType}, no series`);
  const { values } = theOne(result as Series[]);
  if (!values) throw new Unfit(NATIVE);
  const points = values.map(([at, value]) => ({ at: Math.round(at * 1_000), value: numberOf(value) }));
  return { kind: 'series', points };
}

/** Cumulative classes, one series each by its `le`, as classes of their own. Counts are rounded. */
export function histogramOf({ resultType, result }: Data): Measured & { kind: 'histogram' } {
  if (resultType !== 'vector') throw new Unfit(`the query gives a ${resultType}, no classes by le`);
  const series = result as Series[];
  if (series.length === 0) throw new Nothing('the query found no series with a sample in the window');
  const classes = series.map(classOf).sort((a, b) => a.bound - b.bound);
  const twice = classes.find(({ bound }, i) => bound === classes[i - 1]?.bound);
  if (twice) throw new Unfit(`two series have le="${twice.bound}": wrap the query in sum by (le) (...)`);
  if (classes.at(-1)?.bound !== Number.POSITIVE_INFINITY) throw new Unfit('the class le="+Inf" is missing');
  if (classes.length === 1) throw new Unfit('there is no class but le="+Inf"');
  let before = 0;
  const counts = classes.map(({ count }) => {
    // Extrapolation and scrapes that come one by one may let a class seem smaller than the one it contains.
    const upTo = Math.max(before, Math.round(count));
    const own = upTo - before;
    before = upTo;
    return own;
  });
  return { kind: 'histogram', bounds: classes.slice(0, -1).map(({ bound }) => bound), counts };
}

function classOf({ metric, value }: Series): { bound: number; count: number } {
  const { le, ...others } = metric;
  if (!value) throw new Unfit(NATIVE);
  if (le === undefined || Object.keys(others).length > 0) {
    throw new Unfit(
      `a series is ${labelsOf(metric)} and not {le="..."}: wrap the query in sum by (le) (...)`,
    );
  }
  const [bound, count] = [numberOf(le), numberOf(value[1])];
  if (Number.isNaN(bound)) throw new Unfit(`le="${le}" is no number`);
  if (Number.isFinite(count) && count >= 0) return { bound, count };
  if (Number.isNaN(count)) throw new Nothing(`the class le="${le}" is not a number (NaN)`);
  throw new Unfit(`the class le="${le}" counts ${count}`);
}

/** Extrapolated, so rounded. A share that is over by no more than the rounding is the whole. */
export function countsOf(events: number, total: number): Measured & { kind: 'counts' } {
  for (const [name, value] of Object.entries({ events, total })) {
    if (Number.isNaN(value)) throw new Nothing(`${name} is not a number (NaN)`);
    if (!Number.isFinite(value) || value < 0) throw new Unfit(`${name} is ${value}, which is no count`);
  }
  const [bad, all] = [Math.round(events), Math.round(total)];
  return { kind: 'counts', events: events <= total * 1.01 ? Math.min(bad, all) : bad, total: all };
}

/** As Prometheus writes numbers: `NaN`, `+Inf` and `-Inf` besides the usual. What is no text is no number. */
function numberOf(text: unknown): number {
  if (typeof text !== 'string' || text.trim() === '') return Number.NaN;
  return /^[+-]?Inf$/.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number(text);
}

function labelsOf(metric: Series['metric']): string {
  const { __name__: name = '', ...labels } = metric;
  const shown = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return `${name}{${shown.join(', ')}}`.slice(0, 120);
}
