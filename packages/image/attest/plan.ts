import type { Ports } from '@fairway/runtime';
import { type Inventory, writeSbom } from '@fairway/scan/sbom';
import type { Descriptor, ImageStore } from '../types.ts';
import { readContents } from './contents.ts';
import type { Attachment } from './keep.ts';
import type { AttestationResult, AttestOptions } from './options.ts';
import {
  type Provenance,
  platformSigner,
  predicateOf,
  type Subject,
  signedProvenance,
  unsignedProvenance,
} from './provenance.ts';
import type { PlatformImage, Subjects } from './subjects.ts';

type About = Omit<AttestationResult, 'subject' | 'kept' | 'document' | 'file'>;

/** What is to be attached to what. */
export interface Document extends About {
  readonly subject: Descriptor;
  readonly attachment: Attachment;
}

/** One of each format for each platform. UserError for a damaged layer. */
export async function planSboms(
  { images, index }: Subjects,
  store: ImageStore,
  options: AttestOptions,
  ports: Ports,
): Promise<Document[]> {
  const contents = new Map<string, Inventory>();
  const documents: Document[] = [];
  for (const image of options.sbom.length ? images : []) {
    const inventory = await contentsOf(image, contents, store, ports);
    documents.push(...(await sbomsOf(image, inventory, index, options)));
  }
  return documents;
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

async function sbomsOf(
  { descriptor, platform, config }: PlatformImage,
  inventory: Inventory,
  several: boolean,
  { sbom, name, repository, created }: AttestOptions,
): Promise<Document[]> {
  const subject = {
    name,
    digest: descriptor.digest,
    platform,
    created: created ?? seconds(config.created),
    ...(repository ? { repository } : {}),
  };
  const part = several ? `.${platform.replaceAll('/', '-')}` : '';
  const documents: Document[] = [];
  for (const kind of sbom) {
    const { mediaType, text } = await writeSbom(kind, inventory, subject);
    documents.push({
      kind,
      platform,
      components: inventory.components.length,
      problems: inventory.problems.length,
      subject: descriptor,
      attachment: {
        artifactType: mediaType,
        title: `sbom${part}.${kind === 'cyclonedx' ? 'cdx' : 'spdx'}.json`,
        bytes: Buffer.from(text),
        annotations: {},
      },
    });
  }
  return documents;
}

/** One provenance, of all of them, for each platform and the index. Throws RemoteError in mode `signed`. */
export async function planProvenance(
  { top, index, images }: Subjects,
  options: AttestOptions,
  ports: Ports,
): Promise<Document[]> {
  const platforms = images.map(({ descriptor, platform }) => ({ subject: descriptor, platform }));
  const targets: { subject: Descriptor; platform?: string }[] = index
    ? [{ subject: top }, ...(options.topOnly ? [] : platforms)]
    : platforms;
  const subjects = targets.map(({ subject: { digest } }) => ({
    name: options.name,
    digest: { sha256: digest.slice('sha256:'.length) },
  }));
  const provenance = await makeProvenance(subjects, options, ports);
  if (!provenance) return [];
  const { signed, ...attachment } = provenance;
  return targets.map((target) => ({ kind: 'provenance', ...target, signed, attachment }));
}

async function makeProvenance(
  subjects: readonly Subject[],
  options: AttestOptions,
  ports: Ports,
): Promise<Provenance | undefined> {
  const { provenance: mode, build, token } = options;
  if (mode === 'none') return undefined;
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

const seconds = (time: string | undefined): number => {
  const parsed = Date.parse(time ?? '');
  return Number.isFinite(parsed) && parsed > 0 ? Math.floor(parsed / 1_000) : 0;
};
