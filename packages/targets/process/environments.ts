import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '@fairway/runtime/errors';
import type { Files } from '@fairway/runtime/files';
import { type Control, SupervisorGone } from './control.ts';
import { isAlive } from './identity.ts';
import { layoutOf } from './paths.ts';
import { ensureSupervisor } from './start.ts';
import { readState } from './state.ts';

/** An environment of the process target on this machine. */
export interface LocalEnvironment {
  readonly app: string;
  readonly environment: string;
  readonly folder: string;
  /** Port of the proxy, if it ever listened. */
  readonly port: number | undefined;
  /** Whether its supervisor lives. */
  readonly supervised: boolean;
  /** `http://127.0.0.1:<port>/metrics`, for Prometheus. */
  readonly metrics: string;
}

/** Environments that run or that lost their supervisor; those that were ended are not listed. */
export async function listEnvironments(
  home: string,
  files: Files,
  app?: string,
): Promise<LocalEnvironment[]> {
  const found: LocalEnvironment[] = [];
  for (const name of app === undefined ? await folders(home) : [app]) {
    for (const environment of await folders(join(home, name))) {
      const folder = join(home, name, environment);
      if (!existsSync(layoutOf(folder).state)) continue;
      const state = await readState(layoutOf(folder), files);
      if (!state) continue;
      found.push({
        ...{ app: name, environment, folder, port: state.port },
        supervised: isAlive(state.supervisor),
        metrics: `http://127.0.0.1:${state.adminPort}/metrics`,
      });
    }
  }
  return found;
}

/** Starts the supervisor again that was killed. It takes over what still runs. */
export async function reviveSupervisor(folder: string, files: Files): Promise<void> {
  if (await readState(layoutOf(folder), files)) await ensureSupervisor(layoutOf(folder), files);
}

/** Ends the supervisor and all its processes; data, images and unpacked releases stay. Idempotent. */
export async function endEnvironment(folder: string, files: Files): Promise<void> {
  const layout = layoutOf(folder);
  const state = await readState(layout, files);
  if (!state) return;
  // A dead supervisor's processes are ended by the next one: it knows how to tell them from others.
  const control = await ensureSupervisor(layout, files);
  const { pid } = await control.status();
  const supervisor = (await readState(layout, files))?.supervisor;
  await askDown(control);
  for (const end = Date.now() + 30_000; supervisor && isAlive(supervisor); ) {
    if (Date.now() > end) {
      throw new UserError(`the supervisor (pid ${pid}) does not end`, {
        where: layout.folder,
        mend: `end pid ${pid} and run this again`,
      });
    }
    await sleep(20);
  }
  await rm(layout.socket, { force: true });
}

async function askDown(control: Control): Promise<void> {
  try {
    await control.call({ method: 'POST', path: '/down', body: { owner: 'down' }, timeout: 60_000 });
  } catch (error) {
    // It may be gone before its answer has arrived.
    if (!(error instanceof SupervisorGone)) throw error;
  }
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
