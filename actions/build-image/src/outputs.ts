import { appendFile } from 'node:fs/promises';
import type { ImageIdentity, ImageStore } from '@fairway/image';
import type { AttestationResult } from '@fairway/image/attest';
import { imagesOf } from '@fairway/image/publish';
import type { Outcome, Ports } from '@fairway/runtime';
import type { Built } from './built.ts';
import type { definition } from './definition.ts';

export interface Finished {
  readonly built: Built;
  readonly identity: ImageIdentity;
  /** Where the image is: a registry, or the layout. */
  readonly store: ImageStore;
  /** Folder of the layout when it is there too. */
  readonly layout: string | undefined;
  /** In a registry. */
  readonly repository: string | undefined;
  /** `repository:tag` each. */
  readonly tags: readonly string[];
  readonly attestations: readonly AttestationResult[];
}

type Outputs = Omit<Outcome<typeof definition>, 'failure'>;

/** All outputs, read from the image itself. Also declares the artifact to the runner. */
export async function finish(finished: Finished, ports: Ports): Promise<Outputs & { image: string }> {
  const { built, identity, store, layout, repository, tags, attestations } = finished;
  const { digest, mediaType } = built.image;
  const images = await imagesOf(store, digest);
  const platforms = Object.fromEntries(images.map((image) => [image.platform, image.digest]));
  const [first] = images;
  const image = store.reference(digest);
  const revision = built.revision ?? first?.labels['org.opencontainers.image.revision'] ?? identity.revision;
  const metadata = {
    ...{ image, digest, mediaType, tags, platforms },
    ...{ labels: first?.labels ?? {}, version: identity.version, revision },
    ...{ created: first?.created, reused: built.reused, key: built.key },
  };
  const artifact = repository === undefined ? undefined : `oci://${image}`;
  const { artifactsFile } = ports.context;
  if (artifact && artifactsFile) await appendFile(artifactsFile, `${artifact}\n`);
  return {
    ...{ image, digest, layout, artifact, revision },
    version: identity.version,
    digests: JSON.stringify(platforms),
    tags: tags.join('\n'),
    attestations: JSON.stringify(attestations),
    metadata: JSON.stringify(metadata),
    size: built.size === undefined ? undefined : String(built.size),
    reused: String(built.reused),
    pushed: String(repository !== undefined),
  };
}
