import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RemoteError } from '@fairway/runtime';
import { expect, it } from 'vitest';
import { storeOf } from '../inspect.ts';
import { parseReference } from '../reference.ts';
import { folder, imageOf } from '../testing.ts';
import type { Descriptor, ImageStore } from '../types.ts';
import { readBlob } from '../verify.ts';
import { type AttestOptions, attestImage, isAttested } from './index.ts';
import { imageIn, npmPackage, portsOf } from './testing.ts';

const BUILD = { builder: 'assemble', revision: 'a'.repeat(40), source: 'https://github.com/acme/shop' };
const ALL: AttestOptions = {
  sbom: ['cyclonedx', 'spdx'],
  provenance: 'unsigned',
  name: 'shop',
  build: BUILD,
};

/** Both platforms share their only layer. */
async function image(platforms: readonly string[] = ['linux/amd64']) {
  const entries = [{ name: 'app/main.js', content: 'x' }, npmPackage('left-pad', '1.3.0')];
  return await imageIn(
    join(folder(), 'layout'),
    Object.fromEntries(platforms.map((platform) => [platform, entries])),
  );
}

type Listed = Descriptor & { artifactType?: string };

/** What is attached to a digest, as another tool would find it: by the index and the manifests' subjects. */
async function attachedTo(store: ImageStore, digest: string) {
  const found = [];
  for (const entry of (await store.list()) as readonly Listed[]) {
    const manifest = JSON.parse((await readBlob(store, entry)).toString('utf8'));
    if (manifest.subject?.digest !== digest) continue;
    expect(manifest.artifactType).toBe(entry.artifactType);
    const [layer] = manifest.layers;
    found.push({ type: entry.artifactType, text: (await readBlob(store, layer)).toString('utf8') });
  }
  return found;
}

it('attaches SBOMs to each platform and a provenance to each and to the index', async () => {
  const { store, digest } = await image(['linux/amd64', 'linux/arm64']);
  const { log, ...rest } = portsOf();
  const results = await attestImage(store, digest, ALL, { log, ...rest });
  expect(results.map(({ kind, platform }) => `${kind} ${platform ?? 'index'}`).sort()).toEqual([
    'cyclonedx linux/amd64',
    'cyclonedx linux/arm64',
    'provenance index',
    'provenance linux/amd64',
    'provenance linux/arm64',
    'spdx linux/amd64',
    'spdx linux/arm64',
  ]);
  for (const { kept } of results) expect(kept).toMatchObject({ by: 'layout' });
  const arm = results.find(({ kind, platform }) => kind === 'cyclonedx' && platform === 'linux/arm64');
  expect(arm).toMatchObject({ components: 1, problems: 0 });
  const attached = await attachedTo(store, arm?.subject ?? '');
  expect(attached.map(({ type }) => type).sort()).toEqual([
    'application/spdx+json',
    'application/vnd.cyclonedx+json',
    'application/vnd.in-toto+json',
  ]);
  const bom = JSON.parse(attached.find(({ type }) => type === 'application/vnd.cyclonedx+json')?.text ?? '');
  expect(bom.metadata.component).toMatchObject({ name: 'shop', version: arm?.subject });
  expect(bom.metadata.timestamp).toBe('2023-11-14T22:13:20.000Z');
  expect(bom.components).toMatchObject([{ purl: 'pkg:npm/left-pad@1.3.0' }]);

  // The index itself is as it was built.
  const index = JSON.parse((await readBlob(store, { digest })).toString('utf8'));
  expect(index.manifests.map(({ platform }: Descriptor) => platform?.architecture)).toEqual([
    'amd64',
    'arm64',
  ]);
  const statement = JSON.parse((await attachedTo(store, digest))[0]?.text ?? '');
  expect(statement).toMatchObject({
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'https://slsa.dev/provenance/v1',
  });
  expect(
    statement.subject.map(({ digest: { sha256 } }: { digest: { sha256: string } }) => `sha256:${sha256}`),
  ).toEqual([digest, ...index.manifests.map((entry: Descriptor) => entry.digest)]);
  expect(statement.predicate.buildDefinition.resolvedDependencies).toEqual([
    { uri: 'git+https://github.com/acme/shop', digest: { gitCommit: 'a'.repeat(40) } },
  ]);
});

