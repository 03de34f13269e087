import { CommandFiles } from '../process/command-files.ts';
import { type Command, runProcess } from '../process/spawn.ts';
import { messageOf } from '../run/record.ts';
import { StepOutput } from './output.ts';
import { type JobState, log } from './state.ts';

/** The runner refuses a larger summary. */
const MAX_SUMMARY = 1024 * 1024;

/** What a step's process left behind. */
export interface Ended {
  ok: boolean;
  outputs: Record<string, string>;
  state: Record<string, string>;
}

/** Runs one process of a step: its lines, its command files, its exit code. */
export async function runStepProcess(
  job: JobState,
  stepName: string,
  command: Command,
  signal: AbortSignal,
): Promise<Ended> {
  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const output = new StepOutput(job, stepName, {
    output: (name, value) => {
      outputs[name] = value;
    },
    state: (name, value) => {
      state[name] = value;
    },
  });
  const files = await CommandFiles.create(job.folders.commands);
  const prepared = { ...command, env: { ...command.env, ...files.env } };
  let ok = false;
  try {
    const code = await runProcess(prepared, (line) => output.line(line), signal);
    ok = code === 0 && !output.failure;
    if (code !== 0 && !signal.aborted) output.annotate('error', `Process completed with exit code ${code}.`);
  } catch (error) {
    output.annotate('error', `Cannot start ${command.file}: ${messageOf(error)}`);
  }
  if (signal.aborted) output.annotate('error', 'The operation was canceled.');
  const problem = await applyFiles(job, stepName, files, outputs, state, output);
  return { ok: ok && !problem, outputs, state };
}

async function applyFiles(
  job: JobState,
  stepName: string,
  files: CommandFiles,
  outputs: Record<string, string>,
  state: Record<string, string>,
  output: StepOutput,
): Promise<boolean> {
  try {
    const written = await files.collect();
    for (const [name, value] of written.env) {
      if (name.toUpperCase() === 'NODE_OPTIONS') {
        output.annotate('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.");
      } else job.env[name] = value;
    }
    for (const folder of written.path) job.path = [folder, ...job.path.filter((known) => known !== folder)];
    Object.assign(outputs, Object.fromEntries(written.output));
    Object.assign(state, Object.fromEntries(written.state));
    addSummary(job, stepName, written.summary, output);
    return false;
  } catch (error) {
    output.annotate('error', `Unable to process file command: ${messageOf(error)}`);
    return true;
  }
}

function addSummary(job: JobState, step: string, summary: string, output: StepOutput): void {
  const size = Buffer.byteLength(summary);
  if (size === 0) return;
  if (size > MAX_SUMMARY) {
    const kilobytes = Math.ceil(size / 1024);
    output.annotate(
      'error',
      `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${kilobytes}k.`,
    );
    return;
  }
  const markdown = job.masks.hide(summary);
  job.result.summary += markdown.endsWith('\n') ? markdown : `${markdown}\n`;
  job.run.reporter.report({ type: 'summary', job: job.result.key, step, markdown });
}

/** Says in the log what runs, as GitHub's log begins a step. */
export function logCommand(job: JobState, step: string, title: string, detail: string[]): void {
  const place = { job: job.result.key, step };
  job.run.reporter.report({ type: 'group', title: job.masks.hide(title), ...place });
  for (const line of detail) log(job, step, line);
  job.run.reporter.report({ type: 'group-end', ...place });
}
