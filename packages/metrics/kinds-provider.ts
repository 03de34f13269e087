import type { Kind } from '@fairway/schema';
import { usesSide } from './template.ts';
import type { Shape } from './types.ts';
import type { RawUnit } from './units.ts';

/** What a query gives. */
export interface MetricForm {
  /** `value`: one number for the window; `counts`: bad ones of all; `histogram`: all latencies by class. */
  readonly form: 'value' | 'counts' | 'histogram';
  /** What can be asked of it: a `value` may also be had as a `series`, for Mann-Whitney. */
  readonly shapes: readonly Shape[];
  /** Of a histogram, 0 to 1. */
  readonly quantile?: number;
  /** What the raw query gives, where the query says so by itself; the metric's `unit` must not contradict. */
  readonly unit?: RawUnit;
  /** Counts the traffic itself, of which each side gets its share: that compares the shares, not the releases. */
  readonly ofTraffic?: true;
}

/** What `fairway.yml` may say about one provider. Pure: no effects, cheap to import. */
export interface ProviderKind<Query, Connection> {
  /** In one metric. */
  readonly query: Kind<Query>;
  /** Once, under `providers:`. */
  readonly connection: Kind<Connection>;
  form(query: Query): MetricForm;
  /** Whether the query tells candidate and baseline apart; without it they cannot be compared. */
  sided(query: Query): boolean;
  /**
   * Whether an answer reaches back beyond its window, so that those of two looks overlap: one bad moment would
   * count as many. Default: it does not.
   */
  overlaps?(query: Query): boolean;
  /** Tells them apart by more than names in the query, or sees to it itself; else equal names are a failure. */
  readonly beyondNames?: boolean;
}

/** A plain query. */
export const valueForm: MetricForm = { form: 'value', shapes: ['value', 'series'] };
/** Bad ones of all: a share, whatever the provider. */
export const countsForm: MetricForm = { form: 'counts', shapes: ['counts'], unit: 'percent' };
/** `quantile`: 0 to 1. */
export const histogramForm = (quantile: number, unit?: RawUnit): MetricForm => ({
  ...{ form: 'histogram', shapes: ['histogram'], quantile },
  ...(unit ? { unit } : {}),
});

/** Each of these templates must tell the sides apart. */
export const allSided = (...templates: readonly string[]): boolean => templates.every(usesSide);
/** One of these templates must: parts of one request. */
export const someSided = (...templates: readonly string[]): boolean => templates.some(usesSide);