it('an index that was merged of images of others: a provenance of the index alone', async () => {
  const { store, digest } = await image(['linux/amd64', 'linux/arm64']);
  const results = await attestImage(store, digest, { ...ALL, sbom: [], topOnly: true }, portsOf());
  expect(results).toMatchObject([{ kind: 'provenance', subject: digest }]);
  const statement = JSON.parse((await attachedTo(store, digest))[0]?.text ?? '');
  expect(statement.subject).toHaveLength(1);
});

it('again: the same digests, and nothing is added', async () => {
  const { store, layout, digest } = await image();
  const first = await attestImage(store, digest, ALL, portsOf());
  const before = readFileSync(join(layout, 'index.json'), 'utf8');
  const second = await attestImage(store, digest, ALL, portsOf());
  expect(second).toEqual(first);
  expect(JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')).manifests).toHaveLength(
    JSON.parse(before).manifests.length,
  );
  // Another machine, another layout: the same documents.
  const other = await image();
  expect(await attestImage(other.store, other.digest, ALL, portsOf())).toEqual(first);
});

it('writes the documents to a folder too', async () => {
  const { store, digest } = await image(['linux/amd64', 'linux/arm64']);
  const out = join(folder(), 'out');
  const results = await attestImage(store, digest, { ...ALL, folder: out }, portsOf());
  expect(readdirSync(out).sort()).toEqual([
    'provenance.unsigned.intoto.json',
    'sbom.linux-amd64.cdx.json',
    'sbom.linux-amd64.spdx.json',
    'sbom.linux-arm64.cdx.json',
    'sbom.linux-arm64.spdx.json',
  ]);
  expect(results.every(({ file }) => file?.startsWith(out))).toBe(true);
});

it('says in one line that an image holds no known packages', async () => {
  const reference = await imageOf([[{ name: 'server', content: 'x' }]]);
  const given = portsOf();
  const store = await storeOf(reference);
  const [result] = await attestImage(
    store,
    parseReference(reference).digest,
    { ...ALL, provenance: 'none' },
    given,
  );
  expect(result).toMatchObject({ components: 0, problems: 0 });
  expect(given.log.lines).toEqual([
    expect.stringMatching(/0 components in 1 files of linux\/amd64: no package manager/),
  ]);
});

