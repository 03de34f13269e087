import { controlOf, layoutIn } from '@fairway/targets';
import { PROCESS_QUERIES } from '../kinds.ts';
import type { Measurement, MetricDriver, Question } from '../types.ts';

type Query = (typeof PROCESS_QUERIES)[number];

/** Figures of one side in a window, as the supervisor counts them. */
interface Figures {
  readonly requests: number;
  /** 5xx, requests that got no whole answer, and those whose client gave up after a second or more. */
  readonly errors: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
}

/**
 * What the process target's proxy counts, by the side that answered: `error-rate` in percent (5xx, requests
 * without a whole answer or whose client waited a second or more in vain), `requests`, and `p50`, `p95`, `p99` in milliseconds (2% exact). A
 * window up to 15 minutes old is exact to 250 ms, up to 6 hours to 15 s. No requests: no data.
 */
export const processMetrics: MetricDriver<Query> = {
  type: 'process',
  open: (_query, context) => ({
    type: 'process',
    async measure(question, signal) {
      const { side, from, to } = question;
      const query = `process ${question.query} of ${side} from ${iso(from)} to ${iso(to)}`;
      const failure = (reason: string): Measurement => ({ kind: 'failure', query, reason });
      if (!isQuery(question.query)) {
        return failure(`unknown query "${question.query}". Valid: ${PROCESS_QUERIES.join(', ')}.`);
      }
      try {
        const control = await controlOf(layoutIn(context), context.ports.files);
        if (!control) return failure('nothing is deployed');
        const path = `/metrics?side=${side}&from=${from}&to=${to}`;
        const call = { method: 'GET', path, timeout: 10_000, signal } as const;
        const { window } = await control.call<{ window: Figures | 'too-old' | 'no-side' }>(call);
        if (window === 'no-side') return failure(`there is no ${side} release`);
        if (window === 'too-old') return failure('the window begins more than 6 hours ago');
        return answer(question.query, window, query);
      } catch (error) {
        if (signal?.aborted) throw signal.reason;
        return failure(error instanceof Error ? error.message : String(error));
      }
    },
  }),
};

function answer(wanted: Query, figures: Figures, query: string): Measurement {
  const { requests, errors } = figures;
  if (requests === 0) return { kind: 'no-data', query, reason: 'no request ended in the window' };
  const value =
    wanted === 'requests' ? requests : wanted === 'error-rate' ? (100 * errors) / requests : figures[wanted];
  if (value === undefined) return { kind: 'failure', query, reason: `the supervisor did not tell ${wanted}` };
  return { kind: 'value', value, samples: requests, query };
}

const isQuery = (text: Question['query']): text is Query =>
  (PROCESS_QUERIES as readonly string[]).includes(text);
const iso = (ms: number): string => new Date(ms).toISOString();
