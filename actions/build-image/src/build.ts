import {
  CONTENT_KEY,
  type Descriptor,
  type ImageBuild,
  type ImageIdentity,
  type ImageStore,
  type ResolvedBase,
} from '@fairway/image';
import { type BuiltImage, buildImage } from '@fairway/image/builders';
import type { RegistryStore } from '@fairway/image/registry';
import { type FoundImage, findInLayout, findInRegistry, imageKey } from '@fairway/image/reuse';
import { smokeTest } from '@fairway/image/smoke';
import { InternalError, type Ports } from '@fairway/runtime';
import { type Built, fromBuilder, fromLayout, fromRegistry } from './built.ts';
import type { Settings } from './settings.ts';

export interface Making {
  readonly build: ImageBuild;
  readonly identity: ImageIdentity;
  readonly settings: Settings;
  readonly store: ImageStore;
  readonly registry: RegistryStore | undefined;
  readonly reuse: boolean;
  readonly secrets: Readonly<Record<string, string>>;
  readonly base: ResolvedBase | undefined;
}

/** Finds the image that was built from the same inputs, in the registry or in the layout, or builds it. */
export async function buildOrReuse(making: Making, ports: Ports): Promise<Built> {
  const { build, identity, settings, store, registry, reuse, base } = making;
  const { log } = ports;
  // An image counts as built when it passed the test that is asked for now.
  const also = { smoke: settings.smoke?.argv };
  const keyed = await imageKey(
    { context: settings.context, build, identity, also, ...(base ? { base } : {}) },
    ports,
  );
  if (keyed.key === undefined) {
    log.info(`Not looked for an earlier build: ${keyed.why}`);
    if (keyed.modified) {
      log.warning(`The image is not what commit ${identity.revision} holds: ${keyed.why}.`);
    }
    return await make(making, undefined, keyed.modified, ports);
  }
  const { key } = keyed;
  if (!reuse) {
    log.info('Not looked for an earlier build: reuse is off');
    return await make(making, key, false, ports);
  }
  const pushed = registry && (await findInRegistry(registry, key, log));
  if (pushed) return fromRegistry(pushed, key);
  const found = await findInLayout(store, key);
  if (!found) return await make(making, key, false, ports);
  return fromLayout(found, key, await list(store, identity.version, found, key));
}

/** Builds and tests. Only an image that passed the test is listed under its key. */
async function make(
  making: Making,
  key: string | undefined,
  modified: boolean,
  ports: Ports,
): Promise<Built> {
  const startedOn = seconds(ports);
  const { build, identity, settings, store, secrets, base } = making;
  const annotations = { ...identity.annotations, ...(key ? { [CONTENT_KEY]: key } : {}) };
  const request = { context: settings.context, build, store, secrets, ...(base ? { base } : {}) };
  const made = await buildImage({ ...request, identity: { ...identity, annotations } }, ports);
  const facts = {
    ...{ builder: made.builder, revision: identity.revision, startedOn, finishedOn: seconds(ports) },
    ...(identity.source ? { source: identity.source } : {}),
    ...(base
      ? { bases: [{ name: base.name ?? base.store.reference(base.digest), digest: base.digest }] }
      : {}),
    parameters: { ...build, ...(modified ? { uncommittedChanges: true } : {}) },
  };
  const built = fromBuilder(made, await listed(store, made), key, facts);
  const { smoke } = settings;
  if (smoke) {
    const scratch = made.builder === 'assemble' && base === undefined;
    const by = smoke.by === 'auto' ? (scratch ? 'process' : 'engine') : smoke.by;
    const how = await smokeTest(store, made.digest, { ...smoke, by }, ports);
    ports.log.info(`The smoke command ${smoke.argv[0]} succeeded (${how}).`);
  }
  if (key) await list(store, identity.version, built, key);
  return built;
}

async function listed(store: ImageStore, { digest }: BuiltImage): Promise<Descriptor> {
  const found = (await store.list()).find((entry) => entry.digest === digest);
  if (!found) throw new InternalError(`${store.location} does not list ${digest}, which was just built`);
  return { mediaType: found.mediaType, digest, size: found.size };
}

/** Returns the digest that the version had before, when it was another one. */
async function list(
  store: ImageStore,
  version: string,
  { image }: Pick<FoundImage, 'image'>,
  key: string,
): Promise<string | undefined> {
  const before = await store.tag(version, { ...image, annotations: { [CONTENT_KEY]: key } });
  return before === image.digest ? undefined : before;
}

const seconds = ({ clock }: Pick<Ports, 'clock'>): number => Math.floor(clock.now() / 1_000);
