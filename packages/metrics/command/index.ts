import { CommandError, describeError, UserError } from '@fairway/runtime/errors';
import { formatDuration } from '@fairway/schema';
import { type Language, NoBaseline, render } from '../template.ts';
import type { Measurement, MetricContext, MetricDriver } from '../types.ts';
import { commandEnvironment } from './environment.ts';
import type { CommandQuery } from './kinds.ts';
import { readOutput } from './output.ts';

/** Bytes (about) that a command may write; figures need no more. */
const MOST = 1_000_000;
/** Milliseconds to tidy up after the time is over. */
const GRACE = 2_000;

/** An argument is one text whatever stands in it, but a value must not become an option of the program. */
const ARGUMENT: Language = {
  escape(value, before) {
    if (value.includes('\0')) throw new UserError('a value holds a NUL, which no argument can');
    if (before === '' && value.startsWith('-'))
      throw new UserError(`the value ${JSON.stringify(value)} would be an option of the command`);
    return value;
  },
};

/**
 * Runs a program of the repository in the workspace, without a shell, and reads one number or JSON from its
 * standard output (see `readOutput`). A non-zero exit, silence or anything else is a failure.
 */
export const commandMetrics: MetricDriver<CommandQuery> = {
  type: 'command',
  open(query, _connection, context) {
    const secrets = Object.entries(query.secrets).map(([name, secret]) => [name, context.secret(secret)]);
    return {
      type: 'command',
      async measure(question, signal) {
        if (question.side === 'baseline' && !question.baseline)
          throw new NoBaseline('nothing is live beside the candidate');
        const { app, environment } = context;
        const asked = { ...question, app, environment };
        const argv = query.run.map((part) => render(part, asked, ARGUMENT));
        const shown = argv
          .map((part) => (/^[\w./:=@%+-]+$/.test(part) ? part : JSON.stringify(part)))
          .join(' ');
        const addEnv = { ...commandEnvironment(question, context), ...Object.fromEntries(secrets) };
        const run = await runCommand(argv, addEnv, query.timeout, context, signal);
        const read = typeof run === 'string' ? readOutput(run, question) : run;
        return { ...read, query: `${shown} (${question.side})` } as Measurement;
      },
    };
  },
};

type Failure = { readonly kind: 'failure'; readonly reason: string };

/** What it wrote to standard output, or why that does not count. Throws the signal's reason when aborted. */
async function runCommand(
  [command = '', ...args]: readonly string[],
  addEnv: Record<string, string>,
  timeout: number,
  { ports: { exec, clock, context } }: MetricContext,
  outer?: AbortSignal,
): Promise<string | Failure> {
  const end = new AbortController();
  const stop = (reason: string) => end.abort(new UserError(reason));
  const late = `it took longer than ${formatDuration(timeout)} and was ended`;
  let written = 0;
  const running = exec.run(command, args, {
    cwd: context.workspace,
    addEnv,
    signal: outer ? AbortSignal.any([outer, end.signal]) : end.signal,
    grace: GRACE,
    onOutput(chunk) {
      written += chunk.length;
      if (written > MOST) stop(`it wrote more than ${MOST} characters and was ended`);
    },
  });
  const timer = new AbortController();
  // Children that the command has left may hold its output open after its end: nobody waits for them.
  const deadline = clock.sleep(timeout, timer.signal).then(async () => {
    stop(late);
    await clock.sleep(GRACE + 500, timer.signal);
    throw new UserError(late);
  });
  try {
    return (await Promise.race([running, deadline])).stdout;
  } catch (error) {
    if (outer?.aborted) throw outer.reason;
    return { kind: 'failure', reason: reasonOf(end.signal.aborted ? end.signal.reason : error) };
  } finally {
    timer.abort();
    // Whichever lost the race has been told of already.
    void Promise.allSettled([running, deadline]);
  }
}

/** The last lines of what the command said, and its exit code; never its environment. */
function reasonOf(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  return describeError(error).text;
}
