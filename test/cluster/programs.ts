import { execFile, spawn } from 'node:child_process';
import { accessSync, constants, openSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where test/install-lanes puts what it builds. */
export const HOME = '/usr/local/lib/fairway-kubernetes';
export const BIN: string = join(HOME, 'bin');

const BUILT = [
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kube-proxy',
  'kubelet',
  'kubectl',
];
const OTHERS = [
  'etcd',
  'containerd',
  'ctr',
  'runc',
  'openssl',
  'skopeo',
  'haproxy',
  'docker-registry',
  'ip',
  'nft',
];

/** Debian keeps servers in folders that are not on everyone's PATH. */
const PATH = [process.env.PATH, '/usr/sbin', '/sbin'].join(delimiter);

const onPath = (name: string): boolean =>
  PATH.split(delimiter).some((folder) => isProgram(join(folder, name)));

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether this machine can run a cluster of the tests' own. */
export const hasKubernetes: boolean =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  BUILT.every((name) => isProgram(join(BIN, name))) &&
  OTHERS.every(onPath) &&
  isProgram('/usr/lib/cni/bridge') &&
  isProgram('/bin/busybox');

export interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. A failure is an Error whose message has the program's own words. */
export function run(
  program: string,
  args: readonly string[],
  { input, env }: { input?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const options = { env: { ...process.env, PATH, ...env }, maxBuffer: 64 << 20 };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (!error) return resolve({ stdout, stderr });
      const code = error.code ?? error.signal;
      reject(
        new Error(`${program} ${args.join(' ')} ended with ${code}:\n${stderr || stdout}`, { cause: error }),
      );
    });
    // A program that ends early closes its standard input; its exit code says why.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** A server that ends with this process, however this process ends. */
export class Server {
  readonly name: string;
  readonly pid: number;
  readonly #log: string;
  readonly #ended: Promise<void>;
  readonly #kill: () => void;
  #over = false;

  constructor(name: string, log: string, argv: readonly string[]) {
    this.name = name;
    this.#log = log;
    const out = openSync(log, 'a');
    // The kernel kills it when this process dies: a crashed test leaves nothing running.
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...argv], {
      stdio: ['ignore', out, out],
      env: { PATH, HOME: '/root' },
    });
    this.pid = child.pid ?? 0;
    this.#kill = () => child.kill('SIGKILL');
    this.#ended = new Promise((resolve) => {
      const over = () => {
        this.#over = true;
        resolve();
      };
      child.once('exit', over).once('error', over);
    });
  }

  get running(): boolean {
    return !this.#over;
  }

  /** The end of its log. */
  tail(lines = 15): string {
    const story = readFileSync(this.#log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
    return `--- ${this.name}\n${story}`;
  }

  /** The processes it started itself; for `nsenter` and `unshare` that is the one that matters. */
  async children(): Promise<number[]> {
    const text = await readFile(`/proc/${this.pid}/task/${this.pid}/children`, 'utf8').catch(() => '');
    return text.split(' ').filter(Boolean).map(Number);
  }

  async kill(): Promise<void> {
    this.#kill();
    await this.#ended;
  }

  /** Kills what runs inside; `nsenter` and `unshare` end when that is gone, so nothing is left after this. */
  async killInside(): Promise<void> {
    const inside = await this.children();
    if (!inside.length) return this.kill();
    for (const pid of inside) process.kill(pid, 'SIGKILL');
    await this.#ended;
  }
}

/** Asks until the answer is true; an error counts as not yet, and is told when time is up. */
export async function until(what: string, seconds: number, ask: () => Promise<boolean>): Promise<void> {
  let last: unknown = 'never true';
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline; await sleep(150)) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
  }
  throw new Error(`${what}: not within ${seconds} s (${String(last)})`);
}
