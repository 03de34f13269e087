#!/usr/bin/env node
// First, before any import that an older Node lacks.
import './node-version.ts';

import { WorkflowRefused } from '@fairway/local';
import {
  type Context,
  context,
  describeError,
  printed,
  Redactor,
  systemExec,
  systemPorts,
  UserError,
} from '@fairway/runtime';
import { CommanderError } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { down } from './commands/down.ts';
import { plan } from './commands/plan.ts';
import { run } from './commands/run.ts';
import { validate } from './commands/validate.ts';
import { EXIT } from './exit-codes.ts';
import type { CarryOption } from './options.ts';
import { program } from './program.ts';
import { terminalLog } from './terminal.ts';

// `fairway plan | head -1`: who listens has heard enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const redactor = new Redactor();
const log = terminalLog(redactor);
const ports = systemPorts({
  log,
  mask: (secret) => void redactor.add(secret),
  redact: (text) => redactor.redactKept(text),
  context: await atTopLevel(context()),
});

/** Commands work in any folder of a repository; outside of one, or without git, in the folder itself. */
async function atTopLevel(here: Context): Promise<Context> {
  const asked = systemExec.run('git', ['rev-parse', '--show-toplevel'], { cwd: here.workspace });
  const top = await asked.then(
    ({ stdout }) => stdout.trim(),
    // What is wrong with git is told by the command that needs it.
    () => undefined,
  );
  return top ? { ...here, workspace: top } : here;
}

const commands = program(
  {
    validate: (options) => validate(options, ports),
    plan: (options) => plan(options, ports),
    async run(workflow, options) {
      const { conclusion } = await run(workflow, options, ports);
      if (conclusion !== 'success')
        process.exitCode = conclusion === 'cancelled' ? EXIT.cancelled : EXIT.failed;
    },
    async status(options) {
      const { status } = await import('./commands/status.ts');
      await good(status(options, ports));
    },
    tick: (environment, options) => carried('tick', environment, options),
    promote: (environment, options) => carried('promote', environment, options),
    abort: (environment, options) => carried('abort', environment, options),
    async sweep(environments, options) {
      const { sweep } = await import('./commands/sweep.ts');
      await good(sweep(environments, options, ports));
    },
    down: (environments, options) => down(environments, options, ports),
  },
  manifest.version,
);

/** The engine is loaded by the commands that need it. */
async function carried(
  command: 'tick' | 'promote' | 'abort',
  environment: string,
  options: CarryOption,
): Promise<void> {
  const { carry } = await import('./commands/carry.ts');
  await good(carry(command, environment, options, ports));
}

async function good(done: Promise<boolean>): Promise<void> {
  if (!(await done)) process.exitCode = ports.signal.aborted ? EXIT.cancelled : EXIT.failed;
}

try {
  for (const command of [commands, ...commands.commands]) command.exitOverride();
  await commands.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
await printed();
process.exit();

function exitCodeOf(error: unknown): number {
  // Commander has printed its own message already; help and version are not errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (ports.signal.aborted) return EXIT.cancelled;
  if (error instanceof WorkflowRefused) {
    log.error(error.message);
    return EXIT.usage;
  }
  const { text, unforeseen } = describeError(error);
  log.error(text);
  if (unforeseen && error instanceof Error && error.stack) log.error(error.stack);
  return error instanceof UserError ? EXIT.usage : EXIT.failed;
}
