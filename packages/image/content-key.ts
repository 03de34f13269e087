import { createHash } from 'node:crypto';
import { CommandError, type Exec } from '@fairway/runtime';
import { ignoreMatcher } from './assemble/ignore.ts';

/** Annotation of manifest and index, and of the entry in a layout: from which inputs the image was built. */
export const CONTENT_KEY = 'dev.fairway.content-key';

/** What decides the bytes of an image, as data. */
export interface KeyInputs {
  /** Files and folders of the context that go in, relative to it. */
  readonly paths: readonly string[];
  /** Patterns of paths that do not, as in .dockerignore. */
  readonly ignore: readonly string[];
  /** All else: the builder and its version, its settings, the platforms, the digests of the base. JSON. */
  readonly builder: object;
}

export type ContentKey =
  | { readonly key: string }
  | {
      readonly key: undefined;
      readonly why: string;
      /** A tracked file differs from the commit: the image is not what its revision says. */
      readonly modified: boolean;
    };

/**
 * A hash of all that decides the image's content, without reading its files: git's blobs stand for them.
 * They do so only when every file that goes in is committed and unchanged; otherwise `why` names the
 * reason. Commit, time and version are no part of it: a commit that changes nothing gives the same key.
 */
export async function contentKey(exec: Exec, context: string, inputs: KeyInputs): Promise<ContentKey> {
  const { ignore } = inputs;
  const paths = inputs.paths.map((path) => `:(literal)${path}`);
  const git = async (...args: string[]) => (await exec.run('git', args, { cwd: context })).stdout;
  const none = (why: string, modified = false): ContentKey => ({ key: undefined, why, modified });
  try {
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    const changed = await firstUncommitted(git, prefix, paths, ignore);
    if (changed) return none(`${changed.path} is not as committed`, changed.modified);
    const files = await trackedFiles(git, paths, ignore);
    const strange = files.find(({ state, mode }) => state !== 'H' || mode === '160000');
    if (strange) return none(`${strange.path} is a submodule or not checked out as committed`);
    const filtered = await git('ls-files', '-z', '--', ...paths, ':(exclude,attr:!filter)');
    if (filtered) return none(`${filtered.split('\0')[0]} goes through a git filter`);
    const tree = files.map(({ mode, blob, path }) => [mode, blob, path]);
    const whole = JSON.stringify({ tree, builder: sortKeys(inputs.builder) });
    return { key: `sha256:${createHash('sha256').update(whole).digest('hex')}` };
  } catch (error) {
    // A path behind a link or outside of the repository: git refuses it, the build decides.
    if (!(error instanceof CommandError)) throw error;
    return none(error.stderr.trim().split('\n')[0] ?? 'git refused');
  }
}

/** The tag under which a registry has the image of a key: one request tells whether it was built. */
export const keyTag = (key: string): string => key.replace('sha256:', 'fairway-');

type Git = (...args: string[]) => Promise<string>;

async function firstUncommitted(
  git: Git,
  prefix: string,
  paths: readonly string[],
  ignore: readonly string[],
) {
  const flags = ['--porcelain=v1', '-z', '--untracked-files=all', '--ignored=matching', '--no-renames'];
  const ignored = ignoreMatcher(ignore);
  const changed = (await git('status', ...flags, '--ignore-submodules=none', '--', ...paths)).split('\0');
  return changed
    .filter((line) => line !== '')
    .map((line) => ({ path: line.slice(3), modified: !/^(!!|\?\?)/.test(line) }))
    .filter(({ path }) => {
      // A folder that is ignored as a whole may still hold files that a "!" pattern takes back.
      const takenBack = path.endsWith('/') && ignore.some((pattern) => pattern.startsWith('!'));
      return takenBack || !ignored(path.slice(prefix.length).replace(/\/$/, ''));
    })
    .sort((a, b) => Number(b.modified) - Number(a.modified))[0];
}

/** What git knows of the files that go in. A state other than `H` hides changes, or the file is not there. */
async function trackedFiles(git: Git, paths: readonly string[], ignore: readonly string[]) {
  const ignored = ignoreMatcher(ignore);
  const lines = (await git('ls-files', '-z', '-v', '--stage', '--', ...paths)).split('\0');
  return lines
    .map((line) => /^(\S) (\d+) ([0-9a-f]+) \d\t(.*)$/s.exec(line))
    .filter((match) => match !== null)
    .map(([, state, mode, blob, path = '']) => ({ state, mode, blob, path }))
    .filter(({ path }) => !ignored(path));
}

/** The order of keys in a YAML file means nothing. */
function sortKeys(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ),
  );
}
