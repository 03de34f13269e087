import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeSbom } from './index.ts';
import { inventoryOf, npm, SUBJECT } from './testing.ts';

/** What SPDX 2.3 asks for of the parts that we write. */
const SPDX = {
  type: 'object',
  required: ['spdxVersion', 'dataLicense', 'SPDXID', 'name', 'documentNamespace', 'creationInfo'],
  properties: {
    spdxVersion: { const: 'SPDX-2.3' },
    dataLicense: { const: 'CC0-1.0' },
    SPDXID: { const: 'SPDXRef-DOCUMENT' },
    documentNamespace: { type: 'string', pattern: '^https://[^\\s#]+$' },
    creationInfo: {
      type: 'object',
      required: ['created', 'creators'],
      additionalProperties: false,
      properties: {
        created: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
        creators: { type: 'array', minItems: 1, items: { type: 'string', pattern: '^Tool: \\S' } },
      },
    },
    packages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['SPDXID', 'name', 'downloadLocation'],
        properties: {
          SPDXID: { type: 'string', pattern: '^SPDXRef-[a-zA-Z0-9.-]+$' },
          name: { type: 'string', minLength: 1 },
          filesAnalyzed: { const: false },
          externalRefs: {
            type: 'array',
            items: {
              type: 'object',
              required: ['referenceCategory', 'referenceType', 'referenceLocator'],
              properties: {
                referenceCategory: { const: 'PACKAGE-MANAGER' },
                referenceType: { const: 'purl' },
                referenceLocator: { type: 'string', pattern: '^pkg:[a-z]+/\\S+$' },
              },
            },
          },
        },
      },
    },
  },
};
const isSpdx = new Ajv({ allErrors: true }).compile(SPDX);
const cycloneDx = new JsonStrictValidator(Version.v1dot6);

const FILES = {
  'app/node_modules/b/package.json': npm('b', '1.0.0', { license: 'MIT' }),
  'app/node_modules/@a/a/package.json': npm('@a/a', '2.0.0', { license: 'SEE LICENSE IN X' }),
  'app/node_modules/bad/package.json': '{',
  'etc/os-release': 'ID=alpine\nVERSION_ID=3.20.1\n',
  'lib/apk/db/installed': 'P:musl\nV:1.2.5-r0\nA:x86_64\nL:MIT\n',
};

async function checked(files: Record<string, string | Buffer>) {
  const inventory = await inventoryOf(files);
  const cdx = await writeSbom('cyclonedx', inventory, SUBJECT);
  const spdx = await writeSbom('spdx', inventory, SUBJECT);
  expect(await cycloneDx.validate(cdx.text)).toBeNull();
  const document = JSON.parse(spdx.text);
  expect(isSpdx(document) ? [] : isSpdx.errors).toEqual([]);
  const ids = document.packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { spdxElementId, relatedSpdxElement } of document.relationships) {
    expect(['SPDXRef-DOCUMENT', ...ids]).toContain(spdxElementId);
    expect(ids).toContain(relatedSpdxElement);
  }
  return { cdx, spdx, inventory, document };
}

it('CycloneDX 1.6 by its own schema, and SPDX 2.3: every component in both', async () => {
  const { cdx, document, inventory } = await checked(FILES);
  const bom = JSON.parse(cdx.text);
  const expected = inventory.components.map(({ purl }) => purl);
  expect(expected).toHaveLength(3);
  const purlOf = ({ purl }: { purl?: string }) => purl ?? [];
  // In the order of their bytes, whatever the language of the machine.
  expect(bom.components.flatMap(purlOf)).toEqual(expected);
  expect(expected).toEqual([...expected].sort());
  const refs = document.packages.map(
    ({ externalRefs }: { externalRefs: { referenceLocator: string }[] }) => externalRefs[0]?.referenceLocator,
  );
  expect(refs.slice(1)).toEqual(expected);
  expect(bom.metadata).toMatchObject({
    timestamp: '2023-11-14T22:13:20.000Z',
    component: {
      type: 'container',
      name: SUBJECT.name,
      version: SUBJECT.digest,
      purl: `pkg:oci/storefront@sha256:${'a'.repeat(64)}?arch=arm64&repository_url=ghcr.io%2Facme%2Fstorefront`,
      hashes: [{ alg: 'SHA-256', content: 'a'.repeat(64) }],
    },
  });
  expect(document.creationInfo.created).toBe('2023-11-14T22:13:20Z');
  expect(bom.components).toContainEqual(
    expect.objectContaining({ type: 'operating-system', name: 'alpine', version: '3.20.1' }),
  );
  const a = bom.components.find(({ purl }: { purl?: string }) => purl === 'pkg:npm/%40a/a@2.0.0');
  expect(a).toMatchObject({ group: '@a', name: 'a', licenses: [{ license: { name: 'SEE LICENSE IN X' } }] });
});

it('says that the list may lack components, and which file could not be read', async () => {
  const { cdx, document } = await checked(FILES);
  expect(cdx.text).toContain('app/node_modules/bad/package.json is not valid JSON');
  expect(document.comment).toMatch(/^1 files could not be read whole, so components may be missing\.\n/);
});

it('an image without a known package manager: no components, said in words, with the number of files', async () => {
  const { cdx, document } = await checked({ 'app/server': 'x', 'app/data': 'y' });
  expect(JSON.parse(cdx.text).components).toEqual([]);
  for (const text of [cdx.text, document.comment]) {
    expect(text).toContain('No package manager that is known left its data in the image (2 files).');
  }
});

it('the same bytes whatever the order of the files; other bytes for another image', async () => {
  const first = await checked(FILES);
  const second = await checked(Object.fromEntries(Object.entries(FILES).reverse()));
  expect(second.cdx.text).toBe(first.cdx.text);
  expect(second.spdx.text).toBe(first.spdx.text);
  const other = { ...SUBJECT, digest: `sha256:${'b'.repeat(64)}` };
  const serial = async (subject: typeof SUBJECT) =>
    JSON.parse((await writeSbom('cyclonedx', first.inventory, subject)).text).serialNumber;
  expect(await serial(SUBJECT)).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(await serial(other)).not.toBe(await serial(SUBJECT));
});

it('valid documents whatever the packages call themselves', async () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('a', '1.0.0', '@a/b'));
  const field = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.jsonValue() });
  await fc.assert(
    fc.asyncProperty(field, field, field, text, async (name, version, license, row) => {
      await checked({
        'node_modules/x/package.json': JSON.stringify({ name, version, license }),
        'lib/apk/db/installed': `P:${row}\nV:${row}\nL:${row}\no:${row}\n`,
        'etc/os-release': `ID=${row}\nVERSION_ID="${row}"\n`,
        'x.dist-info/METADATA': `Name: ${row}\nVersion: ${row}\n`,
      });
    }),
    { numRuns: 30 },
  );
}, 30_000);
