import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { resolveText } from '../expression/evaluate.ts';
import type { RunStep } from '../parser/model.ts';
import { processEnvironment, stepScope } from './contexts.ts';
import { type Ended, logCommand, runStepProcess } from './process.ts';
import { shellFor, shellRefusal } from './shell.ts';
import type { Frame, JobState } from './state.ts';

/** Runs the script of a `run:` step. */
export async function runScript(
  job: JobState,
  frame: Frame,
  step: RunStep,
  own: Record<string, string>,
  name: string,
  signal: AbortSignal,
): Promise<Ended> {
  const scope = stepScope(job, frame, own);
  const script = resolveText(step.run, scope);
  // The job's defaults are for its own steps: a composite action names its shells itself.
  const defaults = frame.parent ? { shell: undefined, workingDirectory: undefined } : job.defaults;
  const setting = step.shell ? resolveText(step.shell, scope) : defaults.shell;
  const shell = shellFor(setting);
  if (!shell) throw new Error(shellRefusal(setting ?? ''));
  const folder = step.workingDirectory
    ? resolveText(step.workingDirectory, scope)
    : (defaults.workingDirectory ?? '');
  const cwd = isAbsolute(folder) ? folder : join(job.folders.workspace, folder);
  const file = join(job.folders.temp, `${randomUUID()}${shell.extension}`);
  await writeFile(file, shell.wrap(script.endsWith('\n') ? script : `${script}\n`), { mode: 0o755 });
  const argv = shell.argv.map((word) => word.replace('{0}', file));
  logCommand(job, name, `Run ${script.split('\n')[0]}`, [
    ...script.trimEnd().split('\n'),
    `shell: ${argv.join(' ')}`,
  ]);
  const [executable = 'bash', ...args] = argv;
  const env = processEnvironment(job, frame, own, {});
  return await runStepProcess(job, name, { file: executable, args, cwd, env }, signal);
}
