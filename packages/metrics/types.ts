import type { Target, TargetContext } from '@fairway/targets';

/** What is measured about one side of a rollout during a window. */
export interface Question {
  readonly side: 'candidate' | 'live';
  /** The query as the configuration states it. */
  readonly query: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

export type Measurement =
  | {
      readonly kind: 'value';
      readonly value: number;
      /** How many observations stand behind the value, if the provider knows. */
      readonly samples?: number;
      /** The query as it was sent. */
      readonly query: string;
    }
  | { readonly kind: 'no-data'; readonly query: string; readonly reason: string }
  | { readonly kind: 'failure'; readonly query: string; readonly reason: string };

/** Measures, and never decides. A fault of the provider is a `failure`, never a value. */
export interface MetricProvider {
  readonly type: string;
  measure(question: Question, signal?: AbortSignal): Promise<Measurement>;
}

export interface MetricDriver<C> {
  readonly type: string;
  open(config: C, context: TargetContext, target: Target): MetricProvider;
}
