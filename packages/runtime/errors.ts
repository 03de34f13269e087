/**
 * Five kinds of failure. Each says what happened, where, and how to mend it; `runAction` maps them to
 * annotations, the summary and the exit code.
 */
interface Detail {
  /** How to mend it, as a sentence. */
  mend?: string;
  /** Where: a file with line and column, a URL, an environment. */
  where?: string;
  cause?: unknown;
}

abstract class FairwayError extends Error {
  readonly mend: string | undefined;
  readonly where: string | undefined;
  /** First words of the annotation's title. */
  abstract readonly title: string;

  constructor(message: string, { mend, where, cause }: Detail = {}) {
    super(message, { cause });
    this.name = new.target.name;
    this.mend = mend;
    this.where = where;
  }
}

/** The user's input, configuration or environment is wrong. */
export class UserError extends FairwayError {
  readonly title = 'Wrong input';
}

/** A child process failed. `argv` and `stderr` are redacted by whoever prints them. */
export class CommandError extends FairwayError {
  readonly title = 'Command failed';
  readonly argv: readonly string[];
  readonly exitCode: number | null;
  readonly stderr: string;

  constructor(argv: readonly string[], exitCode: number | null, stderr: string, detail: Detail = {}) {
    const tail = stderr.trim().split('\n').slice(-15).join('\n');
    super(`${argv[0]} exited with ${exitCode ?? 'a signal'}${tail ? `:\n${tail}` : ''}`, detail);
    this.argv = argv;
    this.exitCode = exitCode;
    this.stderr = stderr;
  }
}

/** A service answered with an error, or did not answer. */
export class RemoteError extends FairwayError {
  readonly title = 'Service failed';
  /** HTTP status; undefined when nothing answered. */
  readonly status: number | undefined;
  readonly retryable: boolean;

  constructor(message: string, detail: Detail & { status?: number | undefined; retryable?: boolean } = {}) {
    super(message, detail);
    this.status = detail.status;
    this.retryable = detail.retryable ?? false;
  }
}

/** A gate said no. Not a malfunction. */
export class GateError extends FairwayError {
  readonly title = 'Stopped by a gate';
}

/** Our own mistake. */
export class InternalError extends FairwayError {
  readonly title = 'Internal error';
}

export interface ErrorReport {
  title: string;
  /** Message, place and remedy, ready to print (not yet redacted). */
  text: string;
  /** True when a stack trace helps: only for what nobody foresaw. */
  unforeseen: boolean;
}

/** What a person is told about any thrown value. */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof FairwayError) {
    const lines = [error.message];
    if (error.where) lines.push(`Where: ${error.where}`);
    if (error.mend) lines.push(`To mend it: ${error.mend}`);
    return { title: error.title, text: lines.join('\n'), unforeseen: error instanceof InternalError };
  }
  const system = systemError(error);
  if (system) return { title: 'System error', text: system, unforeseen: false };
  const text = error instanceof Error ? error.message : String(error);
  return {
    title: 'Internal error',
    text: `${text}\nThis is a bug in Fairway: please report it.`,
    unforeseen: true,
  };
}

const SYSTEM_ERRORS: Record<string, string> = {
  ENOSPC: 'the disk is full: free some space and run again',
  EROFS: 'the file system is read-only: choose a folder that can be written',
  EACCES: 'permission denied: check the owner and mode of the file',
  EPERM: 'not permitted: check the owner and mode of the file',
  EADDRINUSE: 'the port is in use: end what listens there or choose another port',
  EMFILE: 'too many open files: raise the limit (ulimit -n)',
  ENOENT: 'no such file or folder: check the path',
  ENOTDIR: 'a part of the path is not a folder: check the path',
  EISDIR: 'a folder stands where a file was expected: check the path',
};

function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const mend = SYSTEM_ERRORS[String(error.code)];
  return mend ? `${error.message}\nTo mend it: ${mend}` : undefined;
}
