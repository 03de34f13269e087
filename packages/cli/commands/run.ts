import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunResult, runWorkflow } from '@fairway/local';
import { type Ports, UserError } from '@fairway/runtime';
import type { RunOption } from '../options.ts';
import { progress } from '../progress.ts';
import { readSecrets } from '../secrets-file.ts';

/** Runs a workflow file of this repository on this machine. */
export async function run(workflow: string, options: RunOption, ports: Ports): Promise<RunResult> {
  const { ref, slug, workDir } = options;
  return startable(
    runWorkflow({
      workflow,
      repository: ports.context.workspace,
      event: { name: options.event, inputs: options.input },
      env: { FAIRWAY_HOME: ports.context.home },
      vars: options.var,
      secrets: options.secrets ? readSecrets(options.secrets) : {},
      repositories: { 'fairway-ci/fairway': ownRepository(), ...options.repository },
      signal: ports.signal,
      reporter: progress(options.verbose ?? false),
      ...(ref ? { ref } : {}),
      ...(slug ? { slug } : {}),
      ...(workDir ? { workDir } : {}),
    }),
  );
}

/** A plain Error of the local runner means that the run could not be started as asked. */
async function startable(run: Promise<RunResult>): Promise<RunResult> {
  try {
    return await run;
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    throw new UserError(error.message, { mend: 'see fairway run --help', cause: error });
  }
}

/** The folder that holds this suite's own actions: two above the bundle, three above the source. */
function ownRepository(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return join(here, here.endsWith('commands') ? '../../..' : '../..');
}
