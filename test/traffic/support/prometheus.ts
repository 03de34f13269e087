import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const hasPrometheus = (): boolean => spawnSync('prometheus', ['--version']).status === 0;

/** A real Prometheus that scrapes whatever is found by the files in a folder. */
export class Prometheus {
  readonly url: string;
  readonly #child: ChildProcess;

  constructor(url: string, child: ChildProcess) {
    this.url = url;
    this.#child = child;
  }

  /** `discovery`: folder of the files; `folder`: for everything of its own. */
  static async start(port: number, folder: string, discovery: string): Promise<Prometheus> {
    await mkdir(folder, { recursive: true });
    await mkdir(discovery, { recursive: true });
    const config = {
      global: { scrape_interval: '250ms', scrape_timeout: '250ms' },
      scrape_configs: [
        {
          job_name: 'app',
          file_sd_configs: [{ files: [join(discovery, '*.json')], refresh_interval: '500ms' }],
        },
      ],
    };
    // YAML holds JSON.
    await writeFile(join(folder, 'prometheus.yml'), JSON.stringify(config));
    const args = [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--scrape.discovery-reload-interval=100ms',
    ];
    const child = spawn('prometheus', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log = (log + text).slice(-10_000);
    });
    for (const end = Date.now() + 15_000; !log.includes('Server is ready'); await sleep(20)) {
      if (Date.now() < end && child.exitCode === null) continue;
      child.kill('SIGKILL');
      throw new Error(`prometheus does not start:\n${log}`);
    }
    return new Prometheus(`http://127.0.0.1:${port}`, child);
  }

  /** It still has its port, and answers nobody. */
  cutOff(): void {
    this.#child.kill('SIGSTOP');
  }

  bringBack(): void {
    this.#child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}
