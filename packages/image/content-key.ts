import { createHash } from 'node:crypto';
import { CommandError, type Exec, UserError } from '@fairway/runtime';
import { ignoreMatcher } from './assemble/ignore.ts';
import type { ImageIdentity } from './assemble/index.ts';
import { inspectIn } from './inspect.ts';
import type { ImageBuild } from './kinds.ts';
import { REF_NAME } from './layout.ts';
import { parsePlatform } from './platform.ts';
import type { Descriptor, ImageStore } from './types.ts';

/** Annotation of the manifest: from which inputs the image was built. */
export const CONTENT_KEY = 'dev.fairway.content-key';

/** Raised when the builder writes other bytes for the same inputs. */
const BUILDER = 'assemble/1';

export type ContentKey =
  | { readonly key: string }
  | {
      readonly key: undefined;
      readonly why: string;
      /** A tracked file differs from the commit: the image is not what its revision says. */
      readonly modified: boolean;
    };

/**
 * A hash of all that decides the image's bytes, without reading its files: the commit stands for them. It
 * does so only when every file that goes in is committed and unchanged; otherwise `why` names the reason.
 */
export async function contentKey(
  exec: Exec,
  context: string,
  build: ImageBuild,
  identity: Omit<ImageIdentity, 'annotations'>,
): Promise<ContentKey> {
  const paths = build.files.map((file) => `:(literal)${typeof file === 'string' ? file : file.from}`);
  const git = async (...args: string[]) => (await exec.run('git', args, { cwd: context })).stdout;
  try {
    const prefix = (await git('rev-parse', '--show-prefix')).trim();
    const changed = await firstUncommitted(git, prefix, paths, build.ignore);
    if (changed) {
      return { key: undefined, why: `${changed.path} is not as committed`, modified: changed.modified };
    }
    const special = await firstFiltered(git, paths);
    if (special)
      return {
        key: undefined,
        why: `${special} is a submodule or goes through a git filter`,
        modified: false,
      };
    const inputs = JSON.stringify({ BUILDER, prefix, build: sortKeys(build), identity: sortKeys(identity) });
    return { key: `sha256:${createHash('sha256').update(inputs).digest('hex')}` };
  } catch (error) {
    // A path behind a link or outside of the repository: git refuses it, the build decides.
    if (!(error instanceof CommandError)) throw error;
    return { key: undefined, why: error.stderr.trim().split('\n')[0] ?? 'git refused', modified: false };
  }
}

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

/** What git changes on checkout (LFS, filters) or keeps elsewhere (submodules) has other bytes than its blob. */
async function firstFiltered(git: Git, paths: readonly string[]): Promise<string | undefined> {
  const filtered = await git('ls-files', '-z', '--', ...paths, ':(exclude,attr:!filter)');
  if (filtered) return filtered.split('\0')[0];
  const staged = await git('ls-files', '-z', '--stage', '--', ...paths);
  const submodule = staged.split('\0').find((line) => line.startsWith('160000 '));
  return submodule?.split('\t')[1];
}

export interface FoundImage {
  readonly digest: string;
  /** Bytes of the layers, compressed. */
  readonly size: number;
  readonly layers: readonly Descriptor[];
}

/**
 * The image under this version that was built from the same inputs, when all its blobs are there; undefined
 * when it is damaged: then a build mends it.
 */
export async function findBuilt(
  store: ImageStore,
  version: string,
  key: string,
  platform: string | undefined,
): Promise<FoundImage | undefined> {
  try {
    const tagged = (await store.list()).find(({ annotations }) => annotations?.[REF_NAME] === version);
    if (!tagged || !(await store.has(tagged))) return undefined;
    const { manifest } = await inspectIn(
      store,
      tagged.digest,
      platform ? { platform: parsePlatform(platform) } : {},
    );
    if (manifest.annotations?.[CONTENT_KEY] !== key) return undefined;
    const there = await Promise.all(manifest.layers.map((layer) => store.has(layer)));
    if (!there.every(Boolean)) return undefined;
    const size = manifest.layers.reduce((sum, layer) => sum + layer.size, 0);
    return { digest: tagged.digest, size, layers: manifest.layers };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function sortKeys(value: object): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ),
  );
}
