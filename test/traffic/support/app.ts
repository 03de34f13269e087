/** How a release of the suite behaves. */
export interface Manner {
  /** Of 1: requests that fail with 500. */
  readonly errors?: number;
  /** Milliseconds each answer takes at least. Up to as many more are added by chance. */
  readonly takes?: number;
}

/**
 * Source of a service that counts what it answers, as services do: requests by status and their times, with its
 * revision, on /metrics. It tells Prometheus of itself by a file for service discovery.
 */
export const appSource = ({ errors = 0, takes = 20 }: Manner = {}): string => `
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const { PORT, HOST, FAIRWAY_VERSION: version, FAIRWAY_REVISION: revision, DISCOVERY } = process.env;
const labels = 'revision="' + revision + '",version="' + version + '"';
const bounds = [0.01, 0.02, 0.025, 0.03, 0.035, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.25, 0.5, 1];
const classes = bounds.map(() => 0);
const codes = { 200: 0, 500: 0 };
let [sum, count] = [0, 0];

function metrics() {
  const lines = Object.entries(codes).map(([code, n]) => 'app_requests_total{' + labels + ',code="' + code + '"} ' + n);
  bounds.forEach((le, i) => lines.push('app_request_seconds_bucket{' + labels + ',le="' + le + '"} ' + classes[i]));
  lines.push('app_request_seconds_bucket{' + labels + ',le="+Inf"} ' + count);
  lines.push('app_request_seconds_sum{' + labels + '} ' + sum, 'app_request_seconds_count{' + labels + '} ' + count);
  return lines.join('\\n') + '\\n';
}

const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end('ok');
  if (request.url === '/metrics') {
    return response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(metrics());
  }
  const begin = performance.now();
  setTimeout(() => {
    const code = Math.random() < ${errors} ? 500 : 200;
    response.writeHead(code, { 'x-version': version });
    response.end(version);
    const seconds = (performance.now() - begin) / 1000;
    codes[code]++;
    bounds.forEach((le, i) => { if (seconds <= le) classes[i]++; });
    sum += seconds;
    count++;
  }, ${takes} * (1 + Math.random()));
});
server.listen(PORT, HOST, () => {
  mkdirSync(DISCOVERY, { recursive: true });
  const file = join(DISCOVERY, revision + '.json');
  writeFileSync(file + '.new', JSON.stringify([{ targets: [HOST + ':' + PORT] }]));
  renameSync(file + '.new', file);
});
process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;
