import type { Ports } from '@fairway/runtime';
import type { SbomFormat } from '@fairway/scan/sbom';
import { looksLikeIndex, readDocument } from '../document.ts';
import type { Descriptor, ImageStore } from '../types.ts';
import { readBlob } from '../verify.ts';
import { isRegistry } from './keep.ts';
import type { AttestOptions } from './options.ts';
import { BUNDLE, IN_TOTO } from './provenance.ts';

const SBOM_TYPES: Record<SbomFormat, string> = {
  cyclonedx: 'application/vnd.cyclonedx+json',
  spdx: 'application/spdx+json',
};

/**
 * Whether all that is asked for is attached to an image already: for an image that is taken and not built.
 * Reads lists only. What a registry refused to keep counts as missing. Throws UserError and RemoteError.
 */
export async function isAttested(
  store: ImageStore,
  digest: string,
  { sbom, provenance, sign }: Pick<AttestOptions, 'sbom' | 'provenance' | 'sign'>,
  { context }: Pick<Ports, 'context'>,
): Promise<boolean> {
  const where = store.reference(digest);
  const bytes = await readBlob(store, { digest });
  const images = looksLikeIndex(bytes, where)
    ? readDocument('index', bytes, where).manifests.filter(({ platform }) => platform?.os !== 'unknown')
    : undefined;
  const sboms = sbom.map((format) => SBOM_TYPES[format]);
  const signs = provenance === 'signed' || (provenance === 'auto' && (context.idToken || sign));
  const provenances = signs ? [BUNDLE] : provenance === 'unsigned' ? [IN_TOTO] : [];
  const wanted = (images ?? [{ digest }]).map((image) => ({
    subject: image.digest,
    types: [...sboms, ...provenances],
  }));
  if (images) wanted.push({ subject: digest, types: provenances });
  const found = await Promise.all(
    wanted.map(async ({ subject, types }) => {
      if (types.length === 0) return true;
      const there = await attachedTypes(store, subject);
      return types.every((type) => there.has(type));
    }),
  );
  return found.every(Boolean);
}

async function attachedTypes(store: ImageStore, subject: string): Promise<ReadonlySet<string | undefined>> {
  if (isRegistry(store)) {
    return new Set((await store.referrers(subject)).map(({ artifactType }) => artifactType));
  }
  const types = new Set<string>();
  for (const entry of (await store.list()) as readonly (Descriptor & { artifactType?: string })[]) {
    if (entry.artifactType === undefined) continue;
    const manifest = JSON.parse((await readBlob(store, entry)).toString('utf8'));
    if (manifest?.subject?.digest === subject) types.add(entry.artifactType);
  }
  return types;
}
