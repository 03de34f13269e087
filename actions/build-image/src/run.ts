import { join, resolve } from 'node:path';
import type { InputsOf } from '@fairway/action';
import { type Config, loadConfig } from '@fairway/config';
import {
  assembleImage,
  CONTENT_KEY,
  checkedOutCommit,
  contentKey,
  createLayout,
  findBuilt,
  type ImageBuild,
  type ImageIdentity,
  type ImageStore,
} from '@fairway/image';
import { type Outcome, type Ports, UserError } from '@fairway/runtime';
import type { definition } from './definition.ts';
import { type Built, fromLayout, fromScratch, reportBuild } from './report.ts';

type Inputs = InputsOf<typeof definition>;

/** Builds the image of the checked-out commit, or finds the one that was built from it before. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<typeof definition>> {
  const { config, file } = await loadConfig(ports, inputs.config);
  const build = buildSection(config, file);
  const context = resolve(ports.context.workspace, inputs.context);
  const layout = layoutFolder(inputs, config, ports);
  const identity = await identify(inputs, config.app, context, ports);
  const store = await createLayout(layout);
  const built = await buildOrReuse(context, build, identity, store, ports);
  reportBuild(built, identity, config.image?.repository, ports);
  return {
    image: store.reference(built.digest),
    digest: built.digest,
    layout,
    version: identity.version,
    revision: identity.revision,
    size: String(built.size),
    reused: String(built.reused),
  };
}

function buildSection({ image }: Config, file: string): ImageBuild {
  if (image?.build) return image.build;
  throw new UserError('fairway.yml does not say how the image is built', {
    where: file,
    mend: 'add:\nimage:\n  build: { files: [src], entrypoint: [node, src/main.js] }',
  });
}

function layoutFolder(inputs: Inputs, { image, app }: Config, { context }: Ports): string {
  const given = inputs.layout ?? image?.layout;
  return given === undefined ? join(context.home, app, 'images') : resolve(context.workspace, given);
}

async function identify(inputs: Inputs, app: string, folder: string, ports: Ports): Promise<ImageIdentity> {
  const { exec, context } = ports;
  const commit = await checkedOutCommit(exec, folder, inputs.revision);
  const { repository, serverUrl } = context;
  return {
    title: app,
    version: inputs.version ?? `sha-${commit.id.slice(0, 12)}`,
    revision: commit.id,
    created: commit.time,
    ...(repository && serverUrl ? { source: `${serverUrl}/${repository.owner}/${repository.repo}` } : {}),
  };
}

async function buildOrReuse(
  context: string,
  build: ImageBuild,
  identity: ImageIdentity,
  store: ImageStore,
  { exec, log, signal }: Ports,
): Promise<Built> {
  const key = await contentKey(exec, context, build, identity);
  if (key.key === undefined) {
    log.info(`Not looked for an earlier build: ${key.why}`);
    if (key.modified) log.warning(`The image is not what commit ${identity.revision} holds: ${key.why}.`);
    return fromScratch(await assembleImage(context, build, identity, store, signal));
  }
  const found = await findBuilt(store, identity.version, key.key, build.platforms[0]);
  if (found) return fromLayout(found, build);
  const annotated = { ...identity, annotations: { [CONTENT_KEY]: key.key } };
  return fromScratch(await assembleImage(context, build, annotated, store, signal));
}
