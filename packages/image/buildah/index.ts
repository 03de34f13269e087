import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, UserError } from '@fairway/runtime';
import { BuilderCommands } from '../builders/command.ts';
import { contextArguments, readDockerfile } from '../builders/dockerfile.ts';
import { importImage, missingPlatforms } from '../builders/import-image.ts';
import { labelArguments } from '../builders/labels.ts';
import { secretArguments, withScratchFolder } from '../builders/scratch-folder.ts';
import type { Builder, BuilderPorts, BuildRequest } from '../builders/types.ts';

/** Buildah: a Dockerfile without a daemon. Its layers stay in the user's storage as the cache of later builds. */
export const buildah: Builder = {
  name: 'buildah',
  async missing(ports) {
    try {
      await new BuilderCommands(ports).run('buildah', ['--version']);
      return undefined;
    } catch (error) {
      if (error instanceof UserError && !ports.signal.aborted) {
        return { why: 'there is no buildah command', mend: 'install buildah' };
      }
      if (!(error instanceof CommandError)) throw error;
      const [why = 'buildah --version failed'] = error.stderr.trim().split('\n').slice(-1);
      return { why, mend: 'repair the installation of buildah' };
    }
  },
  async build(request, ports) {
    const { path } = await readDockerfile(request);
    const options = [...requestArguments(request), '--file', path];
    return await withScratchFolder(ports, async (folder) => {
      const commands = new BuilderCommands(ports, request);
      const args = [...options, ...(await secretArguments(request, folder, ports))];
      const build = { commands, folder, request, exec: ports.exec };
      const layout = await buildLayout(args, build, 'cached');
      const missing = await missingPlatforms(layout, request);
      if (missing.length === 0) return await importImage(layout, request, ports);
      // Its cache does not tell platforms apart where the base is scratch.
      ports.log.info(
        `Buildah's cache holds layers of another platform: built again for ${missing.join(', ')}`,
      );
      return await importImage(await buildLayout(['--no-cache', ...args], build, 'anew'), request, ports);
    });
  },
};

function requestArguments(request: BuildRequest): string[] {
  const { build, identity } = request;
  const each = (flag: string, values: readonly string[] = []) => values.flatMap((value) => [flag, value]);
  const layouts = Object.entries(build.contexts ?? {}).filter(([, source]) =>
    source.startsWith('oci-layout://'),
  );
  if (layouts.length) {
    throw new UserError(`buildah takes no OCI layout as a named context: "${layouts[0]?.[0]}"`, {
      where: 'image.build.contexts',
      mend: 'use docker-image://<image>, or build with buildx',
    });
  }
  return [
    ...['--isolation', 'chroot', '--layers', '--force-rm', '--format', 'oci', '--identity-label=false'],
    // Of config, history and the files of own layers; those of the base stay as they are.
    ...['--timestamp', String(identity.created)],
    ...['--platform', build.platforms.join(',')],
    ...(build.target ? ['--target', build.target] : []),
    ...each(
      '--build-arg',
      Object.entries(build.args ?? {}).map(([name, value]) => `${name}=${value}`),
    ),
    ...contextArguments(request),
    ...each('--ssh', build.ssh),
    ...each('--cache-from', (build.cacheFrom ?? []).map(cacheRepository)),
    ...each('--cache-to', (build.cacheTo ?? []).map(cacheRepository)),
    ...labelArguments(request),
  ];
}

/** Buildah caches in registries alone: `type=registry,ref=<repository>` or the repository. */
function cacheRepository(cache: string): string {
  const ref = /^type=registry,(?:.*,)?ref=([^,]+)/.exec(cache)?.[1] ?? cache;
  if (!ref.startsWith('type=')) return ref;
  throw new UserError(`buildah has no cache of this kind: "${cache}"`, {
    where: 'image.build.cache-from, image.build.cache-to',
    mend: 'use type=registry,ref=<repository>, or build with buildx',
  });
}

interface Build {
  readonly commands: BuilderCommands;
  readonly folder: string;
  readonly request: BuildRequest;
  readonly exec: BuilderPorts['exec'];
}

/** Returns the folder of the layout: one image, or one index. */
async function buildLayout(args: readonly string[], build: Build, name: string): Promise<string> {
  const layout = join(build.folder, name);
  if (build.request.build.platforms.length > 1) await buildList(args, build, layout);
  else await buildOne(args, build, layout);
  return layout;
}

async function buildOne(
  args: readonly string[],
  { commands, folder, request: { context } }: Build,
  layout: string,
): Promise<void> {
  // By id, without a name: a name would have to be removed, and the cached layers with it.
  const idFile = join(folder, 'id');
  await commands.build('buildah', ['build', ...args, '--iidfile', idFile, context], { cwd: context });
  const id = (await readFile(idFile, 'utf8')).trim().replace(/^sha256:/, '');
  await commands.run('buildah', ['push', '--quiet', '--format', 'oci', id, `oci:${layout}:built`]);
}

async function buildList(
  args: readonly string[],
  { commands, exec, request: { context } }: Build,
  layout: string,
): Promise<void> {
  const name = `localhost/fairway-build-${randomBytes(8).toString('hex')}`;
  try {
    await commands.build('buildah', ['build', ...args, '--manifest', name, context], { cwd: context });
    const push = ['manifest', 'push', '--quiet', '--all', '--format', 'oci', name, `oci:${layout}:built`];
    await commands.run('buildah', push);
  } finally {
    // The list alone, also after a cancellation; a build that failed early has made none.
    await exec.run('buildah', ['manifest', 'rm', name], { okCodes: [0, 1, 125] });
  }
}
