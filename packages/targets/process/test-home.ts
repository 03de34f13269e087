import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assembleImage, createLayout, type ImageBuild } from '@fairway/image';
import type { Release } from '@fairway/ledger';
import { context, memoryLog, systemClock, systemExec, systemFiles, systemHttp } from '@fairway/runtime';
import type { TargetContext } from '../types.ts';
import { controlOf } from './control.ts';
import { freePort } from './supervisor/health.ts';
import { layoutIn, ProcessTarget } from './target.ts';

/** Test support: a home of its own, images of small services, and targets in it. */
export class TestHome {
  readonly folder: string;
  readonly #targets = new Set<ProcessTarget>();

  constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<TestHome> {
    return new TestHome(await mkdtemp(join(tmpdir(), 'fairway-process-')));
  }

  /** An image whose service is one file of JavaScript. */
  async release(version: string, source: string, env: Record<string, string> = {}): Promise<Release> {
    const folder = join(this.folder, 'sources', version);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'main.mjs'), source);
    const commit = Buffer.from(version).toString('hex').padEnd(40, '0').slice(0, 40);
    const build: ImageBuild = {
      builder: 'assemble',
      files: [{ from: 'main.mjs', to: '/app/main.mjs' }],
      workdir: '/app',
      entrypoint: ['node', 'main.mjs'],
      cmd: [],
      env,
      labels: {},
      ignore: [],
      ports: [],
      platforms: ['linux/amd64'],
    };
    const store = await createLayout(join(this.folder, 'images'));
    const identity = { title: 'test', version, revision: commit, created: 1_700_000_000 };
    const { reference, digest } = await assembleImage(folder, build, identity, store);
    return { version, commit, image: reference, digest };
  }

  context(environment: string): TargetContext {
    const ports = {
      context: { ...context({}), home: join(this.folder, 'home'), actor: 'test' },
      exec: systemExec,
      http: systemHttp(systemClock),
      clock: systemClock,
      log: memoryLog(),
      files: systemFiles,
      mask: () => undefined,
    };
    return { app: 'shop', environment, ports };
  }

  /** Milliseconds. A release that never gets ready takes `readyWithin`: give less then. */
  open(
    environment: string,
    port: number,
    limits: { readyWithin?: number; drain?: number; env?: Record<string, string> } = {},
  ): ProcessTarget {
    const { readyWithin = 15_000, drain = 2_000, env = {} } = limits;
    const config = { port, health: '/healthz', readyWithin, drain, env };
    const target = new ProcessTarget(config, this.context(environment));
    this.#targets.add(target);
    return target;
  }

  async remove(): Promise<void> {
    for (const target of this.#targets) await target.down();
    await rm(this.folder, { recursive: true, force: true });
  }
}

export { freePort };

export async function deploy(target: ProcessTarget, release: Release): Promise<void> {
  const signal = new AbortController().signal;
  await target.apply(target.plan(await target.inspect(), release), signal);
}

export async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 8_000; !(await what()); await sleep(25)) {
    if (Date.now() > end) throw new Error(`never became true: ${what}`);
  }
}

/** An environment of its own with a release that is live. */
export async function deployed(home: TestHome, environment: string, release: Release) {
  const target = home.open(environment, await freePort());
  await deploy(target, release);
  const layout = layoutIn(home.context(environment));
  const status = async () => {
    const control = await controlOf(layout, systemFiles);
    if (!control) throw new Error('nothing is deployed');
    return await control.status();
  };
  return { target, layout, status };
}

/** A service that tells its version and echoes bodies. `health`: an expression for the status of /healthz. */
export function service({ health = '200', healthBody = '', before = '', rest = '' } = {}): string {
  return `
import { createServer } from 'node:http';
${before}
const begin = Date.now();
const server = createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  if (url.pathname === '/healthz') return response.writeHead(${health}).end(${JSON.stringify(healthBody)});
  response.setHeader('x-version', process.env.FAIRWAY_VERSION);
  ${rest}
  const wait = Number(url.searchParams.get('wait') ?? 0);
  if (url.pathname === '/env') return response.end(JSON.stringify(process.env));
  if (url.pathname === '/headers') return response.end(JSON.stringify(request.rawHeaders));
  if (url.pathname === '/crash') process.exit(7);
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
  if (url.pathname === '/cut') return response.write('half', () => response.destroy());
  response.writeHead(Number(url.searchParams.get('status') ?? 200));
  for (const chunk of chunks) response.write(chunk);
  response.end(process.env.FAIRWAY_VERSION);
});
server.on('upgrade', (request, socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\\r\\nConnection: Upgrade\\r\\nUpgrade: echo\\r\\n\\r\\n');
  socket.pipe(socket);
});
server.listen(process.env.PORT, process.env.HOST, () => console.log('listening', process.env.FAIRWAY_VERSION));
process.on('SIGTERM', () => { server.close(() => process.exit(0)); server.closeIdleConnections(); });
`;
}
