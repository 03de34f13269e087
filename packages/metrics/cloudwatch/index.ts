import { UserError } from '@fairway/runtime/errors';
import { withDefaults } from '../http/defaults.ts';
import { reasonOf } from '../http/exchange.ts';
import type { Measurement, MetricDriver } from '../types.ts';
import { combine, type Series, seriesIn, sum } from './answer.ts';
import { openClient } from './client.ts';
import { type CloudWatchConnection, type CloudWatchQuery, cloudwatchKind } from './kinds.ts';
import { requestOf } from './request.ts';
import { windowOf } from './window.ts';

/**
 * Amazon CloudWatch: a metric, metric maths or Metrics Insights, by GetMetricData and the job's own AWS
 * credentials. Windows are whole minutes (or the `period` where it is shorter), `delay` earlier.
 */
export const cloudwatchMetrics: MetricDriver<CloudWatchQuery, CloudWatchConnection> = {
  type: 'cloudwatch',
  open(query, given, context) {
    const connection = withDefaults(cloudwatchKind.connection, given);
    requireSums(query);
    const client = openClient(connection, context);
    const { app, environment } = context;
    return {
      type: 'cloudwatch',
      async measure(question, signal) {
        const { delay } = connection;
        const step = question.shape === 'series' ? question.step : undefined;
        const window = windowOf(question, { period: query.period, delay, step });
        if (!window) {
          const reason = 'the window holds no whole minute, and CloudWatch has no figures for less';
          return { kind: 'no-data', query: 'nothing was asked', reason };
        }
        const request = requestOf(query, window, { ...question, app, environment });
        const answer = (rest: object) => ({ ...rest, query: request.query }) as Measurement;
        try {
          const found = seriesIn(await client.getMetricData(request.body, signal), window);
          return answer(measured(query, request.ids, found, question.shape === 'series'));
        } catch (error) {
          if (signal?.aborted) throw signal.reason;
          return answer({ kind: 'failure', reason: client.redact(reasonOf(error)) });
        }
      },
    };
  },
};

type Ids = ReturnType<typeof requestOf>['ids'];
type Found = ReturnType<typeof seriesIn>;
const NOTHING: Series = { points: [], notes: [] };

function measured(query: CloudWatchQuery, ids: Ids, found: Found, series: boolean): object {
  const main = found.get(ids.value) ?? NOTHING;
  if (ids.total !== undefined && 'events' in query) {
    return counts(main, found.get(ids.total) ?? NOTHING, query.noEvents === 'zero');
  }
  if (main.points.length === 0) return noData('CloudWatch has no points in the window', main);
  if (series) return { kind: 'series', points: main.points };
  const samples = ids.samples ? (found.get(ids.samples)?.points ?? []) : [];
  const stat = 'namespace' in query ? query.stat : undefined;
  const value = combine(main.points, stat, samples);
  const many = sum(samples.map((point) => point.value));
  return { kind: 'value', value, ...(many > 0 ? { samples: Math.round(many) } : {}) };
}

function counts(events: Series, total: Series, absentIsZero: boolean): object {
  if (total.points.length === 0) return noData('CloudWatch has no points of `total` in the window', total);
  if (events.points.length === 0 && !absentIsZero) {
    const hint = 'if the metric only exists once something failed, write `no-events: zero`';
    return noData(`CloudWatch has no points of \`events\` in the window; ${hint}`, events);
  }
  // Sums of whole numbers come back with the rounding of floating point.
  const whole = ({ points }: Series) => Math.round(sum(points.map(({ value }) => value)));
  return { kind: 'counts', events: whole(events), total: whole(total) };
}

const noData = (reason: string, { notes }: Series): object => ({
  kind: 'no-data',
  reason: notes.length ? `${reason} (${notes.join('; ')})` : reason,
});

/** Counts are sums; an average of requests is no number of requests. */
function requireSums(query: CloudWatchQuery): void {
  if (!('events' in query)) return;
  const wrong = Object.entries(query.metrics).find(([, { stat }]) => !['Sum', 'SampleCount'].includes(stat));
  if (!wrong) return;
  throw new UserError(
    `cloudwatch: events and total are counts, but ${wrong[0]} has the statistic ${wrong[1].stat}`,
    {
      mend: 'use `stat: Sum` (or SampleCount)',
    },
  );
}
