import { createLayout, type ImageStore, keyTag } from '@fairway/image';
import type { AttestationResult } from '@fairway/image/attest';
import { publishImage, setTags } from '@fairway/image/publish';
import { copyImage, type RegistryStore } from '@fairway/image/registry';
import { loadImage } from '@fairway/image/smoke';
import type { Outcome, Ports } from '@fairway/runtime';
import { formatSize } from '@fairway/schema';
import { attestBuilt } from './attest.ts';
import { buildOrReuse } from './build.ts';
import type { Built } from './built.ts';
import type { definition } from './definition.ts';
import { nameImage } from './identity.ts';
import { mergeRun } from './merge.ts';
import { finish } from './outputs.ts';
import { openBase, openRepository } from './registry.ts';
import { reportBuild } from './report.ts';
import { type Inputs, readSettings, requireBuild } from './settings.ts';

/** Builds the image of the checked-out commit or finds it, tests it, pushes it, and tags it last. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome<typeof definition>> {
  const settings = await readSettings(inputs, ports);
  if (inputs.mode === 'merge') return await mergeRun(inputs, settings, ports);
  const section = requireBuild(settings);
  const { identity, labels, tags } = await nameImage(inputs, settings, ports);
  const build = { ...section, labels: { ...section.labels, ...labels } };
  const { repository } = settings;
  const registry = repository ? await openRepository(repository, inputs, ports) : undefined;
  const store = await createLayout(settings.layout);
  const { reuse, secrets = {} } = inputs;
  const base = await openBase(build, repository, inputs, ports);
  const making = { build, identity, settings, store, registry, reuse, secrets, base };
  const built = await buildOrReuse(making, ports);
  const inLayout = built.pushed === undefined || settings.keepLayout;
  if (registry && built.pushed && inLayout) {
    await copyImage(registry, store, built.image.digest, { tags: [identity.version] });
  }
  if (inputs.load) {
    const place = repository ?? settings.app;
    const names = (tags.length ? tags : [identity.version.replaceAll('+', '-')]).map(
      (tag) => `${place}:${tag}`,
    );
    await loadImage(store, built.image.digest, names, ports);
    ports.log.info(`Loaded into the Docker Engine: ${names.join(', ')}`);
  }
  const attestations: AttestationResult[] = [];
  const attest = async () => {
    if (!registry) return;
    attestations.push(...(await attestBuilt(built, { store, registry, identity, inputs }, ports)));
  };
  const moved = registry ? await push({ built, tags, store, registry, attest }, ports) : {};
  const finished = {
    ...{ built, identity, repository, store: registry ?? store, attestations },
    layout: inLayout ? settings.layout : undefined,
    tags: tags.map((tag) => `${repository}:${tag}`),
  };
  const outputs = await finish(finished, ports);
  const told = { title: identity.title, version: identity.version, commit: identity.revision };
  reportBuild(built, { ...told, tags: finished.tags, moved, reference: outputs.image }, ports);
  return outputs;
}

interface Pushing {
  readonly built: Built;
  readonly tags: readonly string[];
  readonly store: ImageStore;
  readonly registry: RegistryStore;
  /** Called between the image and its tags. */
  readonly attest: () => Promise<void>;
}

/** Returns what moved tags were on before. The key is the last tag: it says that all the rest is there. */
async function push(
  { built, tags, store, registry, attest }: Pushing,
  { log }: Ports,
): Promise<Readonly<Record<string, string>>> {
  const { image, key, pushed } = built;
  if (pushed) return await setTags(registry, { ...image, bytes: pushed }, tags, log);
  const options = { tags: [...tags, ...(key ? [keyTag(key)] : [])], beforeTags: attest, log };
  const { existed, sent, replaced } = await publishImage(store, image.digest, registry, options);
  log.info(
    existed
      ? `The registry had ${registry.reference(image.digest)} already.`
      : `Pushed ${registry.reference(image.digest)}: ${formatSize(sent)} sent.`,
  );
  return replaced;
}
