import type { Measurement, Shape } from '@fairway/metrics';
import type { Limit } from '../threshold-kind.ts';

export type NoData = 'wait' | 'fail' | 'pass' | 'inconclusive';

/** What the query of a metric gives: `value` for a plain one, `counts` and `histogram` where it has those. */
export type Form = 'value' | 'counts' | 'histogram';

/** How a metric is compared with the baseline of the same time. */
export interface Comparison {
  /** How much worse is still as good: 0.1 is ten percent. */
  readonly tolerate: number;
  readonly worse: 'higher' | 'lower' | 'either';
  /**
   * `sequential` may be looked at after every interval; `mann-whitney` is asked once, when a bake ends.
   */
  readonly by: 'sequential' | 'mann-whitney';
  /** A candidate at or below this is no worse, whatever the baseline: 2 ms against 1 ms is nobody's concern. */
  readonly ignoreBelow?: Limit;
}

/** A metric as the judge needs it. */
export interface JudgedMetric {
  readonly name: string;
  readonly form: Form;
  /** Of the histogram, 0 to 1; for the form `histogram`. */
  readonly quantile?: number;
  readonly unit: Limit['unit'];
  readonly max?: Limit;
  readonly min?: Limit;
  readonly compare?: Comparison;
  readonly noData: NoData;
  /** Fewer observations on a side than this count as no data. */
  readonly minSamples: number;
}

/** What is to be asked before `judge` can judge: nothing, one window of one side, or of both. */
export interface Wanted {
  readonly shape: Shape;
  readonly sides: readonly ('candidate' | 'baseline')[];
  readonly from: number;
  readonly to: number;
  readonly step?: number;
}

/** One look at one metric. */
export interface Look {
  readonly candidate: Measurement;
  /** Absent for a metric that is not compared. */
  readonly baseline?: Measurement;
  readonly from: number;
  readonly to: number;
  /** The bake has ended: what is asked only once is asked now. */
  readonly final: boolean;
}

/**
 * What a metric remembers between looks: JSON, a few hundred bytes, kept in the ledger with the machine.
 * `until`: the end (ms since 1970) of the last window that was taken in; the next begins there, so that
 * nothing is counted twice and nothing is left out, however many processes take turns.
 */
export interface Memory {
  readonly until: number;
  readonly [more: string]: unknown;
}

/** How much may be spent on false alarms, for this metric and the whole rollout: 0.01 is one percent. */
export interface Rules {
  readonly alpha: number;
  /** How many bakes end with a look; what is asked once a bake shares `alpha` among them. */
  readonly bakes: number;
}

/** What one look means, with everything a person needs to act on it. JSON. */
export interface Verdict {
  readonly metric: string;
  readonly verdict: 'pass' | 'fail' | 'inconclusive' | 'error';
  /** Whether enough data stands behind it. Without it nothing advances. */
  readonly evidence: boolean;
  readonly method: 'threshold' | 'counts' | 'latencies' | 'pairs' | 'mann-whitney';
  /** The query as it was sent, for the candidate. */
  readonly query: string;
  readonly baselineQuery?: string;
  readonly unit: Limit['unit'];
  /** Candidate and baseline, in `unit`. */
  readonly value?: number;
  readonly baseline?: number;
  /** Observations behind the values, if the provider knows. */
  readonly samples?: number;
  readonly baselineSamples?: number;
  /** Candidate over baseline: 2 is twice as much. */
  readonly effect?: number;
  /** Where the effect lies, at this confidence (0.99); for Mann-Whitney of the shift, in `unit`. */
  readonly interval?: {
    readonly low: number;
    /** Absent: without bound. */
    readonly high?: number;
    readonly confidence: number;
    readonly of: 'ratio' | 'shift';
  };
  /** Odds that this is no chance, and the odds that fail it; for sequential methods. */
  readonly odds?: { readonly now: number; readonly limit: number };
  /** The limit in words: `max 1%`, `at most 10% above the baseline`. */
  readonly threshold: string;
  /** One sentence for the log: what, how much, against what, on how much data. */
  readonly explanation: string;
}
