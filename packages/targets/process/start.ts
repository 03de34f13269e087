import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '@fairway/runtime/errors';
import type { Files } from '@fairway/runtime/files';
import { type Control, controlOf, SupervisorGone } from './control.ts';
import { makeFolder } from './folder.ts';
import type { Layout } from './paths.ts';
import { supervisorScript } from './script.ts';

/** A machine under load needs a while to start Node. */
const START_WITHIN = 20_000;

/**
 * The running supervisor; started when there is none. It outlives this process and the job: own session,
 * no pipes, and nothing of the job's environment, by which a runner would find and end it.
 */
export async function ensureSupervisor(layout: Layout, files: Files, signal?: AbortSignal): Promise<Control> {
  if (process.platform === 'win32') {
    throw new UserError('the process target does not run on Windows', { mend: 'use Linux, macOS or WSL' });
  }
  const running = await answering(layout, files, signal);
  if (running) return running;
  const log = join(layout.logs, 'supervisor.log');
  await makeFolder(layout.logs);
  const offset = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  let child = startDetached(layout, log);
  for (const end = Date.now() + START_WITHIN; Date.now() < end; ) {
    const control = await answering(layout, files, signal);
    if (control) return control;
    // Somebody else's holds the lock: it will answer, or it is just leaving and another is needed.
    if (child.ended === 'exit code 0') child = startDetached(layout, log);
    else if (child.ended !== undefined) break;
    await sleep(25, undefined, signal ? { signal } : {});
  }
  const tail = readFileSync(log).subarray(offset).toString('utf8').trim().split('\n').slice(-10).join('\n');
  throw new UserError(
    `the supervisor could not be started (${child.ended ?? 'it does not answer'})\n${tail}`,
    {
      where: log,
      mend: 'see its log',
    },
  );
}

/** `ended` tells later how it ended, if it did. */
function startDetached(layout: Layout, log: string): { ended?: string } {
  const output = openSync(log, 'a', 0o600);
  const result: { ended?: string } = {};
  try {
    const args = ['--disable-warning=ExperimentalWarning', supervisorScript(), layout.folder];
    const child = spawn(process.execPath, args, {
      cwd: layout.folder,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: searchPath() },
    });
    child.on('error', (error) => {
      result.ended = error.message;
    });
    child.on('exit', (code, by) => {
      result.ended = by ?? `exit code ${code}`;
    });
    child.unref();
  } finally {
    closeSync(output);
  }
  return result;
}

/** The system's folders after the one of the Node that runs this. */
export function searchPath(given = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'): string {
  return `${dirname(process.execPath)}:${given}`;
}

async function answering(layout: Layout, files: Files, signal?: AbortSignal): Promise<Control | undefined> {
  const control = await controlOf(layout, files);
  try {
    await control?.status(signal);
    return control;
  } catch (error) {
    if (error instanceof SupervisorGone) return undefined;
    throw error;
  }
}
