import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Ports } from '@fairway/runtime';
import { type Inventory, type SbomFormat, writeSbom } from '@fairway/scan/sbom';
import type { Descriptor, ImageStore } from '../types.ts';
import { readContents } from './contents.ts';
import { type Attachment, type Kept, keep } from './keep.ts';
import {
  type BuildFacts,
  platformSigner,
  predicateOf,
  type Sign,
  type Subject,
  signedProvenance,
  unsignedProvenance,
} from './provenance.ts';
import { type PlatformImage, readSubjects, type Subjects } from './subjects.ts';

export type { SbomFormat } from '@fairway/scan/sbom';
export { SBOM_FORMATS } from '@fairway/scan/sbom';
export type { Kept, KeptBy } from './keep.ts';
export type { BuildFacts, Sign } from './provenance.ts';

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
  /** For the provenance; needed unless that is `none`. */
  readonly build?: BuildFacts;
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

/**
 * Describes an image and attaches that to it: an SBOM to each platform's image, a provenance to each and to
 * the index. The same image gives the same SBOM, so doing it again adds nothing. What a registry refuses to
 * keep is one warning and a result without a digest; all other failures are thrown (UserError, RemoteError).
 */
export async function attestImage(
  store: ImageStore,
  digest: string,
  options: AttestOptions,
  ports: Ports,
): Promise<AttestationResult[]> {
  const subjects = await readSubjects(store, digest);
  const results: AttestationResult[] = [];
  const keeper = new Keeper(options, options.to ?? store, ports);
  const contents = new Map<string, Inventory>();
  for (const image of options.sbom.length ? subjects.images : []) {
    const inventory = await contentsOf(image, contents, store, ports);
    results.push(...(await attachSboms(image, inventory, subjects.index, options, keeper)));
  }
  results.push(...(await attachProvenance(subjects, options, keeper, ports)));
  keeper.report();
  return results;
}

/** Platforms often share all their layers: then they are read once. */
async function contentsOf(
  { manifest, config, platform }: PlatformImage,
  known: Map<string, Inventory>,
  store: ImageStore,
  { log, signal }: Ports,
): Promise<Inventory> {
  const key = config.rootfs.diff_ids.join();
  const inventory = known.get(key) ?? (await readContents(store, manifest, config, signal));
  known.set(key, inventory);
  const { components, problems, files } = inventory;
  const what = `${components.length} components in ${files} files of ${platform}`;
  log.info(components.length ? `SBOM: ${what}` : `SBOM: ${what}: no package manager that is known is in it`);
  const [first] = problems;
  if (first) {
    log.warning(
      `${problems.length} files of ${platform} could not be read for the SBOM, so it may lack components; the first: ${first.path.replace(/\p{Cc}/gu, '?')} ${first.problem}`,
    );
  }
  return inventory;
}

async function attachSboms(
  { descriptor, platform, config }: PlatformImage,
  inventory: Inventory,
  several: boolean,
  { sbom, name, repository, created }: AttestOptions,
  keeper: Keeper,
): Promise<AttestationResult[]> {
  const subject = {
    name,
    digest: descriptor.digest,
    platform,
    created: created ?? seconds(config.created),
    ...(repository ? { repository } : {}),
  };
  const results: AttestationResult[] = [];
  for (const kind of sbom) {
    const { mediaType, text } = await writeSbom(kind, inventory, subject);
    const part = several ? `.${platform.replaceAll('/', '-')}` : '';
    const attachment = {
      artifactType: mediaType,
      title: `sbom${part}.${kind === 'cyclonedx' ? 'cdx' : 'spdx'}.json`,
      bytes: Buffer.from(text),
      annotations: {},
    };
    const placed = await keeper.keep(descriptor, attachment);
    const { components, problems } = inventory;
    const counted = { components: components.length, problems: problems.length };
    results.push({ kind, subject: descriptor.digest, platform, ...placed, ...counted });
  }
  return results;
}

async function attachProvenance(
  { top, index, images }: Subjects,
  options: AttestOptions,
  keeper: Keeper,
  ports: Ports,
): Promise<AttestationResult[]> {
  const targets: { descriptor: Descriptor; platform?: string }[] = index ? [{ descriptor: top }] : [];
  targets.push(...images.map(({ descriptor, platform }) => ({ descriptor, platform })));
  const subjects = targets.map(({ descriptor: { digest } }) => ({
    name: options.name,
    digest: { sha256: digest.slice('sha256:'.length) },
  }));
  const provenance = await makeProvenance(subjects, options, ports);
  if (!provenance) return [];
  const { signed, ...attachment } = provenance;
  const results: AttestationResult[] = [];
  for (const { descriptor, platform } of targets) {
    const placed = await keeper.keep(descriptor, attachment);
    const where = { subject: descriptor.digest, ...(platform ? { platform } : {}) };
    results.push({ kind: 'provenance', ...where, ...placed, signed });
  }
  return results;
}

async function makeProvenance(subjects: readonly Subject[], options: AttestOptions, ports: Ports) {
  const { provenance: mode, build, token } = options;
  if (mode === 'none' || !build) return undefined;
  const predicate = predicateOf(build, ports);
  if (mode === 'unsigned') return unsignedProvenance(subjects, predicate);
  if (mode === 'auto' && !ports.context.idToken && !options.sign) {
    ports.log.info('No provenance: this job has no identity to sign with (permission "id-token: write").');
    return undefined;
  }
  try {
    return await signedProvenance(subjects, predicate, options.sign ?? platformSigner(token));
  } catch (error) {
    if (mode === 'signed') throw error;
    const { message, mend } = error as Error & { mend?: string };
    ports.log.warning(`No provenance is attached: ${message}${mend ? `. To mend it: ${mend}` : ''}`);
    return undefined;
  }
}

/** Attaches, writes files, and gathers what a registry refused: one line for all of it. */
class Keeper {
  readonly #options: AttestOptions;
  readonly #store: ImageStore;
  readonly #ports: Ports;
  readonly #refused: string[] = [];

  constructor(options: AttestOptions, store: ImageStore, ports: Ports) {
    this.#options = options;
    this.#store = store;
    this.#ports = ports;
  }

  async keep(subject: Descriptor, attachment: Attachment) {
    const { bytes, title } = attachment;
    const { folder } = this.#options;
    const file = folder === undefined ? undefined : join(folder, title);
    if (file !== undefined) await this.#ports.files.write(file, bytes.toString('utf8'));
    const kept = await keep(this.#store, subject, attachment);
    if ('refused' in kept) this.#refused.push(kept.refused);
    const document = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    return { kept, document, ...(file === undefined ? {} : { file }) };
  }

  report(): void {
    const [first] = this.#refused;
    if (first === undefined) return;
    this.#ports.log.warning(
      `${this.#store.location} does not keep what is attached to images (${this.#refused.length} documents): ${first}`,
    );
  }
}

const seconds = (time: string | undefined): number => {
  const parsed = Date.parse(time ?? '');
  return Number.isFinite(parsed) && parsed > 0 ? Math.floor(parsed / 1_000) : 0;
};
