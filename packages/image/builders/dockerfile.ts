import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '@fairway/runtime';
import { didYouMean } from '@fairway/schema';
import type { BuildRequest } from './types.ts';

export interface Stage {
  readonly name: string | undefined;
  /** What stands after FROM, its arguments filled in; undefined when one of them is not known. */
  readonly from: string | undefined;
  /** The words that its instructions start with, in upper case. */
  readonly instructions: readonly string[];
}

export interface Dockerfile {
  readonly path: string;
  /** All layers of the image are made by this file: it ends on `scratch`, through whatever stages. */
  readonly fromScratch: boolean;
  /** All instructions on top of the base, through whatever stages; undefined when that is not known. */
  readonly instructions: readonly string[] | undefined;
}

/** Finds the Dockerfile and the target in it, before anything is started. Throws UserError. */
export async function readDockerfile({ context, build }: BuildRequest): Promise<Dockerfile> {
  const path = resolve(context, build.dockerfile ?? 'Dockerfile');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(
      error.code === 'ENOENT' ? 'there is no Dockerfile' : `the Dockerfile cannot be read: ${error.message}`,
      {
        where: path,
        mend: 'set image.build.dockerfile, relative to the context, or list image.build.files to build without one',
        cause: error,
      },
    );
  });
  const stages = stagesOf(text, build.args ?? {});
  const target = build.target === undefined ? stages.length - 1 : indexOfStage(stages, build.target);
  if (target < 0) throw unknownTarget(path, build.target, stages);
  const known = hasFrontend(text) ? undefined : chainOf(stages, target, build.contexts ?? {});
  return {
    path,
    fromScratch: known !== undefined && known.base === 'scratch',
    instructions: known?.instructions,
  };
}

function unknownTarget(path: string, target: string | undefined, stages: readonly Stage[]): UserError {
  if (target === undefined) {
    return new UserError('the Dockerfile has no FROM', { where: path, mend: 'start it with FROM <image>' });
  }
  const names = stages.flatMap(({ name }) => name ?? []);
  return new UserError(`the Dockerfile has no stage "${target}".${didYouMean(target, names)}`, {
    where: path,
    mend: names.length ? `use one of: ${names.join(', ')}` : 'name the stage: FROM <image> AS <name>',
  });
}

/** By name, without case, or by number from 0. */
function indexOfStage(stages: readonly Stage[], wanted: string, before = stages.length): number {
  const known = stages.slice(0, before);
  const named = known.findLastIndex(({ name }) => name === wanted.toLowerCase());
  return named < 0 && /^\d+$/.test(wanted) && Number(wanted) < known.length ? Number(wanted) : named;
}

interface Chain {
  /** undefined: an image whose name is not known here. */
  readonly base: string | undefined;
  readonly instructions: readonly string[];
}

/** From the base to the target. undefined when a named context takes the place of one of the stages. */
function chainOf(
  stages: readonly Stage[],
  target: number,
  contexts: Readonly<Record<string, string>>,
): Chain | undefined {
  const stage = stages[target];
  const replaced = (name: string | undefined) => name !== undefined && Object.hasOwn(contexts, name);
  if (!stage || replaced(stage.name)) return undefined;
  const { from, instructions } = stage;
  if (replaced(from)) return { base: undefined, instructions };
  const earlier = from === undefined ? -1 : indexOfStage(stages, from, target);
  if (earlier < 0) return { base: from, instructions };
  const below = chainOf(stages, earlier, contexts);
  return below && { base: below.base, instructions: [...below.instructions, ...instructions] };
}

/** Another frontend than Docker's own may give the instructions another meaning. */
function hasFrontend(text: string): boolean {
  const syntax = /^\s*#\s*syntax\s*=\s*(\S+)/im.exec(text)?.[1];
  return syntax !== undefined && !/^(docker\.io\/)?docker\/dockerfile(:|@|$)/.test(syntax);
}

export function stagesOf(text: string, args: Readonly<Record<string, string>>): Stage[] {
  const known = new Map<string, string>();
  const stages: (Stage & { instructions: string[] })[] = [];
  for (const [instruction, rest] of instructionsOf(text)) {
    if (instruction === 'ARG' && stages.length === 0) {
      const [, name = '', , value] = /^(\w+)(=(.*))?$/.exec(rest) ?? [];
      const given = Object.hasOwn(args, name) ? args[name] : value?.replace(/^(["'])(.*)\1$/, '$2');
      if (given !== undefined) known.set(name, given);
    }
    if (instruction !== 'FROM') {
      stages.at(-1)?.instructions.push(instruction);
      continue;
    }
    const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
    const name = words[1]?.toUpperCase() === 'AS' ? words[2]?.toLowerCase() : undefined;
    stages.push({ name, from: fillIn(words[0] ?? '', known), instructions: [] });
  }
  return stages;
}

/** `${NAME}`, `$NAME` and `${NAME:-default}`; undefined for what is not known or written otherwise. */
function fillIn(word: string, known: ReadonlyMap<string, string>): string | undefined {
  let unknown = false;
  const filled = word.replace(
    /\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (_, braced?: string, fallback?: string, bare?: string) => {
      const value = known.get(braced ?? bare ?? '') || fallback;
      if (value === undefined) unknown = true;
      return value ?? '';
    },
  );
  return unknown || filled.includes('$') || filled === '' ? undefined : filled;
}

/** Instructions in upper case with what follows, lines joined, comments and here-documents left out. */
function* instructionsOf(text: string): Generator<[instruction: string, rest: string]> {
  const escapeCharacter = /^\s*#\s*escape\s*=\s*`/im.test(text) ? '`' : '\\';
  let joined = '';
  let until: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (until !== undefined) {
      if (line.trim() === until) until = undefined;
      continue;
    }
    if (/^\s*(#|$)/.test(line)) continue;
    const open = line.trimEnd().endsWith(escapeCharacter);
    joined += open ? `${line.trimEnd().slice(0, -1)} ` : line;
    if (open) continue;
    const [, instruction = '', rest = ''] = /^\s*(\w+)\s+(.*)$/.exec(joined) ?? [];
    joined = '';
    if (/^(RUN|COPY|ADD)$/i.test(instruction)) until = /<<-?\s*(["']?)(\w+)\1/.exec(rest)?.[2];
    yield [instruction.toUpperCase(), rest.trim()];
  }
}

/** The named contexts as arguments; folders are relative to the context. */
export function contextArguments({ context, build }: BuildRequest): string[] {
  const absolute = (source: string) => {
    const layout = /^oci-layout:\/\/(.*)$/.exec(source)?.[1];
    if (layout !== undefined) return `oci-layout://${resolve(context, layout)}`;
    return /^[a-z][a-z0-9+.-]*:\/\/|^git@/.test(source) ? source : resolve(context, source);
  };
  return Object.entries(build.contexts ?? {}).flatMap(([name, source]) => [
    '--build-context',
    `${name}=${absolute(source)}`,
  ]);
}
