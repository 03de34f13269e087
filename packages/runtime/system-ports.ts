import { systemClock } from './clock.ts';
import { getState, saveState } from './commands.ts';
import { type Context, context } from './context.ts';
import { UserError } from './errors.ts';
import { systemExec } from './exec.ts';
import { systemFiles } from './files.ts';
import { connectGitHub } from './github.ts';
import { systemHttp } from './http.ts';
import type { Log } from './log.ts';
import type { Ports } from './ports.ts';
import { Summary } from './summary.ts';

interface Parts {
  log: Log;
  mask: (secret: string) => void;
  redact?: (text: string) => string;
  /** Default: read from the environment. */
  context?: Context;
}

/** The real outside world. Installs handlers for SIGINT and SIGTERM: call it once a process. */
export function systemPorts({ log, mask, redact, context: here = context() }: Parts): Ports {
  const http = systemHttp(systemClock);
  return {
    context: here,
    exec: systemExec,
    http,
    clock: systemClock,
    log,
    files: systemFiles,
    summary: new Summary(),
    signal: cancellation(),
    mask,
    ...(redact ? { redact } : {}),
    github(token) {
      const { apiUrl, repository } = here;
      return apiUrl && repository ? connectGitHub({ apiUrl, token, http, repository }) : undefined;
    },
    state: { get: getState, set: saveState },
  };
}

function cancellation(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => controller.abort(new UserError(`cancelled by ${name}`)));
  }
  return controller.signal;
}
