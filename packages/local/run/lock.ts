import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Who wants which group, and how. */
export interface LockRequest {
  /** Where this machine keeps its locks. */
  folder: string;
  /** The repository: groups of different repositories are different groups. */
  scope: string;
  group: string;
  cancelInProgress: boolean;
  queue: 'single' | 'max';
}

/** A held group. Its signal aborts when a newer request cancels what is in progress. */
export interface Lock {
  signal: AbortSignal;
  release(): Promise<void>;
}

const POLL_MS = 100;
/** A guard that is older was left behind by a process that died. */
const GUARD_MS = 5_000;

/**
 * Waits for a concurrency group. With queue `single` a newer waiter replaces an older one: the text says so.
 * Locks are files, because runs are processes; a holder that died is noticed by its process id.
 */
export async function acquireLock(request: LockRequest, signal: AbortSignal): Promise<Lock | string> {
  const key = createHash('sha256').update(`${request.scope}\n${request.group}`).digest('hex');
  const folder = join(request.folder, key);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const paths = {
    running: join(folder, 'running'),
    pending: join(folder, 'pending'),
    cancel: join(folder, 'cancel'),
  };
  const me = await identity();
  let announced = false;
  while (!signal.aborted) {
    if (await take(paths.running, me)) {
      if ((await read(paths.pending)) === me) await rm(paths.pending, { force: true });
      return hold(paths, me);
    }
    if (!announced) {
      if (request.queue === 'single') await writeFile(paths.pending, me);
      const holder = await read(paths.running);
      if (request.cancelInProgress && holder) await writeFile(paths.cancel, holder);
      announced = true;
    }
    const pending = request.queue === 'single' ? await read(paths.pending) : me;
    if (pending !== me) {
      return `Canceling since a higher priority waiting request for '${request.group}' exists`;
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
  if ((await read(paths.pending)) === me) await rm(paths.pending, { force: true });
  return 'The run was canceled while it waited for its concurrency group';
}

function hold(paths: { running: string; cancel: string }, me: string): Lock {
  const controller = new AbortController();
  const timer = setInterval(async () => {
    if ((await read(paths.cancel)) === me) controller.abort();
  }, POLL_MS);
  timer.unref();
  const release = async () => {
    clearInterval(timer);
    if ((await read(paths.cancel)) === me) await rm(paths.cancel, { force: true });
    if ((await read(paths.running)) === me) await rm(paths.running, { force: true });
  };
  return { signal: controller.signal, release };
}

/** Creates the file that says who runs, whole or not at all; a dead holder's is removed first. */
async function take(path: string, me: string): Promise<boolean> {
  const holder = await read(path);
  if (holder !== undefined && !(await alive(holder))) await removeDead(path);
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, me);
  try {
    await link(draft, path);
    return true;
  } catch {
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead holder's file. One process at a time, so that nobody removes the file of the next holder. */
async function removeDead(path: string): Promise<void> {
  const guard = `${path}.guard`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch {
    const age = Date.now() - ((await stat(guard).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > GUARD_MS) await rm(guard, { force: true });
    return;
  }
  const holder = await read(path);
  if (holder !== undefined && !(await alive(holder))) await rm(path, { force: true });
  await rm(guard, { force: true });
}

/** A process id alone may be another process by now: its start time tells them apart. */
async function identity(): Promise<string> {
  return `${process.pid} ${await startOf(process.pid)} ${randomUUID()}`;
}

async function alive(holder: string): Promise<boolean> {
  const [pid = '', start] = holder.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return (await startOf(Number(pid))) === start;
}

/** When a process was started, in ticks; `-` where there is no /proc. */
async function startOf(pid: number): Promise<string> {
  const status = await read(`/proc/${pid}/stat`);
  return status?.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}

async function read(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined);
}
