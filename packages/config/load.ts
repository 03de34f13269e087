import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Ports, UserError } from '@fairway/runtime';
import type { Problem } from '@fairway/schema';
import { excerpt, lineAndColumn, locate } from './position.ts';
import { type Config, configKind } from './schema.ts';
import { semanticProblems } from './semantics.ts';
import { type Fault, parseYaml } from './yaml.ts';

/** Where the file is looked for, relative to the workspace. */
export const CONFIG_FILES = ['.github/fairway.yml', 'fairway.yml'] as const;

/** A hand-written file is some kB; this leaves room and keeps a wrong path from being parsed. */
const MAX_CHARACTERS = 1024 * 1024;

const EXAMPLE = `version: 1
app: my-app
environments:
  production:
    target:
      process: { port: 8080, health: /healthz }`;

export type ConfigPorts = Pick<Ports, 'files' | 'context'>;

/**
 * Reads and checks fairway.yml. `path` is relative to the workspace; without it `.github/fairway.yml` and
 * `fairway.yml` are looked for. Returns the file as it is named in messages: relative to the workspace
 * when it lies inside. Throws one UserError with every problem as `file:line:column: message`.
 */
export async function loadConfig(
  { files, context }: ConfigPorts,
  path?: string,
): Promise<{ config: Config; file: string }> {
  const { file, source } = path
    ? await readGiven(files, context.workspace, path)
    : await search(files, context.workspace);
  return { config: parseConfig(source, file), file };
}

/** The same for text that is at hand; `file` is its name in messages. */
export function parseConfig(text: string, file: string): Config {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  refuseUnreadable(source, file);
  const { root, faults } = parseYaml(source);
  if (!root && faults.length === 0) {
    throw new UserError(`${file} is empty`, { where: file, mend: `start from this:\n${EXAMPLE}` });
  }
  const problems: Problem[] = [];
  const config = root ? configKind.read(root.value, [], (problem) => problems.push(problem)) : undefined;
  if (root) {
    faults.push(...[...problems, ...semanticProblems(root.value)].map((problem) => fault(root, problem)));
  }
  if (faults.length) throw describe(source, file, faults);
  return config as Config;

  function fault(node: NonNullable<typeof root>, { path, on, message }: Problem): Fault {
    return { offset: locate(node, path, on), message };
  }
}

function describe(source: string, file: string, faults: readonly Fault[]): UserError {
  const seen = new Set<string>();
  const shown = faults
    .map(({ offset, message }) => ({ ...lineAndColumn(source, offset), message }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .filter(({ line, column, message }) => {
      // An alias can bring the same problem in several times.
      const key = `${line}:${column}:${message}`;
      return !seen.has(key) && seen.add(key);
    });
  const lines = shown.map((at) => `${file}:${at.line}:${at.column}: ${at.message}\n${excerpt(source, at)}`);
  const first = shown[0];
  return new UserError(
    `${shown.length} problem${shown.length > 1 ? 's' : ''} in ${file}:\n\n${lines.join('\n')}`,
    {
      where: `${file}:${first?.line ?? 1}:${first?.column ?? 1}`,
      mend: `correct the marked place${shown.length > 1 ? 's' : ''}`,
    },
  );
}

function refuseUnreadable(source: string, file: string): void {
  if (source.length > MAX_CHARACTERS) throw tooLarge(file);
  // Reading turns every byte that is not UTF-8 into U+FFFD, which nobody writes into a config by hand.
  const at = source.search(/\uFFFD|\0/);
  if (at < 0) return;
  const { line, column } = lineAndColumn(source, at);
  throw new UserError(`${file}:${line}:${column}: the file is not UTF-8 text`, {
    where: `${file}:${line}:${column}`,
    mend: 'save it as UTF-8',
  });
}

const tooLarge = (file: string): UserError =>
  new UserError(`${file} is larger than 1 MiB: this is not a fairway.yml`, {
    where: file,
    mend: 'check the path',
  });

async function search(files: Ports['files'], workspace: string): Promise<{ file: string; source: string }> {
  const found: { file: string; source: string }[] = [];
  for (const file of CONFIG_FILES) {
    const source = await read(files, join(workspace, file), file);
    if (source !== undefined) found.push({ file, source });
  }
  const [first, second] = found;
  if (first && second) {
    throw new UserError(`both ${first.file} and ${second.file} exist in ${workspace}`, {
      where: workspace,
      mend: 'keep one of them, or name one with the input "config"',
    });
  }
  if (first) return first;
  throw new UserError(`no ${CONFIG_FILES.join(' and no ')} in ${workspace}`, {
    where: workspace,
    mend: `check the repository out first (actions/checkout), or create .github/fairway.yml:\n${EXAMPLE}`,
  });
}

async function readGiven(
  files: Ports['files'],
  workspace: string,
  path: string,
): Promise<{ file: string; source: string }> {
  const absolute = resolve(workspace, path);
  const inside = relative(workspace, absolute);
  const file = inside.startsWith(`..${sep}`) || isAbsolute(inside) ? absolute : inside || '.';
  const source = await read(files, absolute, file);
  if (source !== undefined) return { file, source };
  throw new UserError(`${file} does not exist`, {
    where: absolute,
    mend: 'check the path; it is relative to the workspace',
  });
}

async function read(files: Ports['files'], path: string, file: string): Promise<string | undefined> {
  try {
    return await files.read(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') return undefined;
    if (code === 'ERR_STRING_TOO_LONG' || code === 'ERR_FS_FILE_TOO_LARGE') throw tooLarge(file);
    if (code !== 'EISDIR') throw error;
    throw new UserError(`${file} is a folder`, {
      where: path,
      mend: 'a file is expected there: name the file itself',
      cause: error,
    });
  }
}
