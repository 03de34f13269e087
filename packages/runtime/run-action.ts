import {
  type Definition,
  type Inputs,
  type InputsOf,
  type OutputsOf,
  parseInputs,
  secretInputs,
} from '@fairway/action';
import { addMask, getState, saveState, setOutput } from './commands.ts';
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

const PHASE = 'fairway-phase';

/** Runs main or post, maps every error to annotation, summary and exit code, and ends the process. */
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
  const ports = systemPorts({ log, mask });
  try {
    const inputs = readInputs(definition, raw, ports);
    if (getState(PHASE) === 'main') {
      await body.post?.(inputs, ports);
    } else {
      saveState(PHASE, 'main');
      const { failure, ...outputs } = await body.run(inputs, ports);
      setOutputs(outputs as Record<string, string | undefined>, definition, redactor);
      if (failure) throw failure;
    }
  } catch (error) {
    fail(error, definition.title, ports, redactor);
  } finally {
    ports.summary.write(variable('GITHUB_STEP_SUMMARY'), (text) => redactor.redact(text));
  }
  // Keep-alive sockets would hold the process for seconds.
  process.exit();
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
  const report = describeError(signal.aborted ? signal.reason : error);
  log.error(report.text, { title: `${title}: ${report.title}` });
  if (report.unforeseen && error instanceof Error && error.stack) log.info(error.stack);
  summary.heading(`${title}: ${report.title}`, 3).code(redactor.redact(report.text));
  process.exitCode = 1;
}
