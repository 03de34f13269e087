import { imagePurl, printable, remarks, type SbomDocument, type SbomSubject, uuidOf } from './document.ts';
import type { Component, Inventory } from './types.ts';

/** A bill of materials as CycloneDX 1.6 JSON. The same inventory and subject give the same bytes. */
export async function toCycloneDx(inventory: Inventory, subject: SbomSubject): Promise<SbomDocument> {
  // Only who asks for it pays for the library.
  const [
    models,
    { ComponentType, HashAlgorithm },
    { JSON: json, JsonSerializer },
    { isSupportedSpdxId },
    spec,
  ] = await Promise.all([
    import('@cyclonedx/cyclonedx-library/Models'),
    import('@cyclonedx/cyclonedx-library/Enums'),
    import('@cyclonedx/cyclonedx-library/Serialize'),
    import('@cyclonedx/cyclonedx-library/SPDX'),
    import('@cyclonedx/cyclonedx-library/Spec'),
  ]);
  const property = (name: string, value: string) => new models.Property(`fairway:${name}`, value);

  const library = (component: Component) => {
    const { ecosystem, name, version, license, purl } = component;
    const slash = name.lastIndexOf('/');
    const made = new models.Component(ComponentType.Library, name.slice(slash + 1), {
      version,
      purl,
      bomRef: purl,
      ...(slash > 0 ? { group: name.slice(0, slash) } : {}),
    });
    if (license) {
      made.licenses.add(
        isSupportedSpdxId(license) ? new models.SpdxLicense(license) : new models.NamedLicense(license),
      );
    }
    made.properties.add(property('ecosystem', ecosystem));
    for (const path of component.paths) made.properties.add(property('path', printable(`/${path}`)));
    return made;
  };

  const purl = imagePurl(subject);
  const image = new models.Component(ComponentType.Container, subject.name, {
    version: subject.digest,
    purl,
    bomRef: purl,
  });
  image.hashes.set(HashAlgorithm['SHA-256'], subject.digest.slice('sha256:'.length));
  image.properties.add(property('platform', subject.platform));
  image.properties.add(property('files', String(inventory.files)));
  for (const remark of remarks(inventory)) image.properties.add(property('remark', remark));

  const bom = new models.Bom({
    serialNumber: `urn:uuid:${uuidOf('cyclonedx', subject.name, subject.digest)}`,
    metadata: new models.Metadata({ timestamp: new Date(subject.created * 1_000), component: image }),
  });
  bom.metadata.tools.components.add(new models.Component(ComponentType.Application, 'fairway'));
  if (inventory.distribution) {
    const { id, version } = inventory.distribution;
    const system = new models.Component(ComponentType.OperatingSystem, id, {
      bomRef: `os:${id}`,
      ...(version ? { version } : {}),
    });
    bom.components.add(system);
  }
  for (const component of inventory.components) {
    const made = library(component);
    bom.components.add(made);
    image.dependencies.add(made.bomRef);
  }
  const serializer = new JsonSerializer(new json.Normalize.Factory(spec.Spec1dot6));
  return {
    mediaType: 'application/vnd.cyclonedx+json',
    // All is sorted already; the library would sort by the machine's language.
    text: serializer.serialize(bom, { sortLists: false, space: 1 }),
  };
}
