import { createLayout, type ImageStore, isDigest } from '@fairway/image';
import type { AttestationResult } from '@fairway/image/attest';
import { type MergePart, mergeImages, publishImage } from '@fairway/image/publish';
import { RegistryStore } from '@fairway/image/registry';
import { type Outcome, type Ports, UserError } from '@fairway/runtime';
import { attestIndex } from './attest.ts';
import type { Built } from './built.ts';
import type { definition } from './definition.ts';
import { nameImage } from './identity.ts';
import { finish } from './outputs.ts';
import { openRepository } from './registry.ts';
import { reportBuild } from './report.ts';
import type { Inputs, Settings } from './settings.ts';

/** Makes one index of images that jobs have pushed by digest (or written into one layout), and tags it. */
export async function mergeRun(
  inputs: Inputs,
  settings: Settings,
  ports: Ports,
): Promise<Outcome<typeof definition>> {
  const { repository, layout } = settings;
  const parts = readDigests(inputs.digests ?? [], repository);
  const { identity, tags } = await nameImage(inputs, settings, ports);
  const store: ImageStore = repository
    ? await openRepository(repository, inputs, ports)
    : await createLayout(layout);
  const merged = await mergeImages(store, parts);
  if (merged.leftOut) {
    ports.log.info(
      `${merged.leftOut} entries that are no images are not taken over: attestations stay attached to the images.`,
    );
  }
  const { image, images, existed, annotations } = merged;
  const built: Built = {
    ...{ image, size: undefined, reused: existed, layers: [], key: undefined, pushed: undefined },
    ...{ replaced: undefined, making: undefined },
    revision: annotations['org.opencontainers.image.revision'],
    story: existed
      ? `Merged ${images.length} images: the same index was there already.`
      : `Merged ${images.length} images into one index.`,
  };
  const attestations: AttestationResult[] = [];
  const attest = async () => {
    if (store instanceof RegistryStore)
      attestations.push(...(await attestIndex(built, store, identity, inputs, ports)));
  };
  const moved = await place(store, built, identity.version, tags, attest, ports);
  const full = tags.map((tag) => `${repository}:${tag}`);
  const finished = { built, identity, store, repository, tags: full, attestations };
  const outputs = await finish({ ...finished, layout: repository ? undefined : layout }, ports);
  const told = { title: identity.title, version: identity.version, commit: identity.revision };
  reportBuild(built, { ...told, tags: full, moved, reference: outputs.image }, ports);
  return outputs;
}

async function place(
  store: ImageStore,
  { image }: Built,
  version: string,
  tags: readonly string[],
  beforeTags: () => Promise<void>,
  { log }: Ports,
): Promise<Readonly<Record<string, string>>> {
  if (store instanceof RegistryStore) {
    return (await publishImage(store, image.digest, store, { tags, beforeTags, log })).replaced;
  }
  await store.tag(version, image);
  return {};
}

/** Reads the input `digests`. Throws UserError for what is no digest, or of another repository. */
export function readDigests(lines: readonly string[], repository: string | undefined): MergePart[] {
  const parts = lines.flatMap((line) =>
    line.startsWith('{') ? fromJson(line) : [fromLine(line, repository)],
  );
  if (parts.length > 0) return parts;
  throw new UserError('mode: merge needs the input digests', {
    mend: 'give the output "digests" of each job that ran with push: digest, one a line; an empty output means that its job did not push',
  });
}

function fromJson(line: string): MergePart[] {
  try {
    const entries = Object.entries(JSON.parse(line) as Record<string, unknown>);
    return entries.map(([platform, digest]) => checked({ platform, digest: String(digest) }, line));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`"${line}" of the input digests is not valid JSON`, {
      mend: 'give the output "digests" of a job as it is, on one line',
      cause: error,
    });
  }
}

function fromLine(line: string, repository: string | undefined): MergePart {
  const [, platform, place, digest = ''] = /^(?:([a-z0-9/]+)=)?(?:(.+)@)?(.*)$/.exec(line) ?? [];
  const part = checked({ digest, ...(platform ? { platform } : {}) }, line);
  if (place === undefined || place === repository) return part;
  throw new UserError(`${place}@${digest} is not in ${repository ?? 'the layout'}`, {
    where: 'input digests',
    mend: 'images of one index lie in one repository: push all of them to it',
  });
}

function checked(part: MergePart, line: string): MergePart {
  if (
    isDigest(part.digest) &&
    (part.platform === undefined || /^[a-z0-9]+(\/[a-z0-9]+)+$/.test(part.platform))
  ) {
    return part;
  }
  throw new UserError(`"${line}" of the input digests is not a digest`, {
    mend: 'write linux/amd64=sha256:<64 hex digits>, or give the output "digests" of a job as it is',
  });
}
