import { type ChildProcess, spawn } from 'node:child_process';
import { CommandError, UserError } from './errors.ts';

export interface ExecOptions {
  cwd?: string;
  /** Replaces the environment; default: the process's own without the action's inputs (see `ownEnvironment`). */
  env?: Record<string, string>;
  /** Added to the environment. */
  addEnv?: Record<string, string>;
  /** Text or bytes for standard input; without it standard input is closed. */
  input?: string | Uint8Array;
  signal?: AbortSignal;
  /**
   * How long a child may tidy up after the signal, in ms, before it is killed; the promise settles at its end.
   * Without it the promise does not wait.
   */
  grace?: number;
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
        env: { ...(options.env ?? ownEnvironment()), ...options.addEnv },
        ...(options.signal && options.grace === undefined ? { signal: options.signal } : {}),
      });
      const gentle =
        options.grace === undefined ? undefined : endGently(child, options.signal, options.grace);
      const collected = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'] as const) {
        child[stream].setEncoding('utf8').on('data', (chunk: string) => {
          collected[stream] += chunk;
          options.onOutput?.(chunk, stream);
        });
      }
      child.on('error', (error) => {
        gentle?.();
        reject(startError(command, options, error));
      });
      child.on('close', (code) => {
        gentle?.();
        if (gentle && options.signal?.aborted) reject(options.signal.reason);
        else if (code !== null && (options.okCodes ?? [0]).includes(code))
          resolve({ ...collected, exitCode: code });
        else reject(new CommandError([command, ...args], code, collected.stderr));
      });
      // A child that does not read its input closes the pipe early; its exit code tells the story.
      child.stdin.on('error', () => undefined);
      child.stdin.end(options.input ?? '');
    }),
};

/** The process's environment without the action's inputs (`INPUT_*`): secrets are among them. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^INPUT_/i.test(name)));
}

/** Asks the child to end when the signal comes, and kills it when it does not. Returns what calls that off. */
function endGently(child: ChildProcess, signal: AbortSignal | undefined, grace: number): () => void {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    child.kill('SIGTERM');
    timer = setTimeout(() => child.kill('SIGKILL'), grace);
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  };
}

function startError(command: string, { signal, cwd }: ExecOptions, error: NodeJS.ErrnoException): unknown {
  if (signal?.aborted) return signal.reason;
  if (error.code !== 'ENOENT') return error;
  return new UserError(`${command} could not be started`, {
    mend: `install ${command} and put it on the PATH${cwd ? `, and check that ${cwd} exists` : ''}`,
    cause: error,
  });
}
