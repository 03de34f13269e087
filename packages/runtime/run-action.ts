import {
  type Definition,
  type Inputs,
  type InputsOf,
  type OutputsOf,
  parseInputs,
  secretInputs,
} from '@fairway/action';
import { addMask, printed, setOutput } from './commands.ts';
import { inputTexts, variable } from './environment.ts';
import { describeError, UserError } from './errors.ts';
import { workflowLog } from './log.ts';
import type { Ports } from './ports.ts';
import { Redactor } from './redact.ts';
import { systemPorts } from './system-ports.ts';

type Body<D, R> = (inputs: InputsOf<D>, ports: Ports) => Promise<R>;

/** Outputs, and why the step fails nevertheless: a stopped rollout still has outputs. */
export type Outcome<D> = OutputsOf<D> & { failure?: Error };

export interface ActionBody<D> {
  run: Body<D, Outcome<D>>;
  /** The post step; runs after success, failure and cancellation. */
  post?: Body<D, void>;
}

/**
 * Runs main, or post when started with the argument `post`; maps every error to annotation, summary and exit
 * code, and ends the process. Saved state cannot tell the two apart: a main step that was killed while it
 * started saved none, and its post step must not do the work.
 */
export async function runAction<I extends Inputs, O extends string>(
  definition: Definition<I, O>,
  body: ActionBody<Definition<I, O>>,
): Promise<void> {
  const raw = inputTexts();
  const redactor = new Redactor();
  const mask = (secret: string) => {
    for (const form of redactor.add(secret)) addMask(form);
  };
  for (const secret of secretInputs(definition, raw)) mask(secret);
  const log = workflowLog(redactor, (line) => void process.stdout.write(`${line}\n`));
  const ports = systemPorts({ log, mask, redact: (text) => redactor.redactKept(text) });
  const end = async (failure?: { error: unknown }) => {
    if (failure) fail(failure.error, definition.title, ports, redactor);
    writeSummary(ports, redactor);
    await printed();
    // Keep-alive sockets would hold the process for seconds.
    process.exit();
  };
  // Node would print such an error itself, with its cause and fields, and nothing redacted.
  process.once('uncaughtException', (error) => void end({ error }));
  try {
    if (process.argv[2] === 'post') {
      await runPost(definition, body, raw, ports);
    } else {
      const inputs = readInputs(definition, raw, ports);
      const { failure, ...outputs } = await body.run(inputs, ports);
      setOutputs(outputs as Record<string, string | undefined>, definition, redactor);
      if (failure) throw failure;
    }
  } catch (error) {
    return end({ error });
  }
  return end();
}

/** Inputs that main refused are not refused twice: it started nothing. */
async function runPost<I extends Inputs, O extends string>(
  definition: Definition<I, O>,
  { post }: ActionBody<Definition<I, O>>,
  raw: Map<string, string>,
  ports: Ports,
): Promise<void> {
  const parsed = parseInputs(definition, raw);
  if (parsed.ok) await post?.(parsed.inputs, ports);
  else ports.log.info('The inputs were refused, so there is nothing to tidy up.');
}

function readInputs<I extends Inputs, O extends string>(
  definition: Definition<I, O>,
  raw: Map<string, string>,
  { log }: Ports,
): InputsOf<Definition<I, O>> {
  const parsed = parseInputs(definition, raw);
  for (const { input, message } of parsed.warnings) log.warning(`Input "${input}" ${message}`);
  if (parsed.ok) return parsed.inputs;
  const lines = parsed.problems.map(({ input, message }) => `- ${input}: ${message}`);
  throw new UserError(
    `${lines.length} problem${lines.length > 1 ? 's' : ''} with the inputs:\n${lines.join('\n')}`,
    {
      mend: `see the inputs of actions/${definition.name}`,
    },
  );
}

function setOutputs<O extends string>(
  outputs: Record<string, string | undefined>,
  definition: Definition<Inputs, O>,
  redactor: Redactor,
): void {
  for (const name of Object.keys(definition.outputs)) {
    const camel = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    setOutput(name, redactor.redact(outputs[camel] ?? ''));
  }
}

function fail(error: unknown, title: string, { log, summary, signal }: Ports, redactor: Redactor): void {
  const cancelled = signal.aborted && error !== signal.reason;
  const report = describeError(cancelled ? signal.reason : error);
  log.error(report.text, { title: `${title}: ${report.title}` });
  // Mostly the end of something that was cancelled with it; sometimes what the cancelled job could not do.
  if (cancelled) log.info(`It ended with: ${describeError(error).text}`);
  if (report.unforeseen && error instanceof Error && error.stack) log.info(error.stack);
  summary.heading(`${title}: ${report.title}`, 3).code(redactor.redact(report.text));
  process.exitCode = 1;
}

/** A summary that cannot be written undoes nothing of what was done. */
function writeSummary({ summary, log }: Ports, redactor: Redactor): void {
  try {
    summary.write(variable('GITHUB_STEP_SUMMARY'), (text) => redactor.redact(text));
  } catch (error) {
    log.warning(`The job summary could not be written: ${describeError(error).text}`);
  }
}
