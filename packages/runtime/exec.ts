import { spawn } from 'node:child_process';
import { CommandError, UserError } from './errors.ts';

export interface ExecOptions {
  cwd?: string;
  /** Replaces the environment; default: the process's own. */
  env?: Record<string, string>;
  /** Added to the environment. */
  addEnv?: Record<string, string>;
  /** Text or bytes for standard input; without it standard input is closed. */
  input?: string | Uint8Array;
  signal?: AbortSignal;
  /** Exit codes that are not failures. Default: 0. */
  okCodes?: readonly number[];
  /** Called with each chunk as it comes, besides being collected. */
  onOutput?: (chunk: string, stream: 'stdout' | 'stderr') => void;
}

export interface ExecResult {
  stdout: string;
  stderr: string;
  exitCode: number;
}

/** Child processes by argv, never through a shell. */
export interface Exec {
  /** Throws CommandError on any other exit code, UserError when the program does not exist. */
  run(command: string, args: readonly string[], options?: ExecOptions): Promise<ExecResult>;
}

export const systemExec: Exec = {
  run: (command, args, options = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
        ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
        ...(options.env || options.addEnv
          ? { env: { ...(options.env ?? process.env), ...options.addEnv } }
          : {}),
        ...(options.signal ? { signal: options.signal } : {}),
      });
      const collected = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'] as const) {
        child[stream].setEncoding('utf8').on('data', (chunk: string) => {
          collected[stream] += chunk;
          options.onOutput?.(chunk, stream);
        });
      }
      child.on('error', (error) => reject(startError(command, options, error)));
      child.on('close', (code) => {
        if (code !== null && (options.okCodes ?? [0]).includes(code))
          resolve({ ...collected, exitCode: code });
        else reject(new CommandError([command, ...args], code, collected.stderr));
      });
      // A child that does not read its input closes the pipe early; its exit code tells the story.
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input ?? '');
    }),
};

function startError(command: string, { signal, cwd }: ExecOptions, error: NodeJS.ErrnoException): unknown {
  if (signal?.aborted) return signal.reason;
  if (error.code !== 'ENOENT') return error;
  return new UserError(`${command} could not be started`, {
    mend: `install ${command} and put it on the PATH${cwd ? `, and check that ${cwd} exists` : ''}`,
    cause: error,
  });
}
