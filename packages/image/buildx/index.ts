import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, InternalError, UserError } from '@fairway/runtime';
import { BuilderCommands } from '../builders/command.ts';
import { contextArguments, readDockerfile } from '../builders/dockerfile.ts';
import { importImage } from '../builders/import-image.ts';
import { labelArguments } from '../builders/labels.ts';
import { secretArguments, withScratchFolder } from '../builders/scratch-folder.ts';
import type { Builder, BuilderPorts, BuildRequest } from '../builders/types.ts';
import { openLayout } from '../layout.ts';
import { findEngine } from './engine.ts';
import { layoutOfSaved } from './saved.ts';

/** Docker's BuildKit, through the client's plugin: with the engine's own, or with one that buildx was given. */
export const buildx: Builder = {
  name: 'buildx',
  async missing(ports) {
    const engine = await findEngine(ports);
    return 'why' in engine ? engine : undefined;
  },
  async build(request, ports) {
    const { path, fromScratch, instructions } = await readDockerfile(request);
    const engine = await findEngine(ports);
    if ('why' in engine) {
      throw new UserError(`buildx cannot be used here: ${engine.why}`, { mend: engine.mend });
    }
    return await withScratchFolder(ports, async (folder) => {
      const commands = new BuilderCommands(ports, request);
      const args = [
        ...['buildx', 'build', '--progress', 'plain', '--file', path],
        // Attestations are made elsewhere: BuildKit's own would be entries of an unknown platform.
        ...['--provenance=false', '--sbom=false'],
        ...requestArguments(request),
        ...(await secretArguments(request, folder, ports)),
      ];
      const build = { commands, args, folder, request };
      if (!engine.exportsLayouts) {
        await buildAndSave(build, ports);
        return await importImage(join(folder, 'layout'), request, ports, instructions);
      }
      await buildLayout(build, fromScratch);
      // BuildKit rewrites the layers of a base too, or did so for long: it may only where all layers are own.
      return await importImage(
        join(folder, 'layout'),
        request,
        ports,
        fromScratch ? undefined : instructions,
      );
    });
  },
};

interface Build {
  readonly commands: BuilderCommands;
  readonly args: readonly string[];
  readonly folder: string;
  readonly request: BuildRequest;
}

function requestArguments(request: BuildRequest): string[] {
  const { build } = request;
  const each = (flag: string, values: readonly string[] = []) => values.flatMap((value) => [flag, value]);
  return [
    ...['--platform', build.platforms.join(',')],
    ...(build.target ? ['--target', build.target] : []),
    ...each(
      '--build-arg',
      Object.entries(build.args ?? {}).map(([name, value]) => `${name}=${value}`),
    ),
    ...contextArguments(request),
    ...each('--ssh', build.ssh),
    ...each('--cache-from', build.cacheFrom),
    ...each('--cache-to', build.cacheTo),
    ...labelArguments(request),
  ];
}

async function buildLayout({ commands, args, folder, request }: Build, fromScratch: boolean): Promise<void> {
  const layout = join(folder, 'layout');
  const metadata = join(folder, 'metadata.json');
  const rewrite = fromScratch ? ',rewrite-timestamp=true' : '';
  const output = ['--output', `type=oci,dest=${layout},tar=false${rewrite}`, '--metadata-file', metadata];
  await runBuild(commands, [...args, ...output], request);
  const { 'containerimage.digest': built } = JSON.parse(await readFile(metadata, 'utf8'));
  const listed = (await (await openLayout(layout)).list()).map(({ digest }) => digest);
  if (!listed.includes(built)) throw new InternalError(`buildx says ${built}, its layout has ${listed}`);
}

/** The engine's older image store exports nothing: the image is kept there for a moment and saved. */
async function buildAndSave({ commands, args, folder, request }: Build, ports: BuilderPorts): Promise<void> {
  if (request.build.platforms.length > 1) {
    throw new UserError('this Docker engine builds one platform at a time', {
      where: 'image.build.platforms',
      mend: 'turn its containerd image store on, create a builder (docker buildx create --use, docker/setup-buildx-action), or build each platform in a job of its own',
    });
  }
  ports.log.info('The engine has no containerd image store: the image is saved from it.');
  const name = `localhost/fairway-build:${randomBytes(8).toString('hex')}`;
  const archive = join(folder, 'saved.tar');
  try {
    await runBuild(commands, [...args, '--load', '--tag', name], request);
    await commands.run('docker', ['image', 'save', '--output', archive, name]);
  } finally {
    // Also after a cancellation, so without the signal; when the build failed there is nothing to remove.
    await ports.exec.run('docker', ['image', 'rm', name], { okCodes: [0, 1] });
  }
  const work = join(folder, 'saved');
  await mkdir(work);
  await layoutOfSaved(archive, work, join(folder, 'layout'));
}

async function runBuild(
  commands: BuilderCommands,
  args: readonly string[],
  { context, identity }: BuildRequest,
) {
  const addEnv = {
    // The time of config and history, and of files where they are rewritten.
    SOURCE_DATE_EPOCH: String(identity.created),
    BUILDX_METADATA_PROVENANCE: 'disabled',
  };
  try {
    await commands.build('docker', [...args, context], { cwd: context, addEnv });
  } catch (error) {
    throw explained(error);
  }
}

const EXPLANATIONS: readonly (readonly [RegExp, string])[] = [
  [
    /no match for platform/,
    'the base image lacks a platform of image.build.platforms: remove it or use another base',
  ],
  [
    /exec format error/,
    'this machine cannot run that platform: set QEMU up (docker/setup-qemu-action) or build it on a runner of its own',
  ],
  [/Cannot connect to the Docker daemon/, 'start the Docker engine, or set DOCKER_HOST to one that runs'],
  [
    /[Cc]ache export is not supported|exporting cache.*not supported/,
    'create a builder (docker buildx create --use, docker/setup-buildx-action), or remove image.build.cache-to',
  ],
];

function explained(error: unknown): unknown {
  if (!(error instanceof CommandError)) return error;
  const mend = EXPLANATIONS.find(([pattern]) => pattern.test(error.stderr))?.[1];
  return mend ? new CommandError(error.argv, error.exitCode, error.stderr, { mend }) : error;
}
