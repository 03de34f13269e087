import { join, resolve } from 'node:path';
import type { InputsOf } from '@fairway/action';
import { type Config, loadConfig } from '@fairway/config';
import type { ImageBuild } from '@fairway/image';
import type { Flavor, TagRule } from '@fairway/image/metadata';
import type { SmokeTest } from '@fairway/image/smoke';
import { type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';

export type Inputs = InputsOf<typeof definition>;

/** The config with the inputs over it. */
export interface Settings {
  readonly app: string;
  /** Path of fairway.yml. */
  readonly file: string;
  readonly context: string;
  readonly build: ImageBuild | undefined;
  readonly layout: string;
  /** Somebody wants the image in the layout, also when a registry has it. */
  readonly keepLayout: boolean;
  /** Where it is pushed; undefined: nowhere. */
  readonly repository: string | undefined;
  readonly tagged: boolean;
  readonly rules: readonly TagRule[] | undefined;
  readonly flavor: Flavor;
  readonly labels: Readonly<Record<string, string>>;
  readonly smoke: (Omit<SmokeTest, 'by'> & { readonly by: 'auto' | SmokeTest['by'] }) | undefined;
  readonly tagPrefix: string;
}

export async function readSettings(inputs: Inputs, ports: Ports): Promise<Settings> {
  const { config, file } = await loadConfig(ports, inputs.config);
  const { image } = config;
  const layout = inputs.layout ?? image?.layout;
  const { workspace, home } = ports.context;
  const repository = inputs.repository ?? image?.repository;
  if (inputs.push === 'digest' && inputs.mode === 'build' && repository === undefined) {
    throw new UserError('push: digest has nowhere to push to', {
      where: file,
      mend: 'set image.repository in fairway.yml, or the input repository',
    });
  }
  return {
    app: config.app,
    file,
    context: resolve(workspace, inputs.context),
    build: withPlatforms(image?.build, inputs.platforms),
    layout: layout === undefined ? join(home, config.app, 'images') : resolve(workspace, layout),
    keepLayout: layout !== undefined || inputs.load,
    repository: inputs.push === 'no' ? undefined : repository,
    tagged: inputs.push === 'tags',
    rules: inputs.tags ?? image?.tags,
    flavor: inputs.flavor ?? image?.flavor ?? DEFAULT_FLAVOR,
    labels: { ...image?.labels, ...inputs.labels },
    smoke: smokeOf(inputs, config),
    tagPrefix: config.release.tagPrefix,
  };
}

const DEFAULT_FLAVOR: Flavor = { latest: 'auto', prefixLatest: false, suffixLatest: false };

const withPlatforms = (build: ImageBuild | undefined, platforms: string[] | undefined) =>
  build && platforms ? { ...build, platforms } : build;

function smokeOf({ smoke: argv, smokeWithin }: Inputs, { image }: Config): Settings['smoke'] {
  const smoke = image?.smoke;
  const command = argv ?? smoke?.command;
  if (!command) return undefined;
  return { argv: command, within: smokeWithin ?? smoke?.within ?? 60_000, by: smoke?.by ?? 'auto' };
}

/** Throws UserError when the config does not say how to build. */
export function requireBuild({ build, file }: Settings): ImageBuild {
  if (build) return build;
  throw new UserError('fairway.yml does not say how the image is built', {
    where: file,
    mend: 'add:\nimage:\n  build: { files: [src], entrypoint: [node, src/main.js] }',
  });
}
