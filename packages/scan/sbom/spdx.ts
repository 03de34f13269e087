import {
  imagePurl,
  isoTime,
  printable,
  remarks,
  type SbomDocument,
  type SbomSubject,
  uuidOf,
} from './document.ts';
import type { Component, Inventory } from './types.ts';

const IMAGE = 'SPDXRef-Image';
const UNKNOWN = 'NOASSERTION';

/** A bill of materials as SPDX 2.3 JSON. The same inventory and subject give the same bytes. */
export async function toSpdx(inventory: Inventory, subject: SbomSubject): Promise<SbomDocument> {
  // A list of 700 names, and only who asks for it pays for it.
  const { isSupportedSpdxId } = await import('@cyclonedx/cyclonedx-library/SPDX');
  const packages = inventory.components.map((component, i) =>
    packageOf(component, `SPDXRef-Package-${i + 1}`, isSupportedSpdxId),
  );
  const said = remarks(inventory);
  const uuid = uuidOf('spdx', subject.name, subject.digest);
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `${subject.name}@${subject.digest}`,
    documentNamespace: `https://spdx.org/spdxdocs/${encodeURIComponent(subject.name)}-${uuid}`,
    creationInfo: { created: isoTime(subject.created), creators: ['Tool: fairway'] },
    ...(said.length ? { comment: said.join('\n') } : {}),
    packages: [imageOf(inventory, subject), ...packages],
    relationships: [
      relation('SPDXRef-DOCUMENT', 'DESCRIBES', IMAGE),
      ...packages.map(({ SPDXID }) => relation(IMAGE, 'CONTAINS', SPDXID)),
    ],
  };
  return { mediaType: 'application/spdx+json', text: JSON.stringify(document, undefined, 1) };
}

function imageOf({ distribution, files }: Inventory, subject: SbomSubject) {
  const system = distribution
    ? `, ${distribution.id}${distribution.version ? ` ${distribution.version}` : ''}`
    : '';
  return {
    SPDXID: IMAGE,
    name: subject.name,
    versionInfo: subject.digest,
    downloadLocation: UNKNOWN,
    filesAnalyzed: false,
    licenseConcluded: UNKNOWN,
    licenseDeclared: UNKNOWN,
    copyrightText: UNKNOWN,
    primaryPackagePurpose: 'CONTAINER',
    checksums: [{ algorithm: 'SHA256', checksumValue: subject.digest.slice('sha256:'.length) }],
    comment: `${subject.platform}${system}, ${files} files`,
    externalRefs: [purlReference(imagePurl(subject))],
  };
}

function packageOf(component: Component, SPDXID: string, isLicense: (text: string) => boolean) {
  const { name, version, license, purl, paths } = component;
  const known = license !== undefined && isLicense(license);
  return {
    SPDXID,
    name,
    versionInfo: version,
    downloadLocation: UNKNOWN,
    filesAnalyzed: false,
    licenseConcluded: UNKNOWN,
    licenseDeclared: known ? license : UNKNOWN,
    ...(license && !known ? { licenseComments: `Declared as: ${license}` } : {}),
    copyrightText: UNKNOWN,
    sourceInfo: `found in: ${paths.map((path) => printable(`/${path}`)).join(', ')}`,
    externalRefs: [purlReference(purl)],
  };
}

const purlReference = (purl: string) => ({
  referenceCategory: 'PACKAGE-MANAGER',
  referenceType: 'purl',
  referenceLocator: purl,
});

const relation = (spdxElementId: string, relationshipType: string, relatedSpdxElement: string) => ({
  spdxElementId,
  relationshipType,
  relatedSpdxElement,
});
