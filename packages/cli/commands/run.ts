import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunResult, runWorkflow } from '@fairway/local';
import { type Ports, UserError } from '@fairway/runtime';
import type { RunOption } from '../options.ts';
import { progress } from '../progress.ts';

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

/** `NAME=value` a line. A file, so that no secret stands in an argv or in the shell's history. */
function readSecrets(path: string): Record<string, string> {
  const secrets = new Map<string, string>();
  for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim());
    if (!match?.[1]) {
      throw new UserError('a secret is one NAME=value a line', {
        where: `${path}:${i + 1}`,
        mend: 'correct the line',
      });
    }
    if (secrets.has(match[1])) {
      throw new UserError(`the secret ${match[1]} stands there twice`, {
        where: `${path}:${i + 1}`,
        mend: 'keep one of them',
      });
    }
    secrets.set(match[1], match[2] ?? '');
  }
  return Object.fromEntries(secrets);
}
