import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../targets/process/test-home.ts';

const example = fileURLToPath(new URL('../../examples/haproxy/haproxy.cfg', import.meta.url));

export const hasHaproxy = (): boolean => spawnSync('haproxy', ['-v']).status === 0;

export interface HaproxyOptions {
  /** Port of the target: where the live server points. */
  readonly live: number;
  /** Changes the text of the example before it is used. */
  readonly edit?: (text: string) => string;
}

/** Test support: a real HAProxy with the configuration of examples/haproxy, on ports and in a folder of its own. */
export class TestHaproxy {
  readonly socket: string;
  readonly port: number;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  constructor(folder: string, port: number) {
    this.#folder = folder;
    this.socket = join(folder, 'admin.sock');
    this.port = port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  static async start({ live, edit = (text) => text }: HaproxyOptions): Promise<TestHaproxy> {
    const made = new TestHaproxy(await mkdtemp(join(tmpdir(), 'fairway-haproxy-')), await freePort());
    const pins = join(made.#folder, 'pins');
    await mkdir(pins);
    for (const name of ['header-x-canary', 'cookie-canary']) {
      await writeFile(join(pins, `shop-${name}.acl`), '');
    }
    const text = (await readFile(example, 'utf8'))
      .replaceAll('/run/haproxy/admin.sock mode', `${made.socket} mode`)
      .replaceAll('/etc/haproxy/pins', pins)
      .replace('127.0.0.1:8080', `127.0.0.1:${made.port}`)
      .replace('127.0.0.1:8081', `127.0.0.1:${live}`);
    await writeFile(join(made.#folder, 'haproxy.cfg'), edit(text));
    await made.reload();
    return made;
  }

  /** As `systemctl reload` does: another process takes over the sockets, the old one ends its requests. */
  async reload(): Promise<void> {
    const old = this.#process;
    const config = join(this.#folder, 'haproxy.cfg');
    const more = old?.pid === undefined ? [] : ['-sf', String(old.pid)];
    const made = spawn('haproxy', ['-db', '-f', config, ...more], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = made;
    let said = '';
    for (const stream of [made.stdout, made.stderr]) {
      stream?.on('data', (chunk) => {
        said += chunk;
      });
    }
    for (const end = Date.now() + 8_000; !(await this.#is(made.pid)); await sleep(20)) {
      if (made.exitCode !== null || Date.now() > end) throw new Error(`haproxy does not start:\n${said}`);
    }
  }

  /** One command, as an operator would give it. */
  ask(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.socket);
      let received = '';
      socket.setEncoding('utf8').on('data', (chunk: string) => {
        received += chunk;
      });
      socket.on('error', reject).on('close', () => resolve(received.trim()));
      socket.write(`${command}\n`);
    });
  }

  async #is(pid: number | undefined): Promise<boolean> {
    const info = await this.ask('show info').catch(() => '');
    return info.includes(`\nPid: ${pid}\n`);
  }

  async stop(): Promise<void> {
    const made = this.#process;
    if (made && made.exitCode === null && made.signalCode === null) {
      const ended = once(made, 'exit');
      made.kill('SIGKILL');
      await ended;
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
