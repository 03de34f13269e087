import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';

const host = () => hostname().replace(/[^A-Za-z0-9-]/g, '-');

/** A part of a file's name that says which process is writing it. */
export const ownerTag = (): string => `${host()}.${process.pid}.${randomBytes(4).toString('hex')}`;

const STALE = 24 * 3_600_000;

/**
 * Whether the writer of something tagged is gone: its process on this host does not exist any more, or it
 * was last touched a day ago (another host's, which cannot be asked).
 */
export function isAbandoned(tag: string, touchedAt: number, now: number): boolean {
  const [, writer, pid] = /^(.*)\.(\d+)\.[0-9a-f]{8}$/.exec(tag) ?? [];
  if (writer === undefined) return false;
  if (now - touchedAt > STALE) return true;
  return writer === host() && !alive(Number(pid));
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
