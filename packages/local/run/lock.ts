import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

/**
 * Waits for a concurrency group. With queue `single` a newer waiter replaces an older one: the text says so.
 * Locks are files, because runs are processes; a holder that died is noticed by its process id.
 */
export async function acquireLock(request: LockRequest, signal: AbortSignal): Promise<Lock | string> {
  const key = createHash('sha256').update(`${request.scope}\n${request.group}`).digest('hex');
  const folder = join(request.folder, key);
  await mkdir(folder, { recursive: true });
  const paths = {
    running: join(folder, 'running'),
    pending: join(folder, 'pending'),
    cancel: join(folder, 'cancel'),
  };
  const me = `${process.pid} ${randomUUID()}`;
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

/** Creates the file that says who runs; a dead holder's is moved away first. */
async function take(path: string, me: string): Promise<boolean> {
  const holder = await read(path);
  if (holder !== undefined && !alive(holder))
    await rename(path, `${path}.${randomUUID()}`).catch(() => undefined);
  try {
    await writeFile(path, me, { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function alive(holder: string): boolean {
  const pid = Number(holder.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return holder === '';
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function read(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined);
}
