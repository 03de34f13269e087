import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type JobResult,
  type RunEvent,
  type RunOptions,
  type RunResult,
  runWorkflow,
} from '../../../packages/local/index.ts';

const GIT_ENV = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};

/** Runs git in a folder, for setting a test up. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...GIT_ENV },
    encoding: 'utf8',
  }).trim();
}

/** A new git repository with these files, removed after the test. */
export function repository(files: Record<string, string>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'local-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, files);
  return folder;
}

/** Writes files and commits them. */
export function commit(folder: string, files: Record<string, string>): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    if (content.startsWith('#!')) chmodSync(file, 0o755);
  }
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'test');
  return git(folder, 'rev-parse', 'HEAD');
}

export interface Ran extends RunResult {
  events: RunEvent[];
  /** Every line of the log, in order. */
  lines: string[];
  job(name: string): JobResult;
}

/** Runs a workflow given as text, in a repository that holds it and the other files. */
export async function run(
  workflow: string,
  options: Partial<RunOptions> & { files?: Record<string, string> } = {},
): Promise<Ran> {
  const { files, ...rest } = options;
  const path = '.github/workflows/test.yml';
  const folder = rest.repository ?? repository({ [path]: workflow, ...files });
  const events: RunEvent[] = [];
  const result = await runWorkflow({
    workflow: path,
    repository: folder,
    event: { name: 'push' },
    slug: 'acme/app',
    ...rest,
    reporter: {
      report: (event) => {
        events.push(event);
        rest.reporter?.report(event);
      },
    },
  });
  const job = (name: string) => {
    const found = result.jobs.find((candidate) => candidate.name === name || candidate.id === name);
    if (!found)
      throw new Error(`no job '${name}' among ${result.jobs.map((candidate) => candidate.name).join(', ')}`);
    return found;
  };
  const lines = events.flatMap((event) => (event.type === 'line' ? [event.text] : []));
  return { ...result, events, lines, job };
}

/** A workflow with one job that runs these steps (YAML of a list, indented as you like). */
export function jobOf(steps: string, extra = ''): string {
  const indent = (text: string, by: string) => text.replace(/^/gm, by);
  return `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n${indent(extra, '    ')}\n    steps:\n${indent(steps.replace(/^\n/, ''), '      ')}\n`;
}
