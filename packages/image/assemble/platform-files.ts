import { UserError } from '@fairway/runtime';
import type { ImageBuild } from '../kinds.ts';
import { parsePlatform } from '../platform.ts';
import type { Platform } from '../types.ts';

/** From where in the context to where in the image. */
export interface FileMapping {
  readonly from: string;
  readonly to: string;
}

/** The mappings of one platform: its names put in, and plain paths placed below `workdir`. UserError. */
export function mappingsFor(
  files: ImageBuild['files'],
  platform: Platform,
  workdir: string,
): readonly FileMapping[] {
  return files.map((file) => {
    if (typeof file !== 'string') return { from: fill(file.from, platform), to: fill(file.to, platform) };
    const from = fill(file, platform);
    return { from, to: `${workdir}/${from}` };
  });
}

/** Every path of the context that goes into one of the build's images. */
export function sourcePaths(build: Pick<ImageBuild, 'files' | 'platforms'>): string[] {
  const paths = build.platforms
    .map(parsePlatform)
    .flatMap((platform) => mappingsFor(build.files, platform, '').map(({ from }) => from));
  return [...new Set(paths)];
}

/** `${os}`, `${arch}` and `${variant}`: the words of an OCI platform. */
function fill(path: string, { os, architecture, variant = '' }: Platform): string {
  const names = new Map([
    ['os', os],
    ['arch', architecture],
    ['variant', variant],
  ]);
  return path.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = names.get(name);
    if (value !== undefined) return value;
    throw new UserError(`image.build.files: "${path}" has the unknown name "${name}"`, {
      mend: `valid names: ${[...names.keys()].join(', ')}`,
    });
  });
}
