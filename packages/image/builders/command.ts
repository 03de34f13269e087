import { CommandError, type ExecOptions, type ExecResult, Redactor } from '@fairway/runtime';
import type { BuilderPorts, BuildRequest } from './types.ts';

/** How long a builder may tidy up when the job is cancelled, in ms: the runner kills all after ten seconds. */
const GRACE = 7_000;

/** Runs the tools of one builder for one request: quiet questions and builds whose log is shown as it comes. */
export class BuilderCommands {
  readonly #ports: BuilderPorts;
  readonly #redactor = new Redactor();

  constructor(ports: BuilderPorts, { secrets = {} }: Pick<BuildRequest, 'secrets'> = {}) {
    this.#ports = ports;
    for (const value of Object.values(secrets)) this.#redactor.add(value);
  }

  /** Throws CommandError, its text redacted: it may end up where nobody else does that. */
  async run(command: string, args: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
    const { exec, signal } = this.#ports;
    signal.throwIfAborted();
    try {
      return await exec.run(command, args, { signal, grace: GRACE, ...options });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      throw this.#redacted(error);
    }
  }

  /** As `run`, and each whole line of the log is shown. */
  async build(command: string, args: readonly string[], options: ExecOptions = {}): Promise<ExecResult> {
    const { log } = this.#ports;
    const open = { stdout: '', stderr: '' };
    const show = (line: string) => log.info(this.#redactor.redact(line));
    const onOutput = (chunk: string, stream: 'stdout' | 'stderr') => {
      // By whole lines: half a secret is not recognised.
      const lines = (open[stream] + chunk).split(/\r?\n/);
      open[stream] = lines.pop() ?? '';
      for (const line of lines) show(line);
    };
    try {
      return await this.run(command, args, { ...options, onOutput });
    } finally {
      for (const rest of Object.values(open)) if (rest) show(rest);
    }
  }

  #redacted({ argv, exitCode, stderr, mend, where }: CommandError): CommandError {
    const hide = (text: string) => this.#redactor.redact(text);
    return new CommandError(argv.map(hide), exitCode, hide(stderr), {
      ...(mend ? { mend } : {}),
      ...(where ? { where } : {}),
    });
  }
}
