import type { Target, TargetContext } from '@fairway/targets';

/** The new release, or what it is compared with: the live one beside it. */
export type Side = 'candidate' | 'baseline';

/** One of the two releases, as query templates know it. */
export interface Subject {
  readonly version: string;
  readonly commit: string;
  readonly digest: string;
  /** What the target calls it. */
  readonly revision: string;
}

/**
 * What kind of answer a question wants. The query's form and the judge decide: a plain query gives one
 * `value` for the window, or a `series` of it; `counts` are failed and all events of the window; a
 * `histogram` is all latencies of the window by class.
 */
export type Shape = Measured['kind'];

/** What is measured about one side of a rollout during a window. Times: ms since 1970. */
export interface Question {
  readonly side: Side;
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
  /** Milliseconds between the points of a series. */
  readonly step?: number;
  readonly candidate: Subject;
  /** undefined where nothing is live beside the candidate. */
  readonly baseline: Subject | undefined;
}

/** Values are in percent (0 to 100), milliseconds or plain numbers: see `unit` of the metric. */
export type Measured =
  | {
      readonly kind: 'value';
      readonly value: number;
      /** How many observations stand behind the value, if the provider knows. */
      readonly samples?: number;
    }
  /** Oldest first; a time without data has no point. */
  | { readonly kind: 'series'; readonly points: readonly { readonly at: number; readonly value: number }[] }
  /** `events` of `total` were bad. */
  | { readonly kind: 'counts'; readonly events: number; readonly total: number }
  /**
   * `counts[i]` observations lie above `bounds[i - 1]` and not above `bounds[i]`; the last count, one more than
   * there are bounds, lies above all bounds. Bounds rise.
   */
  | { readonly kind: 'histogram'; readonly bounds: readonly number[]; readonly counts: readonly number[] };

/** `query`: as it was sent, for people. */
export type Measurement =
  | (Measured & { readonly query: string })
  | { readonly kind: 'no-data'; readonly query: string; readonly reason: string }
  | { readonly kind: 'failure'; readonly query: string; readonly reason: string };

/** Measures, and never decides. A fault of the provider is a `failure`, never a value. */
export interface MetricProvider {
  readonly type: string;
  /** Answers in the shape that was asked for; a shape it cannot give is a `failure` that says so. */
  measure(question: Question, signal?: AbortSignal): Promise<Measurement>;
}

/** Where a provider stands, and the secrets that fairway.yml names. */
export interface MetricContext extends TargetContext {
  readonly target: Target;
  /** The value of a secret by its name in fairway.yml. Throws UserError when the job does not have it. */
  secret(name: string): string;
}

/** `Query` stands in one metric; `Connection` once, under `providers:`. */
export interface MetricDriver<Query, Connection = object> {
  readonly type: string;
  open(query: Query, connection: Connection, context: MetricContext): MetricProvider;
}
