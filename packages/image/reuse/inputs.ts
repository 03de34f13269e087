import { join, resolve } from 'node:path';
import type { Ports } from '@fairway/runtime';
import type { ResolvedBase } from '../assemble/base.ts';
import type { ImageIdentity } from '../assemble/index.ts';
import { sourcePaths } from '../assemble/platform-files.ts';
import { usesDockerfile } from '../builders/section.ts';
import { type ContentKey, contentKey } from '../content-key.ts';
import type { ImageBuild } from '../kinds.ts';
import { baseDigests, basesOf } from './bases.ts';

/** Raised when a builder writes other bytes for the same inputs. */
const FORMAT = 2;

export interface Keyed {
  /** Absolute folder that the section's paths are relative to. */
  readonly context: string;
  readonly build: ImageBuild;
  readonly identity: ImageIdentity;
  /** What `resolveBase` found for `build.base`. */
  readonly base?: ResolvedBase;
  /** Further inputs, such as the command that tests the image. JSON. */
  readonly also?: object;
}

/**
 * The content key of an image that is to be built. Title, source and labels are in it, as are the digests
 * of the base images; version, commit and time are not, nor are secrets and caches.
 */
export async function imageKey(keyed: Keyed, ports: Ports): Promise<ContentKey> {
  const { context, build, identity, base, also } = keyed;
  const { title, source, annotations } = identity;
  const { cacheFrom: _, cacheTo: _to, ...settings } = build;
  const own = usesDockerfile(build) ? await ofDockerfile(keyed, ports) : ofFiles(keyed);
  if ('why' in own) return { key: undefined, why: own.why, modified: false };
  const bases = await baseDigests(own.bases, ports);
  if ('why' in bases) return { key: undefined, why: bases.why, modified: false };
  const builder = {
    ...{ format: FORMAT, build: settings, title, source, annotations },
    ...{ base: base?.digest, bases: bases.digests, text: own.text, also },
  };
  return await contentKey(ports.exec, context, { paths: own.paths, ignore: own.ignore, builder });
}

interface Own {
  readonly paths: readonly string[];
  readonly ignore: readonly string[];
  readonly bases: readonly string[];
  /** Files that decide, wherever they lie. */
  readonly text?: string;
}

const ofFiles = ({ build }: Keyed): Own => ({
  paths: sourcePaths(build),
  ignore: build.ignore,
  bases: [],
});

async function ofDockerfile({ context, build }: Keyed, { files }: Ports): Promise<Own | { why: string }> {
  const [local] = Object.entries(build.contexts ?? {}).filter(
    ([, from]) => !/@sha256:[0-9a-f]{64}$/.test(from),
  );
  if (local) return { why: `whether the named context ${local[0]} has changed cannot be told` };
  const path = resolve(context, build.dockerfile ?? 'Dockerfile');
  const text = await files.read(path);
  if (text === undefined) return { why: 'there is no Dockerfile' };
  const bases = basesOf(text, build.args ?? {});
  if (!bases) return { why: 'an argument that is not known decides about the base' };
  const ignore =
    (await files.read(`${path}.dockerignore`)) ?? (await files.read(join(context, '.dockerignore'))) ?? '';
  const patterns = ignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '.' && !line.startsWith('#'));
  return { paths: ['.'], ignore: patterns, bases, text: `${text}\0${ignore}` };
}
