import type { ImageIdentity, ImageStore } from '@fairway/image';
import type { AttestationResult, AttestOptions, SbomFormat } from '@fairway/image/attest';
import type { RegistryStore } from '@fairway/image/registry';
import type { Ports } from '@fairway/runtime';
import type { Built } from './built.ts';
import type { Inputs } from './settings.ts';

interface Place {
  /** Where the image is read. */
  readonly store: ImageStore;
  /** Where documents are attached to it. */
  readonly registry: RegistryStore;
  readonly identity: ImageIdentity;
  readonly inputs: Inputs;
}

/**
 * Attaches SBOMs and provenance to an image that lies in the registry by digest. An image that an earlier
 * run has built gets no provenance: this run cannot say how it was made.
 */
export async function attestBuilt(
  { image, making, revision }: Built,
  { store, registry, identity, inputs }: Place,
  ports: Ports,
): Promise<AttestationResult[]> {
  const sbom = formats(inputs);
  if (!making && inputs.provenance !== 'none') {
    ports.log.info('No provenance is attached: this run did not build the image.');
  }
  const provenance = making ? inputs.provenance : ('none' as const);
  if (sbom.length === 0 && provenance === 'none') return [];
  const build = making ?? { builder: 'unknown', revision: revision ?? identity.revision };
  const options = { ...common(registry, identity, inputs), sbom, provenance, build, to: registry };
  return await attest(store, image.digest, options, ports);
}

/** Attaches a provenance to an index; those who built its images have attested them. */
export async function attestIndex(
  { image, revision }: Built,
  registry: RegistryStore,
  identity: ImageIdentity,
  inputs: Inputs,
  ports: Ports,
): Promise<AttestationResult[]> {
  if (inputs.provenance === 'none') return [];
  const build = { builder: 'merge', revision: revision ?? identity.revision };
  const options: AttestOptions = {
    ...{ ...common(registry, identity, inputs), sbom: [], provenance: inputs.provenance, build },
    topOnly: true,
  };
  return await attest(registry, image.digest, options, ports);
}

/** Loaded only when there is something to attach: it would make each start slower. */
const attest: typeof import('@fairway/image/attest').attestImage = async (...args) => {
  const { attestImage } = await import('@fairway/image/attest');
  return await attestImage(...args);
};

const formats = ({ sbom }: Inputs): SbomFormat[] =>
  sbom.filter((format) => format !== 'none').filter((format, i, all) => all.indexOf(format) === i);

function common(registry: RegistryStore, identity: ImageIdentity, { token }: Inputs) {
  const { repository } = registry.client.place;
  return { name: repository, repository, token, created: identity.created };
}
