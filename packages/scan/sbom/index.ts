import { toCycloneDx } from './cyclonedx.ts';
import type { SbomDocument, SbomFormat, SbomSubject } from './document.ts';
import { toSpdx } from './spdx.ts';
import type { Inventory } from './types.ts';

export {
  imagePurl,
  isoTime,
  SBOM_FORMATS,
  type SbomDocument,
  type SbomFormat,
  type SbomSubject,
} from './document.ts';
export { catalogers, joinFacts } from './inventory.ts';
export type {
  Cataloger,
  Component,
  Distribution,
  Ecosystem,
  FileFacts,
  FileHead,
  FoundPackage,
  Inventory,
} from './types.ts';

const WRITERS: Record<SbomFormat, (inventory: Inventory, subject: SbomSubject) => Promise<SbomDocument>> = {
  cyclonedx: toCycloneDx,
  spdx: toSpdx,
};

/** A bill of materials in one of the formats. The same inventory and subject give the same bytes. */
export const writeSbom = (
  format: SbomFormat,
  inventory: Inventory,
  subject: SbomSubject,
): Promise<SbomDocument> => WRITERS[format](inventory, subject);
