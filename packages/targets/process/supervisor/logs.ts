import { closeSync, ftruncateSync, mkdirSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMIT = 1024 * 1024;
const KEPT = 256 * 1024;

/** For a child's stdout and stderr: it appends by itself, so the log outlives the supervisor. */
export function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, 'a', 0o600);
}

export function logSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Keeps a log below about 1 MiB: its end is copied to `<path>.1` and the file is cut in place, because a
 * process that appends to it goes on writing to the same file.
 */
export function boundLog(path: string, limit = LIMIT): void {
  if (logSize(path) <= limit) return;
  writeFileSync(`${path}.1`, readEnd(path, 0, KEPT), { mode: 0o600 });
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file);
  } finally {
    closeSync(file);
  }
}

/** The last lines written at or after `offset`. */
export function logTail(path: string, offset: number, lines = 15): string {
  // A log that was cut meanwhile is shorter than the offset.
  const start = logSize(path) < offset ? 0 : offset;
  return readEnd(path, start, 8 * 1024)
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(-lines)
    .join('\n');
}

function readEnd(path: string, from: number, most: number): Buffer {
  const size = logSize(path);
  const start = Math.max(from, size - most);
  const buffer = Buffer.alloc(Math.max(0, size - start));
  if (buffer.length === 0) return buffer;
  const file = openSync(path, 'r');
  try {
    return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, start));
  } finally {
    closeSync(file);
  }
}
