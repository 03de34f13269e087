import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Release } from '@fairway/ledger';
import { UserError } from '@fairway/runtime/errors';
import type {
  Observed,
  Plan,
  Revision,
  Target,
  TargetContext,
  TargetDriver,
  Verification,
} from '../types.ts';
import type { ProcessConfig } from './config.ts';
import { type Control, controlOf, SupervisorGone } from './control.ts';
import { endEnvironment } from './environments.ts';
import { makeFolder } from './folder.ts';
import { type Layout, layoutOf } from './paths.ts';
import { planProcess } from './plan.ts';
import { portError } from './port.ts';
import { ensureSupervisor } from './start.ts';
import type { Seen, Status } from './state.ts';
import { launchOf, unpackRelease } from './unpack.ts';
import { verifyProcess } from './verify.ts';

export const processDriver: TargetDriver<ProcessConfig> = {
  type: 'process',
  open: (config, context) => new ProcessTarget(config, context),
};

export const layoutIn = ({ app, environment, ports }: TargetContext): Layout =>
  layoutOf(join(ports.context.home, app, environment));

/** The release as a process of this machine, behind a supervisor that outlives the job. */
export class ProcessTarget implements Target {
  readonly type = 'process';
  readonly capabilities = { stage: true, weights: true };
  readonly location: string;
  readonly url: string;
  readonly #config: ProcessConfig;
  readonly #context: TargetContext;
  readonly #layout: Layout;

  constructor(config: ProcessConfig, context: TargetContext) {
    this.#config = config;
    this.#context = context;
    this.#layout = layoutIn(context);
    this.url = `http://127.0.0.1:${config.port}`;
    this.location = `process target ${context.environment} of ${context.app} on port ${config.port}`;
  }

  async inspect(signal?: AbortSignal): Promise<Observed> {
    const control = await controlOf(this.#layout, this.#context.ports.files);
    if (!control) return { weight: 0 };
    try {
      return observed(await control.status(signal));
    } catch (error) {
      if (error instanceof SupervisorGone) return withoutSupervisor(control, error.message);
      throw error;
    }
  }

  plan(now: Observed, wanted: Release): Plan {
    return planProcess(now, wanted, this.#config);
  }

  apply(plan: Plan, signal: AbortSignal): Promise<Revision> {
    return this.#deploy('/apply', plan.wanted, signal);
  }

  stage(release: Release, signal: AbortSignal): Promise<Revision> {
    return this.#deploy('/stage', release, signal);
  }

  async promote(digest: string, signal: AbortSignal): Promise<Revision> {
    return revision(await this.operate<Seen>('/promote', { digest }, signal));
  }

  async discard(signal: AbortSignal): Promise<void> {
    const control = await controlOf(this.#layout, this.#context.ports.files);
    if (control) await this.operate('/discard', {}, signal);
  }

  verify(wanted: Pick<Release, 'digest'>, signal?: AbortSignal): Promise<Verification> {
    const { files } = this.#context.ports;
    const options = { url: this.url, health: this.#config.health, files };
    return verifyProcess(this.#layout, wanted.digest, { ...options, inspect: () => this.inspect(signal) });
  }

  async down(): Promise<void> {
    await endEnvironment(this.#layout.folder, this.#context.ports.files);
  }

  /** The supervisor, which is started again and takes over what still runs when it was killed. */
  async operate<T>(path: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<T> {
    try {
      return await this.#ask<T>(path, body, signal);
    } catch (error) {
      // Killed meanwhile, or it was just leaving; every operation may be repeated.
      if (error instanceof SupervisorGone && !error.hangs) return await this.#ask<T>(path, body, signal);
      throw error;
    }
  }

  async #ask<T>(path: string, body: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<T> {
    const control = await ensureSupervisor(this.#layout, this.#context.ports.files, signal);
    const { readyWithin, drain } = this.#config;
    const timeout = readyWithin + 2 * (drain + Math.max(5_000, drain)) + 60_000;
    try {
      return await control.call<T>({
        method: 'POST',
        path,
        body: { ...body, owner: this.#owner() },
        timeout,
        signal,
      });
    } catch (error) {
      if (signal.aborted) await this.#settled(control);
      throw error;
    }
  }

  async #deploy(path: '/apply' | '/stage', release: Release, signal: AbortSignal): Promise<Revision> {
    const { ports } = this.#context;
    const { port } = this.#config;
    signal.throwIfAborted();
    // Before anything is unpacked or written; the supervisor listens before it changes anything, too.
    if (!(await this.#serves(port))) await refusePort(port);
    const record = await unpackRelease(this.#layout, release, { ...ports, signal });
    const { app, environment } = this.#context;
    const names = { app, environment };
    await makeFolder(this.#layout.data);
    const launch = launchOf(this.#layout, { release, record, config: this.#config, names });
    return revision(await this.operate<Seen>(path, { port, launch }, signal));
  }

  async #serves(port: number): Promise<boolean> {
    const control = await controlOf(this.#layout, this.#context.ports.files);
    const status = await control?.status().catch(() => undefined);
    return status?.port === port && !status.portProblem;
  }

  /** After an abort: until the supervisor has ended what it had begun. */
  async #settled(control: Control): Promise<void> {
    const { clock } = this.#context.ports;
    for (const end = clock.now() + 10_000; clock.now() < end; await clock.sleep(50)) {
      const status = await control.status().catch(() => undefined);
      if (!status?.operation) return;
    }
  }

  #owner(): string {
    const { runId, actor } = this.#context.ports.context;
    return runId ? `run ${runId} (${actor})` : `${actor}, pid ${process.pid}`;
  }
}

async function refusePort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portError(error, port)));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

function observed({ live, candidate, weight, port, sidePort, portProblem }: Status): Observed {
  return {
    ...(live ? { live: portProblem ? unhealthy(live, portProblem) : revision(live, port) } : {}),
    ...(candidate ? { candidate: revision(candidate, sidePort) } : {}),
    weight,
  };
}

function withoutSupervisor({ state }: Control, reason: string): Observed {
  const { live, candidate, weight } = state;
  return {
    ...(live ? { live: unhealthy(live.launch, reason) } : {}),
    ...(candidate ? { candidate: unhealthy(candidate.launch, reason) } : {}),
    weight,
  };
}

type Named = Pick<Seen, 'id' | 'version' | 'commit' | 'digest' | 'settings'>;

function unhealthy({ id, version, commit, digest, settings }: Named, reason: string): Revision {
  return { id, version, commit, digest, settings, healthy: false, reason };
}

/** `port`: where a router outside reaches it. Through the supervisor, which counts its requests and drains it. */
function revision({ id, version, commit, digest, settings, healthy, reason }: Seen, port?: number): Revision {
  const address = port === undefined ? {} : { address: `127.0.0.1:${port}` };
  return { id, version, commit, digest, settings, healthy, ...address, ...(reason ? { reason } : {}) };
}

/** The target as the proxy's router needs it. */
export function asProcessTarget(target: Target, who: string): ProcessTarget {
  if (target instanceof ProcessTarget) return target;
  throw new UserError(`${who} works with the proxy of a process target, not with ${target.location}`, {
    mend: 'choose one that fits the target',
  });
}