it('warns once of files that could not be read', async () => {
  const bad = (name: string) => ({ name: `app/node_modules/${name}/package.json`, content: '{' });
  const reference = await imageOf([[bad('a\u001b[31m'), bad('b')]]);
  const given = portsOf();
  await attestImage(
    await storeOf(reference),
    parseReference(reference).digest,
    { ...ALL, provenance: 'none' },
    given,
  );
  const warnings = given.log.lines.filter((line) => line.includes('could not be read'));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(
    /2 files of linux\/amd64 .*the first: app\/node_modules\/a\?\[31m\/package.json is not valid JSON/,
  );
});

it('auto without an identity: no provenance, one line, no failure; signed: a failure that names the permissions', async () => {
  const { store, digest } = await image();
  const given = portsOf();
  const options = { ...ALL, sbom: [] };
  expect(await attestImage(store, digest, { ...options, provenance: 'auto' }, given)).toEqual([]);
  expect(given.log.lines).toEqual([expect.stringMatching(/^(info: )?No provenance: .*id-token: write/)]);
  const signed = attestImage(store, digest, { ...options, provenance: 'signed', token: 'x' }, portsOf());
  await expect(signed).rejects.toThrow(RemoteError);
  await expect(signed).rejects.toMatchObject({ mend: expect.stringContaining('attestations: write') });
  expect(await attachedTo(store, digest)).toEqual([]);
}, 30_000);

it('a signed provenance is attached as the bundle it is; a signer that fails is a warning in auto', async () => {
  const { store, digest } = await image();
  const bundle = {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    dsseEnvelope: { payload: 'e30=' },
  };
  const given = portsOf({
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '7',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/release.yml@refs/heads/main',
  });
  let asked: unknown;
  const sign: NonNullable<AttestOptions['sign']> = async (subjects, predicate) => {
    asked = { subjects, predicate };
    return bundle;
  };
  const bases = [{ name: 'docker.io/library/node', digest: `sha256:${'b'.repeat(64)}` }];
  const options = { ...ALL, sbom: [], provenance: 'auto' as const, sign, build: { ...BUILD, bases } };
  const [result] = await attestImage(store, digest, options, given);
  expect(result).toMatchObject({
    kind: 'provenance',
    signed: true,
    subject: digest,
    platform: 'linux/amd64',
  });
  const [attached] = await attachedTo(store, digest);
  expect(attached).toEqual({ type: bundle.mediaType, text: JSON.stringify(bundle) });
  expect(asked).toMatchObject({
    subjects: [{ name: 'shop', digest: { sha256: digest.slice(7) } }],
    predicate: {
      buildDefinition: {
        externalParameters: {
          workflow: {
            ref: 'refs/heads/main',
            repository: 'https://github.com/acme/shop',
            path: '.github/workflows/release.yml',
          },
        },
        resolvedDependencies: [
          { uri: 'git+https://github.com/acme/shop@refs/heads/main' },
          { uri: expect.stringMatching(/^pkg:oci\/node@sha256:b+\?/), digest: { sha256: 'b'.repeat(64) } },
        ],
      },
      runDetails: {
        builder: { id: 'https://github.com/acme/shop/.github/workflows/release.yml@refs/heads/main' },
        metadata: { invocationId: 'https://github.com/acme/shop/actions/runs/7/attempts/1' },
      },
    },
  });

  const failing = portsOf();
  const broken = async () => {
    throw new Error('Fulcio answered 503');
  };
  expect(await attestImage(store, digest, { ...options, sign: broken }, failing)).toEqual([]);
  expect(failing.log.lines.join()).toMatch(
    /No provenance is attached: .*Fulcio answered 503.*attestations: write/,
  );
});

it('a damaged layer stops it, and nothing is attached', async () => {
  const { store, layout, digest } = await image();
  const manifest = JSON.parse((await readBlob(store, { digest })).toString('utf8'));
  const path = join(layout, 'blobs', 'sha256', manifest.layers[0].digest.slice(7));
  writeFileSync(path, readFileSync(path).subarray(0, 40));
  await expect(attestImage(store, digest, ALL, portsOf())).rejects.toThrow(/is not a valid archive/);
  expect(await store.list()).toHaveLength(1);
});

it('a layout that cannot be written is an error, not a lost document', async () => {
  const { store, layout, digest } = await image();
  // A folder in place of the incoming files: writable for nobody, root included.
  rmSync(join(layout, '.incoming'), { recursive: true });
  writeFileSync(join(layout, '.incoming'), '');
  await expect(attestImage(store, digest, ALL, portsOf())).rejects.toThrow(/ENOTDIR/);
  rmSync(join(layout, '.incoming'));
  mkdirSync(join(layout, '.incoming'));
  expect(await attestImage(store, digest, ALL, portsOf())).toHaveLength(3);
});

it('knows what is attached already, to every platform', async () => {
  const { store, digest } = await image(['linux/amd64', 'linux/arm64']);
  const [wanted, given] = [{ ...ALL, sbom: ['cyclonedx'] as const }, portsOf()];
  expect(await isAttested(store, digest, wanted, given)).toBe(false);
  await attestImage(store, digest, wanted, given);
  expect(await isAttested(store, digest, wanted, given)).toBe(true);
  expect(await isAttested(store, digest, ALL, given)).toBe(false);
  expect(await isAttested(store, digest, { ...wanted, provenance: 'signed' }, given)).toBe(false);
  expect(await isAttested(store, digest, { ...wanted, provenance: 'auto' }, given)).toBe(true);
  const withIdentity = portsOf({ ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1' });
  expect(await isAttested(store, digest, { ...wanted, provenance: 'auto' }, withIdentity)).toBe(false);
  const [first] = JSON.parse((await readBlob(store, { digest })).toString('utf8')).manifests;
  expect(await isAttested(store, first.digest, wanted, given)).toBe(true);
});
