import { readdir, readFile } from 'node:fs/promises';

/** A process that outlived its job. */
export interface Orphan {
  pid: number;
  name: string;
}

/** Kills a process and everything it started. Without /proc (macOS) only its process group is known. */
export async function killTree(root: number): Promise<void> {
  const doomed = [root, ...(await descendants(root))];
  kill(-root);
  for (const pid of doomed) kill(pid);
}

/**
 * Kills the processes that still carry a job's RUNNER_TRACKING_ID, as the runner does at the end of a job.
 * A process started with the variable cleared is meant to survive, and does. Needs /proc.
 */
export async function killOrphans(trackingId: string): Promise<Orphan[]> {
  const wanted = `RUNNER_TRACKING_ID=${trackingId}`;
  const orphans: Orphan[] = [];
  for (const pid of await processes()) {
    const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
    if (!environment.split('\0').includes(wanted)) continue;
    const name = (await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')).trim();
    kill(pid);
    orphans.push({ pid, name });
  }
  return orphans;
}

async function descendants(root: number): Promise<number[]> {
  const children = new Map<number, number[]>();
  for (const pid of await processes()) {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // The command name, in brackets, may hold anything: the parent is the second field after it.
    const parent = Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found: number[] = [];
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    const below = children.get(pid) ?? [];
    found.push(...below);
    queue.push(...below);
  }
  return found;
}

async function processes(): Promise<number[]> {
  const names = await readdir('/proc').catch(() => []);
  return names.filter((name) => /^\d+$/.test(name)).map(Number);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself, which is what was wanted.
  }
}
