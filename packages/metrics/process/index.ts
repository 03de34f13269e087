import { controlOf, layoutIn } from '@fairway/targets';
import type { Measured, Measurement, MetricDriver, Question } from '../types.ts';
import type { ProcessQuery } from './kinds.ts';

/** One release in a window, as the supervisor counts it. */
interface Window {
  readonly requests: number;
  readonly errors: number;
  readonly bounds: readonly number[];
  readonly counts: readonly number[];
}

/**
 * What the process target's proxy counts, by the release that answered: `error-rate` as counts (5xx, requests
 * without a whole answer or whose client waited a second or more in vain, of all), `p50`, `p95` and `p99` as a
 * histogram in milliseconds (classes 4% apart, the same for every window and side), and `requests`. A window up
 * to 15 minutes old is exact to 250 ms, up to 6 hours to 15 s. No requests: no data.
 */
export const processMetrics: MetricDriver<ProcessQuery> = {
  type: 'process',
  open: (asked, _connection, context) => ({
    type: 'process',
    async measure(question, signal) {
      const { side, from, to } = question;
      const query = `process ${asked} of ${side} from ${iso(from)} to ${iso(to)}`;
      const failure = (reason: string): Measurement => ({ kind: 'failure', query, reason });
      const release = question[side];
      if (!release) return { kind: 'no-data', query, reason: `there is no ${side}` };
      const control = await controlOf(layoutIn(context), context.ports.files);
      if (!control) return failure('nothing is deployed');
      const { window } = await control.call<{ window: Window | 'too-old' | 'no-release' }>({
        method: 'GET',
        path: `/window?side=${side}&digest=${encodeURIComponent(release.digest)}&from=${from}&to=${to}`,
        timeout: 10_000,
        signal,
      });
      if (window === 'no-release') return failure(`the target does not run the ${side} ${release.version}`);
      if (window === 'too-old') return failure('the window begins more than 6 hours ago');
      if (window.requests === 0) return { kind: 'no-data', query, reason: 'no request ended in the window' };
      return { ...answer(question, window), query };
    },
  }),
};

function answer({ shape }: Question, { requests, errors, bounds, counts }: Window): Measured {
  if (shape === 'counts') return { kind: 'counts', events: errors, total: requests };
  if (shape === 'histogram') return { kind: 'histogram', bounds, counts };
  return { kind: 'value', value: requests, samples: requests };
}

const iso = (ms: number): string => new Date(ms).toISOString();
