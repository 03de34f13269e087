import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process that cannot be mistaken for a later one with the same pid. */
export interface Identity {
  readonly pid: number;
  /** When it was started, as the system tells it: opaque. */
  readonly started: string;
}

const linux = process.platform === 'linux';
let bootId: string | undefined;

/** undefined: no such process, or it has ended and waits to be reaped. */
export function identify(pid: number): Identity | undefined {
  const started = linux ? startedLinux(pid) : startedElsewhere(pid);
  return started === undefined ? undefined : { pid, started };
}

export function isAlive(identity: Identity): boolean {
  return identify(identity.pid)?.started === identity.started;
}

/** To a process and its children. The group's id is the leader's pid, so the leader must be the one we know. */
export function signalGroup(identity: Identity, signal: NodeJS.Signals): void {
  if (!isAlive(identity)) return;
  try {
    process.kill(-identity.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function startedLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name stands in parentheses and may hold anything; the fields after it are plain.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    // Ticks count from the boot, so the boot is part of the identity.
    bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${bootId}:${fields[19]}`;
  } catch {
    return undefined;
  }
}

function startedElsewhere(pid: number): string | undefined {
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    const [stat, ...started] = line.split(/\s+/);
    return !stat || stat.startsWith('Z') ? undefined : started.join(' ');
  } catch {
    return undefined;
  }
}

/** Processes of this user whose environment has `name=value`; empty where the system does not tell. */
export function processesWith(name: string, value?: string): { pid: number; value: string }[] {
  if (!linux) return [];
  const found: { pid: number; value: string }[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const environment = `\0${readFileSync(`/proc/${entry}/environ`, 'utf8')}`;
      const at = environment.indexOf(`\0${name}=`);
      if (at < 0) continue;
      const start = at + name.length + 2;
      const held = environment.slice(start, environment.indexOf('\0', start));
      if (value === undefined || held === value) found.push({ pid: Number(entry), value: held });
    } catch {
      // Ended meanwhile, or another user's.
    }
  }
  return found;
}

export interface Holder {
  readonly pid: number;
  readonly command: string;
}

/**
 * Who listens on a TCP port of this machine, as far as /proc tells this user. Several: on different
 * addresses, or a parent and its children on one.
 */
export function portHolders(port: number): Holder[] {
  if (!linux) return [];
  const inodes = new Set([...listenInodes('/proc/net/tcp', port), ...listenInodes('/proc/net/tcp6', port)]);
  if (inodes.size === 0) return [];
  return readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && holdsSocket(pid, inodes))
    .map((pid) => ({ pid: Number(pid), command: commandOf(pid) }));
}

function listenInodes(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  try {
    return readFileSync(table, 'latin1')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((cells) => cells[1]?.endsWith(`:${wanted}`) && cells[3] === '0A')
      .map((cells) => `socket:[${cells[9]}]`);
  } catch {
    return [];
  }
}

function holdsSocket(pid: string, inodes: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return inodes.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}

/** Program and first argument only: the rest of a foreign command line may hold secrets. */
function commandOf(pid: string): string {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    return words.slice(0, 2).join(' ');
  } catch {
    return 'unknown';
  }
}
