import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { variable } from './environment.ts';
import { InternalError } from './errors.ts';

/*
 * The runner's command files. Not @actions/core: its index loads undici for OIDC, which more than doubles
 * the cold start of every action (docs/decisions.md); what needs OIDC imports it lazily.
 */

/** Sets an output. Without GITHUB_OUTPUT (outside of a runner) the value is printed. */
export function setOutput(name: string, value: string): void {
  const path = variable('GITHUB_OUTPUT');
  if (path) appendFileSync(path, keyValue(name, value));
  else process.stdout.write(`output ${name}=${value}\n`);
}

/** Keeps a value for the post step of the same action. */
export function saveState(name: string, value: string): void {
  const path = variable('GITHUB_STATE');
  if (path) appendFileSync(path, keyValue(name, value));
}

export function getState(name: string): string | undefined {
  return process.env[`STATE_${name}`] || undefined;
}

/** Tells the runner to mask a value in the whole job's log. Harmless outside of a runner. */
export function addMask(secret: string): void {
  if (!variable('GITHUB_OUTPUT')) return;
  process.stdout.write(
    `::add-mask::${secret.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`,
  );
}

/** How long a reader may take for what is still in the pipe, in ms: a cancelled job has about ten seconds. */
const PATIENCE = 5_000;

/** Resolves when everything printed has left. `process.exit()` drops what a slow reader has not taken yet. */
export async function printed(): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  const streams = [process.stdout, process.stderr];
  const gone = streams.map((stream) => new Promise<void>((resolve) => stream.write('', () => resolve())));
  await Promise.race([Promise.all(gone), late]);
  clearTimeout(timer);
}

/** A heredoc whose delimiter is random, so that no value can close it. */
function keyValue(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomUUID()}`;
  if (value.includes(delimiter)) throw new InternalError(`the value of ${name} contains its delimiter`);
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
