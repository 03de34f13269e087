import { readFile, realpath } from 'node:fs/promises';
import { join, normalize, relative } from 'node:path';
import { git, positionOf } from '../git.ts';
import { readAction } from './action.ts';
import type { Action, Source, Workflow } from './model.ts';
import { type Parsed, readWorkflow } from './workflow.ts';

/** The actions that the local runner has in itself. */
export const BUILTINS = ['actions/checkout', 'actions/upload-artifact', 'actions/download-artifact'] as const;
export type Builtin = (typeof BUILTINS)[number];

/** What a `uses:` means. */
export type Located =
  | { kind: 'builtin'; name: Builtin; ref: string }
  | { kind: 'folder'; source: Source; folder: string; local: boolean; repository: string; ref: string }
  | { kind: 'refused'; message: string };

/** Finds and parses the files that workflows mention. Every file is read once a run. */
export class Catalog {
  readonly caller: Source;
  readonly #folders: Map<string, string>;
  readonly #env: Record<string, string>;
  readonly #sources = new Map<string, Promise<Source>>();
  readonly #workflows = new Map<string, Promise<Parsed<Workflow>>>();

  constructor(caller: Source, repositories: Record<string, string>, env: Record<string, string>) {
    this.caller = caller;
    this.#folders = new Map(
      Object.entries(repositories).map(([slug, folder]) => [slug.toLowerCase(), folder]),
    );
    this.#env = env;
  }

  /** The folder that stands for a repository, if one was given. */
  folderOf(slug: string): string | undefined {
    return this.#folders.get(slug.toLowerCase());
  }

  /** Where an action is. `workspace` is what `./` is relative to. */
  async locateAction(uses: string, from: Source, workspace: string): Promise<Located> {
    if (uses.startsWith('docker://')) {
      return refused(
        `'${uses}': docker actions are not supported by a local run; run the image in a run step`,
      );
    }
    if (uses.startsWith('./') || uses === '.') {
      const folder = join(workspace, uses);
      return { kind: 'folder', source: this.caller, folder, local: true, repository: '', ref: '' };
    }
    if (uses.startsWith('$/')) return this.#within(from, uses.slice(2));
    const remote = /^([^/@\s]+\/[^/@\s]+)(?:\/([^@]*))?@(.+)$/.exec(uses);
    if (!remote) return refused(`'${uses}' is not an action: write owner/repo@ref, ./path or $/path`);
    const [, slug = '', path = '', ref = ''] = remote;
    const source = await this.sourceOf(slug, ref);
    if (source) return this.#within(source, path);
    const builtin = BUILTINS.find((name) => name === slug.toLowerCase());
    if (builtin && path === '') return { kind: 'builtin', name: builtin, ref };
    return refused(notMapped(uses, slug));
  }

  /** Where a reusable workflow is. */
  async locateWorkflow(uses: string, from: Source): Promise<{ source: Source; path: string } | string> {
    if (uses.startsWith('./') || uses.startsWith('$/'))
      return { source: from, path: normalize(uses.slice(2)) };
    const remote = /^([^/@\s]+\/[^/@\s]+)\/([^@]+)@(.+)$/.exec(uses);
    if (!remote) {
      return `'${uses}' is not a reusable workflow: write ./.github/workflows/x.yml, $/.github/workflows/x.yml or owner/repo/.github/workflows/x.yml@ref`;
    }
    const [, slug = '', path = '', ref = ''] = remote;
    const source = await this.sourceOf(slug, ref);
    return source ? { source, path: normalize(path) } : notMapped(uses, slug);
  }

  /** The folder for `owner/repo@ref`: the caller's own, or the one it is mapped to. */
  async sourceOf(slug: string, ref: string): Promise<Source | undefined> {
    const folder = this.folderOf(slug);
    if (folder === undefined) {
      return slug.toLowerCase() === this.caller.repository.toLowerCase() ? this.caller : undefined;
    }
    const key = `${slug.toLowerCase()}@${ref}`;
    const known = this.#sources.get(key) ?? this.#readSource(slug, folder, ref);
    this.#sources.set(key, known);
    return known;
  }

  async #readSource(slug: string, folder: string, ref: string): Promise<Source> {
    // The folder stands for every ref; it need not even be a git repository.
    const sha = await positionOf(folder, undefined, this.#env).catch(() => undefined);
    return { repository: slug, folder: await realpath(folder), ref, sha: sha?.sha ?? '0'.repeat(40) };
  }

  #within(source: Source, path: string): Located {
    const { repository, ref } = source;
    return { kind: 'folder', source, folder: join(source.folder, path), local: false, repository, ref };
  }

  workflow(source: Source, path: string): Promise<Parsed<Workflow>> {
    const file = join(source.folder, path);
    const known = this.#workflows.get(file) ?? this.#readWorkflow(source, path, file);
    this.#workflows.set(file, known);
    return known;
  }

  async #readWorkflow(source: Source, path: string, file: string): Promise<Parsed<Workflow>> {
    const content = await readFile(file, 'utf8').catch(() => undefined);
    const label = source === this.caller ? path : file;
    if (content !== undefined) return readWorkflow(source, path, content, label);
    const message = `there is no workflow file ${path} in ${source.repository} (${source.folder})`;
    return { value: undefined, problems: [{ file: label, line: 1, column: 1, kind: 'syntax', message }] };
  }

  /** Reads the action.yml (or action.yaml) of a folder; undefined when it has none. */
  async action(source: Source, folder: string): Promise<Parsed<Action> | undefined> {
    for (const name of ['action.yml', 'action.yaml']) {
      const content = await readFile(join(folder, name), 'utf8').catch(() => undefined);
      const inside = relative(source.folder, folder);
      const own = source === this.caller && !inside.startsWith('..');
      const path = own ? join(inside, name) : join(folder, name);
      if (content !== undefined) return readAction(source, folder, path, content);
    }
    return undefined;
  }
}

/** The caller's repository at a ref, taken out of git when it is not what the working tree stands at. */
export async function openSource(
  options: { repository: string; slug: string; ref: string | undefined; exportTo: string },
  env: Record<string, string>,
): Promise<Source> {
  const folder = await realpath(options.repository);
  const head = await positionOf(folder, undefined, env);
  const wanted = await positionOf(folder, options.ref, env);
  const source = { repository: options.slug, folder, ...wanted };
  if (wanted.sha === head.sha) return source;
  await git(folder, ['clone', '-q', '--no-checkout', '--', folder, options.exportTo], env);
  await git(options.exportTo, ['checkout', '-q', '--detach', wanted.sha], env);
  return { ...source, folder: options.exportTo };
}

function refused(message: string): Located {
  return { kind: 'refused', message };
}

function notMapped(uses: string, slug: string): string {
  return `'${uses}' is not on this machine and a local run downloads nothing: map it with repositories: { '${slug}': '<folder>' }`;
}
