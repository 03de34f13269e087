import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeError } from '@fairway/runtime/errors';
import { systemFiles } from '@fairway/runtime/files';
import { type Identity, identify, isAlive, processesWith } from '../identity.ts';
import { type Layout, layoutOf } from '../paths.ts';
import { type Instance, readState, type State } from '../state.ts';
import { type App, INSTANCE, killStrays } from './app.ts';
import { serveAdmin, serveControl } from './control.ts';
import { boundLog } from './logs.ts';
import { Scene } from './scene.ts';
import { Supervisor } from './supervisor.ts';

/** A supervisor that has nothing to run ends after this time. */
const IDLE = 60_000;

/** Runs until everything it supervises has been ended. `folder`: of the environment. */
export async function startSupervisor(folder: string): Promise<void> {
  const layout = layoutOf(folder);
  mkdirSync(layout.logs, { recursive: true });
  const lock = takeLock(layout);
  if (!lock) return void console.error('another supervisor runs here');
  try {
    await run(layout);
  } catch (error) {
    console.error(describeError(error).text);
    process.exit(1);
  }
}

/** Held by the system for as long as this process lives; an end by SIGKILL releases it. */
function takeLock({ lock }: Layout): DatabaseSync | undefined {
  const database = new DatabaseSync(lock);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === 5) return undefined;
    throw error;
  }
}

async function run(layout: Layout): Promise<void> {
  const before = await readState(layout, systemFiles);
  const token = before?.token ?? randomBytes(24).toString('hex');
  const identity: Identity = identify(process.pid) ?? { pid: process.pid, started: '' };
  const scene = new Scene({ layout, token, identity });
  const supervisor = new Supervisor(scene);
  await serveAdmin(supervisor, before?.adminPort ?? 0);
  if (before) await restore(supervisor, before);
  let leaving = false;
  const leave = async (forget: boolean) => {
    if (leaving) return;
    leaving = true;
    await supervisor.shutdown(forget);
    if (forget) rmSync(layout.state, { force: true });
    rmSync(layout.socket, { force: true });
    // The answer to the one who asked is on its way.
    setTimeout(() => process.exit(0), 50);
  };
  // State first: who finds the socket must find the token.
  await scene.save();
  await serveControl(layout.socket, {
    supervisor,
    token,
    down: () => leave(true),
    afterwards: () => void (supervisor.idle && leave(true)),
  });
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => void leave(false));
  process.on('SIGHUP', () => undefined);
  const started = Date.now();
  setInterval(() => {
    if (supervisor.idle && Date.now() - started > IDLE) void leave(true);
    boundLogs(layout);
  }, 1_000);
}

function boundLogs({ logs }: Layout): void {
  try {
    for (const name of readdirSync(logs)) if (name.endsWith('.log')) boundLog(join(logs, name));
  } catch (error) {
    console.error('logs could not be bounded:', error);
  }
}

/** Takes over what a dead supervisor left: adopts what lives, starts what has died, ends what is left over. */
async function restore(supervisor: Supervisor, before: State): Promise<void> {
  const { scene } = supervisor;
  const known = new Set<string>();
  const take = (instance: Instance | undefined): App | undefined => {
    if (!instance) return undefined;
    const app = scene.newApp(instance.launch, instance);
    if (instance.identity && isAlive(instance.identity)) {
      app.adopt(instance.identity);
      known.add(instance.token);
    }
    return app;
  };
  scene.live = take(before.live);
  scene.candidate = take(before.candidate);
  scene.weight = before.candidate ? before.weight : 0;
  scene.pins = before.candidate ? (before.pins ?? []) : [];
  scene.previous = before.previous;
  scene.port = before.port;
  scene.sidePort = before.sidePort;
  for (const instance of [before.staging, ...before.ending]) {
    if (instance) await take(instance)?.stop();
  }
  killForeign(before, known);
  scene.route();
  for (const app of [scene.live, scene.candidate]) {
    if (!app) continue;
    if (!app.running) await app.start();
    app.keepRunning();
  }
  if (before.port === undefined) return;
  await supervisor.openSideDoor();
  await supervisor.door.listen(before.port).catch((error: Error) => {
    supervisor.portProblem = error.message;
  });
}

/** Instances of this environment that the state does not tell of as living. */
function killForeign(before: State, known: ReadonlySet<string>): void {
  const tokens = [before.live, before.candidate, before.staging, ...before.ending].map((i) => i?.token);
  for (const token of tokens) if (token && !known.has(token)) killStrays(token);
  const place = before.live?.launch.env.DATA_DIR ?? before.candidate?.launch.env.DATA_DIR;
  if (!place) return;
  const here = new Set(processesWith('DATA_DIR', place).map(({ pid }) => pid));
  for (const { pid, value } of processesWith(INSTANCE)) {
    if (here.has(pid) && !known.has(value)) killStrays(value);
  }
}
