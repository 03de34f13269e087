import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { killTree } from './tree.ts';

/** A child process, as a step starts it. */
export interface Command {
  file: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
}

/** How long each signal gets before the next, as the runner does it. */
export interface Patience {
  interruptMs: number;
  terminateMs: number;
}
export const RUNNER_PATIENCE: Patience = { interruptMs: 7_500, terminateMs: 2_500 };

/** After the process has ended, background children may hold its streams open for this long. */
const STREAMS_MS = 5_000;

/**
 * Runs a process to its end and gives its exit code. When the signal aborts, the process (and only it) gets
 * SIGINT, then SIGTERM; then its whole tree is killed.
 */
export async function runProcess(
  command: Command,
  onLine: (line: string) => void,
  signal: AbortSignal,
  patience: Patience = RUNNER_PATIENCE,
): Promise<number> {
  if (!existsSync(command.cwd)) throw new Error(`its working directory '${command.cwd}' does not exist`);
  // Its own process group: Ctrl-C in a terminal reaches this process first, which then cancels in order.
  const child = spawn(command.file, command.args, {
    cwd: command.cwd,
    env: command.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const streams = [readLines(child.stdout, onLine), readLines(child.stderr, onLine)];
  const ended = waitForExit(child);
  let over = false;
  const cancel = async () => {
    child.kill('SIGINT');
    await Promise.race([ended.catch(() => 0), delay(patience.interruptMs)]);
    if (!over) child.kill('SIGTERM');
    await Promise.race([ended.catch(() => 0), delay(patience.terminateMs)]);
    if (!over && child.pid) await killTree(child.pid);
  };
  const onAbort = () => void cancel();
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    const code = await ended;
    over = true;
    await waitForStreams(child, streams);
    return code;
  } finally {
    over = true;
    signal.removeEventListener('abort', onAbort);
  }
}

function waitForExit(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 137)));
  });
}

async function waitForStreams(child: ChildProcess, streams: Promise<void>[]): Promise<void> {
  const timer = new AbortController();
  const tooLong = delay(STREAMS_MS, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([Promise.all(streams), tooLong]);
  timer.abort();
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** Calls back for each line, without its line end; an unfinished last line counts. */
function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  stream.setEncoding('utf8');
  let rest = '';
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  return new Promise((resolve) => {
    stream.once('close', () => {
      if (rest !== '') onLine(rest);
      resolve();
    });
  });
}
