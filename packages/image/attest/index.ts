import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Ports } from '@fairway/runtime';
import type { ImageStore } from '../types.ts';
import { type Kept, keep } from './keep.ts';
import type { AttestationResult, AttestOptions } from './options.ts';
import { type Document, planProvenance, planSboms } from './plan.ts';
import { readSubjects } from './subjects.ts';

export { SBOM_FORMATS, type SbomFormat } from '@fairway/scan/sbom';
export { isAttested } from './found.ts';
export type { Kept, KeptBy } from './keep.ts';
export {
  type AttestationResult,
  type AttestOptions,
  PROVENANCE_MODES,
  type ProvenanceMode,
} from './options.ts';
export type { BuildFacts, Sign } from './provenance.ts';

/**
 * Describes an image and attaches that to it: an SBOM to each platform's image, a provenance to each and to
 * the index. The same image gives the same SBOM, so doing it again adds nothing. Nothing is attached before
 * all documents are made. What a registry refuses to keep is one warning and a result without a digest; all
 * other failures are thrown (UserError, RemoteError).
 */
export async function attestImage(
  store: ImageStore,
  digest: string,
  options: AttestOptions,
  ports: Ports,
): Promise<AttestationResult[]> {
  const found = await readSubjects(store, digest);
  const subjects = options.topOnly ? { ...found, images: [] } : found;
  const documents = [
    ...(await planSboms(subjects, store, options, ports)),
    ...(await planProvenance(subjects, options, ports)),
  ];
  const to = options.to ?? store;
  const kept = await keepAll(documents, to);
  const refused = kept.flatMap((each) => ('refused' in each ? [each.refused] : []));
  if (refused[0] !== undefined) {
    ports.log.warning(
      `${to.location} does not keep what is attached to images (${refused.length} documents): ${refused[0]}`,
    );
  }
  const results: AttestationResult[] = [];
  for (const [i, { subject, attachment, ...about }] of documents.entries()) {
    const file = await save(attachment, options.folder, ports);
    results.push({
      ...about,
      subject: subject.digest,
      kept: kept[i] ?? { refused: '' },
      document: `sha256:${createHash('sha256').update(attachment.bytes).digest('hex')}`,
      ...(file === undefined ? {} : { file }),
    });
  }
  return results;
}

/** The subjects at once, what belongs to one in turn: two writers of one fallback tag would disturb each other. */
async function keepAll(documents: readonly Document[], to: ImageStore): Promise<Kept[]> {
  const kept: Kept[] = [];
  const bySubject = Map.groupBy(documents.entries(), ([, { subject }]) => subject.digest);
  const done = await Promise.allSettled(
    [...bySubject.values()].map(async (own) => {
      for (const [i, { subject, attachment }] of own) kept[i] = await keep(to, subject, attachment);
    }),
  );
  for (const each of done) if (each.status === 'rejected') throw each.reason;
  return kept;
}

async function save(
  { title, bytes }: Document['attachment'],
  folder: string | undefined,
  { files }: Ports,
): Promise<string | undefined> {
  if (folder === undefined) return undefined;
  const file = join(folder, title);
  await files.write(file, bytes.toString('utf8'));
  return file;
}
