import type { SbomFormat } from '@fairway/scan/sbom';
import type { ImageStore } from '../types.ts';
import type { Kept } from './keep.ts';
import type { BuildFacts, Sign } from './provenance.ts';

export const PROVENANCE_MODES = ['auto', 'signed', 'unsigned', 'none'] as const;
/** `auto`: signed where the platform can do it, otherwise none, and a line says why. */
export type ProvenanceMode = (typeof PROVENANCE_MODES)[number];

export interface AttestOptions {
  /** Formats; empty for no SBOM. */
  readonly sbom: readonly SbomFormat[];
  readonly provenance: ProvenanceMode;
  /** The image's name for people: its repository, or the app's name. */
  readonly name: string;
  /** Repository in a registry, when it has one. */
  readonly repository?: string;
  /** For the provenance. */
  readonly build: BuildFacts;
  /** Leaves the images of an index alone: whoever built them has attested them. */
  readonly topOnly?: boolean;
  /** For the platform's attestations. */
  readonly token?: string;
  /** Seconds since 1970 (SOURCE_DATE_EPOCH). Default: the image's own `created`. */
  readonly created?: number;
  /** Where it is attached, when that is another store than the one it is read from. */
  readonly to?: ImageStore;
  /** Folder that takes the documents as files too. */
  readonly folder?: string;
  /** Default: the platform's. */
  readonly sign?: Sign;
}

export interface AttestationResult {
  readonly kind: SbomFormat | 'provenance';
  /** Digest of the manifest or index it is attached to. */
  readonly subject: string;
  /** `linux/amd64`; absent for the index. */
  readonly platform?: string;
  /** Where it is found again, or why it is not kept. */
  readonly kept: Kept;
  /** Digest of the document itself. */
  readonly document: string;
  /** SBOM: how many there are. */
  readonly components?: number;
  /** SBOM: files that could not be read whole; the list may lack components. */
  readonly problems?: number;
  readonly signed?: boolean;
  /** Path of the file, when a folder was given. */
  readonly file?: string;
}
