import type { Stats } from './stats.ts';
import { BOUNDS } from './stats.ts';

export interface Row {
  readonly stats: Stats;
  readonly labels: Readonly<Record<string, string>>;
  readonly inFlight: number;
  readonly restarts: number;
}

/** Prometheus text format 0.0.4. */
export function renderMetrics(rows: readonly Row[], weight: number): string {
  const lines: string[] = [];
  const family = (name: string, type: string, help: string, samples: (row: Row) => [string, number][]) => {
    lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`);
    for (const row of rows) for (const [key, value] of samples(row)) lines.push(`${key} ${value}`);
  };
  const total = 'fairway_requests_total';
  family(total, 'counter', 'Requests by class of status; none: no whole answer.', ({ stats, labels }) =>
    [...stats.byClass].map(([code, n]) => [series(total, { ...labels, code }), n]),
  );
  const failures = 'fairway_proxy_failures_total';
  family(failures, 'counter', 'Requests that got no whole answer from the release.', ({ stats, labels }) => [
    [series(failures, labels), stats.proxyFailures],
  ]);
  const flight = 'fairway_requests_in_flight';
  family(flight, 'gauge', 'Requests that are not answered yet.', ({ labels, inFlight }) => [
    [series(flight, labels), inFlight],
  ]);
  const restarts = 'fairway_restarts_total';
  family(restarts, 'counter', 'Restarts after a crash.', (row) => [
    [series(restarts, row.labels), row.restarts],
  ]);
  const time = 'fairway_request_duration_seconds';
  family(time, 'histogram', 'Time to the end of the answer.', ({ stats, labels }) => [
    ...BOUNDS.map((le, i): [string, number] => [
      series(`${time}_bucket`, { ...labels, le: String(le) }),
      stats.histogram[i] ?? 0,
    ]),
    [series(`${time}_bucket`, { ...labels, le: '+Inf' }), stats.requests],
    [series(`${time}_sum`, labels), stats.seconds],
    [series(`${time}_count`, labels), stats.requests],
  ]);
  lines.push('# HELP fairway_candidate_weight Percent of requests that the candidate gets.');
  lines.push('# TYPE fairway_candidate_weight gauge', `fairway_candidate_weight ${weight}`);
  return `${lines.join('\n')}\n`;
}

function series(name: string, labels: Readonly<Record<string, string>>): string {
  const inner = Object.entries(labels).map(([key, text]) => `${key}="${quoted(text)}"`);
  return `${name}{${inner.join(',')}}`;
}

const quoted = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
