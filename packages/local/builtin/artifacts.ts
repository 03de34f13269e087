import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { findFiles, searchPath } from '../expression/glob.ts';
import { annotate, type JobState } from '../job/state.ts';
import type { BuiltinInput, BuiltinReport } from './index.ts';

export const UPLOAD_INPUTS: Record<string, BuiltinInput> = {
  name: true,
  path: true,
  'if-no-files-found': ['', 'warn', 'error', 'ignore'],
  overwrite: ['', 'true', 'false'],
  'include-hidden-files': ['', 'true', 'false'],
  // Artifacts last as long as the run's folder, uncompressed.
  'retention-days': true,
  'compression-level': true,
};
export const DOWNLOAD_INPUTS: Record<string, BuiltinInput> = {
  name: true,
  path: true,
  pattern: true,
  'merge-multiple': ['', 'true', 'false'],
};

/** actions/upload-artifact: copies files into the run's folder of artifacts. */
export async function uploadArtifact(
  job: JobState,
  inputs: Record<string, string>,
  report: BuiltinReport,
): Promise<Record<string, string>> {
  const name = checkName(inputs.name || 'artifact');
  const patterns = (inputs.path ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (patterns.length === 0) throw new Error('Input required and not supplied: path');
  const skipHidden = inputs['include-hidden-files'] !== 'true';
  const files = findBelow(job.folders.workspace, patterns, skipHidden);
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${inputs.path}. No artifacts will be uploaded.`;
    if (inputs['if-no-files-found'] === 'error') throw new Error(message);
    if (inputs['if-no-files-found'] === 'ignore') report.log(message);
    else annotate(job, { level: 'warning', message, step: report.step });
    return {};
  }
  const target = join(job.run.folders.artifacts, name);
  if (await exists(target)) {
    if (inputs.overwrite !== 'true')
      throw new Error(`an artifact with the name '${name}' already exists in this run`);
    await rm(target, { recursive: true });
  }
  const root = await rootOf(job.folders.workspace, patterns, files);
  const digest = createHash('sha256');
  for (const file of files) {
    const path = join(target, relative(root, file));
    await mkdir(dirname(path), { recursive: true });
    await cp(file, path);
    digest.update(`${relative(root, file)}\0`).update(await readFile(file));
  }
  report.log(`Artifact ${name}: ${files.length} file(s)`);
  const id = String((await readdir(job.run.folders.artifacts)).length);
  return { 'artifact-id': id, 'artifact-digest': digest.digest('hex'), 'artifact-url': `file://${target}` };
}

/** actions/download-artifact: copies one artifact, or those that fit a pattern, into the workspace. */
export async function downloadArtifact(
  job: JobState,
  inputs: Record<string, string>,
  report: BuiltinReport,
): Promise<Record<string, string>> {
  const folder = resolve(job.folders.workspace, inputs.path ?? '');
  const store = job.run.folders.artifacts;
  const stored = await readdir(store);
  await mkdir(folder, { recursive: true });
  if (inputs.name) {
    if (!stored.includes(inputs.name)) {
      throw new Error(
        `Unable to find an artifact with the name '${inputs.name}'; this run has: ${stored.join(', ') || 'none'}`,
      );
    }
    await cp(join(store, inputs.name), folder, { recursive: true });
    report.log(`Downloaded artifact ${inputs.name}`);
    return { 'download-path': folder };
  }
  const fitting = inputs.pattern ? matching(store, stored, inputs.pattern) : stored;
  for (const name of fitting) {
    const into = inputs['merge-multiple'] === 'true' ? folder : join(folder, name);
    await cp(join(store, name), into, { recursive: true });
    report.log(`Downloaded artifact ${name}`);
  }
  return { 'download-path': folder };
}

function matching(store: string, names: string[], pattern: string): string[] {
  const files = findFiles(store, [pattern]).map((file) => relative(store, file).split('/')[0]);
  return names.filter((name) => files.includes(name));
}

function findBelow(workspace: string, patterns: string[], skipHidden: boolean): string[] {
  const roots = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => searchPath(workspace, pattern));
  const outside = roots.filter((root) => relative(workspace, root).startsWith('..'));
  const folders = outside.length > 0 ? [workspace, ...outside.map((root) => dirname(root))] : [workspace];
  const found = folders.flatMap((folder) =>
    findFiles(
      folder,
      patterns.map((pattern) => absolutePattern(workspace, pattern)),
      { skipHidden },
    ),
  );
  return [...new Set(found)].sort();
}

function absolutePattern(workspace: string, pattern: string): string {
  return pattern.startsWith('!') ? `!${resolve(workspace, pattern.slice(1))}` : resolve(workspace, pattern);
}

/** One file's folder; a searched folder; or what several searches have in common. */
async function rootOf(workspace: string, patterns: string[], files: string[]): Promise<string> {
  const roots = patterns
    .filter((pattern) => !pattern.startsWith('!'))
    .map((pattern) => searchPath(workspace, pattern));
  const [first = workspace] = roots;
  if (roots.length === 1)
    return (await stat(first).catch(() => undefined))?.isFile() ? dirname(first) : first;
  let common = dirname(files[0] ?? workspace);
  while (!roots.every((root) => root === common || root.startsWith(`${common}/`))) common = dirname(common);
  return common;
}

function checkName(name: string): string {
  const wrong = /["<>|*?:\r\n\\/]/.exec(name);
  if (wrong)
    throw new Error(
      `the artifact name '${name}' contains ${JSON.stringify(wrong[0])}, which GitHub does not allow`,
    );
  return name;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
