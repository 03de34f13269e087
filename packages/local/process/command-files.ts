import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What one step wrote to its command files. */
export interface Written {
  env: [string, string][];
  path: string[];
  output: [string, string][];
  state: [string, string][];
  summary: string;
}

const VARIABLES = {
  env: 'GITHUB_ENV',
  path: 'GITHUB_PATH',
  output: 'GITHUB_OUTPUT',
  state: 'GITHUB_STATE',
  summary: 'GITHUB_STEP_SUMMARY',
} as const;
type Kind = keyof typeof VARIABLES;
const KINDS = Object.keys(VARIABLES) as Kind[];

/** The files through which one step talks to the runner. */
export class CommandFiles {
  readonly env: Record<string, string>;
  readonly #paths: Record<Kind, string>;

  private constructor(paths: Record<Kind, string>) {
    this.#paths = paths;
    this.env = Object.fromEntries(KINDS.map((kind) => [VARIABLES[kind], paths[kind]]));
  }

  static async create(folder: string): Promise<CommandFiles> {
    const id = randomUUID();
    const paths = Object.fromEntries(KINDS.map((kind) => [kind, join(folder, `${kind}_${id}`)]));
    await Promise.all(Object.values(paths).map((path) => writeFile(path, '')));
    return new CommandFiles(paths as Record<Kind, string>);
  }

  /** Reads everything and removes the files. A malformed file is an error of the step. */
  async collect(): Promise<Written> {
    const read = async (kind: Kind) => await readFile(this.#paths[kind], 'utf8').catch(() => '');
    const texts = { env: await read('env'), path: await read('path'), output: await read('output') };
    const [state, summary] = [await read('state'), await read('summary')];
    await Promise.all(Object.values(this.#paths).map((path) => rm(path, { force: true })));
    return {
      env: parseKeyValues(texts.env, 'GITHUB_ENV'),
      path: texts.path.split(/\r?\n/).filter((line) => line !== ''),
      output: parseKeyValues(texts.output, 'GITHUB_OUTPUT'),
      state: parseKeyValues(state, 'GITHUB_STATE'),
      summary,
    };
  }
}

/** Parses `name=value` lines and `name<<DELIMITER` blocks, as the runner does. */
export function parseKeyValues(content: string, file: string): [string, string][] {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  const pairs: [string, string][] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`${file}: invalid format '${line}': name must not be empty`);
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
    } else if (heredoc >= 0) {
      const [name, delimiter] = [line.slice(0, heredoc), line.slice(heredoc + 2)];
      if (name === '' || delimiter === '') {
        throw new Error(`${file}: invalid format '${line}': name and delimiter must not be empty`);
      }
      const end = lines.indexOf(delimiter, index + 1);
      if (end === -1) throw new Error(`${file}: matching delimiter not found '${delimiter}'`);
      pairs.push([name, lines.slice(index + 1, end).join('\n')]);
      index = end;
    } else {
      throw new Error(`${file}: invalid format '${line}'`);
    }
  }
  return pairs;
}
