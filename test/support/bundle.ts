import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root: string = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface BundleRun {
  exitCode: number | null;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  summary: string;
}

export interface BundleOptions {
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  cwd?: string;
  /** `post` for the post step. */
  args?: readonly string[];
  /** Milliseconds; then it is killed, and has no exit code. Default: without end. */
  within?: number;
}

/** Starts `dist/<name>/index.js` as the runner does: INPUT_* and command files, nothing else. */
export async function runBundle(name: string, options: BundleOptions = {}): Promise<BundleRun> {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-bundle-'));
  const file = (kind: string) => join(folder, kind);
  for (const kind of ['output', 'state', 'summary']) writeFileSync(file(kind), '');
  const inputs = Object.entries(options.inputs ?? {}).map(([key, value]) => [
    `INPUT_${key.toUpperCase()}`,
    value,
  ]);
  const { args = [], within } = options;
  const child = spawn(process.execPath, [join(root, 'dist', name, 'index.js'), ...args], {
    cwd: options.cwd ?? folder,
    ...(within === undefined ? {} : { timeout: within, killSignal: 'SIGKILL' as const }),
    env: {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      ...Object.fromEntries(inputs),
      ...options.env,
    },
  });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const read = (kind: string) => readFileSync(file(kind), 'utf8');
  const run = {
    exitCode,
    ...text,
    outputs: keyValues(read('output')),
    state: keyValues(read('state')),
    summary: read('summary'),
  };
  rmSync(folder, { recursive: true, force: true });
  return run;
}

/** The heredoc form of the command files: `name<<delimiter`, lines, delimiter. */
function keyValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^([^\n<]+)<<([^\n]+)\n([\s\S]*?)\n?\2$/gm)) {
    if (name !== undefined) values[name] = value ?? '';
  }
  return values;
}
