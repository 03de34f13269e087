import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../targets/process/test-home.ts';

const has = (program: string) => !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;

/** Whether tests can start a real Prometheus. */
export const havePrometheus: boolean = has('prometheus') && has('promtool');

/** Samples of one series: `[at, value]`, times in ms since 1970. */
export interface Series {
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly samples: readonly (readonly [at: number, value: number | string])[];
}

/** Something to scrape: whatever text the test gives. */
export class Exporter {
  text = '';
  readonly port: number;
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async start(): Promise<Exporter> {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(exporter.text);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const exporter = new Exporter(server);
    return exporter;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

export interface PrometheusSetup {
  /** Ports of 127.0.0.1 to scrape; the first scrape comes after five seconds. */
  readonly targets?: readonly number[];
  /** Milliseconds between scrapes. Default: 200. */
  readonly every?: number;
  /** Prometheus' own web config: users, certificates. */
  readonly web?: object;
  /** `https` when the web config has certificates. */
  readonly scheme?: 'http' | 'https';
  /** What it knows already when it starts. */
  readonly series?: readonly Series[];
}

/** A real Prometheus on a free port of 127.0.0.1, with a folder of its own that goes with it. */
export class TestPrometheus {
  readonly url: string;
  readonly folder: string;
  readonly #child: ChildProcess;

  constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.folder = folder;
    this.#child = child;
  }

  static async start(setup: PrometheusSetup): Promise<TestPrometheus> {
    const folder = await mkdtemp(join(tmpdir(), 'fairway-prometheus-'));
    const every = `${setup.every ?? 200}ms`;
    const targets = (setup.targets ?? []).map((port) => `127.0.0.1:${port}`);
    // YAML holds JSON: no writer is needed.
    const config = {
      global: { scrape_interval: every, scrape_timeout: every },
      scrape_configs: [{ job_name: 'test', static_configs: [{ targets }] }],
    };
    await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
    if (setup.web) await writeFile(join(folder, 'web.yml'), JSON.stringify(setup.web));
    if (setup.series) backfill(folder, setup.series);
    const port = await freePort();
    const args = [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      ...(setup.web ? [`--web.config.file=${join(folder, 'web.yml')}`] : []),
    ];
    const child = spawn('prometheus', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-20_000);
    });
    const server = new TestPrometheus(`${setup.scheme ?? 'http'}://127.0.0.1:${port}`, folder, child);
    for (const end = Date.now() + 15_000; !log.includes('Server is ready'); await sleep(20)) {
      if (Date.now() < end && child.exitCode === null) continue;
      await server.stop();
      throw new Error(`prometheus did not start:\n${log}`);
    }
    return server;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#child.once('exit', done));
    if (this.#child.exitCode === null && this.#child.kill('SIGKILL')) await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Writes the samples as blocks of its database: no scrape to wait for, and their times are exact. */
function backfill(folder: string, series: readonly Series[]): void {
  const escaped = (text: string) => text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n');
  const lines = series.flatMap(({ name, labels = {}, samples }) => {
    const shown = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
    return samples.map(([at, value]) => `${name}{${shown.join(',')}} ${value} ${(at / 1_000).toFixed(3)}`);
  });
  const text = `${lines.join('\n')}\n# EOF\n`;
  const file = join(folder, 'series.om');
  writeFileSync(file, text);
  const args = ['tsdb', 'create-blocks-from', 'openmetrics', file, join(folder, 'data')];
  const { status, stderr } = spawnSync('promtool', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`promtool took no samples: ${stderr}`);
}
