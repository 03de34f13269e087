import { UserError } from '@fairway/runtime';
import { buildah } from '../buildah/index.ts';
import { buildx } from '../buildx/index.ts';
import type { ImageBuild } from '../kinds.ts';
import { assemble } from './assemble.ts';
import type { BuilderName } from './fields.ts';
import { usesDockerfile } from './section.ts';
import type { Builder, BuilderPorts, BuildRequest, BuiltImage } from './types.ts';

export { BUILDER_NAMES, type BuilderName } from './fields.ts';
export { usesDockerfile } from './section.ts';
export type { Builder, BuilderPorts, BuildRequest, BuiltImage, BuiltLayer, Missing } from './types.ts';

export const BUILDERS: Readonly<Record<BuilderName, Builder>> = { assemble, buildx, buildah };

/** What `auto` tries for a Dockerfile, in this order. */
const FOR_DOCKERFILES: readonly Builder[] = [buildx, buildah];

export interface Choice {
  readonly builder: Builder;
  /** In words, for the log. */
  readonly why: string;
}

/** Takes the builder the section names, or with `auto` the first this machine has. UserError when there is none. */
export async function chooseBuilder(build: ImageBuild, ports: BuilderPorts): Promise<Choice> {
  if (build.builder !== 'auto') {
    const builder = BUILDERS[build.builder];
    const missing = await builder.missing(ports);
    if (!missing) return { builder, why: 'named by image.build.builder' };
    throw new UserError(`the builder ${builder.name} cannot be used here: ${missing.why}`, {
      where: 'image.build.builder',
      mend: missing.mend,
    });
  }
  if (!usesDockerfile(build)) return { builder: assemble, why: 'image.build.files lists what goes in' };
  const passed: { name: string; why: string; mend: string }[] = [];
  for (const builder of FOR_DOCKERFILES) {
    const missing = await builder.missing(ports);
    const before = passed.map(({ name, why }) => `; not ${name}: ${why}`).join('');
    if (!missing) return { builder, why: `the image comes from a Dockerfile${before}` };
    passed.push({ name: builder.name, ...missing });
  }
  throw new UserError(
    `nothing on this machine builds a Dockerfile: ${passed.map(({ name, why }) => `${name}: ${why}`).join('; ')}`,
    { where: 'image.build.builder', mend: passed.map(({ mend }) => mend).join(', or ') },
  );
}

/** Builds the image by the builder of its section, and says which and why. */
export async function buildImage(
  request: BuildRequest,
  ports: BuilderPorts,
): Promise<BuiltImage & { readonly builder: BuilderName }> {
  const { builder, why } = await chooseBuilder(request.build, ports);
  ports.log.info(`Builder: ${builder.name} (${why})`);
  return { builder: builder.name, ...(await builder.build(request, ports)) };
}
