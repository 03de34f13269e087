import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where Debian's packages put what the lane needs. */
const DOCKERD = '/usr/sbin/dockerd';
const PLUGINS = ['/usr/libexec/docker/cli-plugins', '/usr/lib/docker/cli-plugins'];
const BUSYBOX = '/bin/busybox';

/** Whether this machine can run an engine of the tests' own: dockerd, buildx, a static program, and root. */
export const hasEngine =
  process.getuid?.() === 0 &&
  isProgram(DOCKERD) &&
  PLUGINS.some((folder) => isProgram(join(folder, 'docker-buildx'))) &&
  isProgram(BUSYBOX);

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface TestEngine {
  /** For a client's environment: this engine, and a Docker config without anyone's settings. */
  readonly env: { readonly DOCKER_HOST: string; readonly DOCKER_CONFIG: string };
  /** Runs the client; returns what it prints, trimmed. */
  docker(...args: string[]): string;
  stop(): Promise<void>;
}

/**
 * Starts a Docker Engine with folders, socket and pid of its own, beside any other. It has no network: a
 * Dockerfile says `RUN --network=none`, and containers are run with `--network none`.
 */
export async function startEngine({ containerdStore = true } = {}): Promise<TestEngine> {
  const root = mkdtempSync(join(tmpdir(), 'fw-engine-'));
  const at = (name: string) => join(root, name);
  writeFileSync(
    at('daemon.json'),
    JSON.stringify({ features: { 'containerd-snapshotter': containerdStore } }),
  );
  const roots = ['--config-file', at('daemon.json'), '--data-root', at('data'), '--exec-root', at('exec')];
  const own = ['--host', `unix://${at('docker.sock')}`, '--pidfile', at('pid')];
  const network = ['--bridge', 'none', '--iptables=false', '--ip6tables=false'];
  const log = openSync(at('log'), 'a');
  const daemon = spawn(DOCKERD, [...roots, ...own, ...network], { stdio: ['ignore', log, log] });
  const ended = new Promise<void>((resolve) => daemon.once('exit', () => resolve()));
  const env = { DOCKER_HOST: `unix://${at('docker.sock')}`, DOCKER_CONFIG: at('config') };
  const docker = (...args: string[]) =>
    execFileSync('docker', args, {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  async function stop(): Promise<void> {
    daemon.kill('SIGTERM');
    await ended;
    rmSync(root, { recursive: true, force: true, maxRetries: 10 });
  }
  for (const deadline = Date.now() + 25_000; ; await sleep(100)) {
    try {
      docker('version', '--format', '{{.Server.Version}}');
      return { env, docker, stop };
    } catch {
      if (daemon.exitCode === null && Date.now() < deadline) continue;
      const story = readFileSync(at('log'), 'utf8').split('\n').slice(-20).join('\n');
      await stop();
      throw new Error(`the engine did not start:\n${story}`);
    }
  }
}
