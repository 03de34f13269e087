import { randomBytes } from 'node:crypto';
import { type Artifact, copyImage, fallbackTag, openRegistry } from '@fairway/image/registry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { haveRegistry, startRegistry, type TestRegistry } from '../support/registry.ts';
import { type FaultProxy, startFaultProxy } from './support/fault-proxy.ts';
import { type TestImage, testImage } from './support/images.ts';
import { PATIENT, testPorts } from './support/ports.ts';
import { startReferrersFront } from './support/referrers-front.ts';

const SBOM = 'application/vnd.cyclonedx+json';

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  let proxy: FaultProxy;
  let image: TestImage;
  beforeAll(async () => {
    registry = await startRegistry();
    proxy = await startFaultProxy(registry.port);
    image = await testImage(['amd64', 'arm64']);
  });
  afterAll(async () => {
    await proxy?.stop();
    await registry?.stop();
    await image?.remove();
  });
  const open = (name: string, host = registry.host) =>
    openRegistry({ repository: `${host}/${name}`, ports: testPorts(), retry: PATIENT });
  const artifact = (artifactType = SBOM): Artifact => ({
    artifactType,
    blobs: [{ mediaType: artifactType, bytes: randomBytes(20) }],
    annotations: { 'org.opencontainers.image.title': 'sbom.json' },
  });

  it('keeps the fallback tag of a registry without the API', async () => {
    const store = await open('acme/tag');
    await copyImage(image.store, store, image.digest, { tags: ['1'] });
    const first = await store.attach(image.top, artifact());
    const second = await store.attach(image.top, artifact('application/vnd.in-toto+json'));
    expect([first.keptBy, second.keptBy]).toEqual(['tag', 'tag']);
    const found = await store.referrers(image.digest);
    expect(found).toEqual([first.referrer, second.referrer]);
    expect(await store.referrers(image.digest, SBOM)).toEqual([first.referrer]);
    const manifest = JSON.parse(String((await store.pullManifest(first.referrer.digest))?.bytes));
    expect(manifest).toMatchObject({
      artifactType: SBOM,
      config: { mediaType: 'application/vnd.oci.empty.v1+json', size: 2 },
      subject: { digest: image.digest, size: image.top.size, mediaType: image.top.mediaType },
    });
    expect(await store.tags()).toContain(fallbackTag(image.digest));
  });

  it('attaches the same artifact once', async () => {
    const store = await open('acme/same');
    await copyImage(image.store, store, image.digest);
    const one = artifact();
    await store.attach(image.top, one);
    await store.attach(image.top, one);
    expect(await store.referrers(image.digest)).toHaveLength(1);
  });

  it('loses no entry to other writers', async () => {
    const first = await open('acme/race');
    await copyImage(image.store, first, image.digest);
    const stores = await Promise.all(Array.from({ length: 6 }, () => open('acme/race')));
    const attached = await Promise.all(stores.map((store) => store.attach(image.top, artifact())));
    const found = (await first.referrers(image.digest)).map(({ digest }) => digest).sort();
    expect(found).toEqual(attached.map(({ referrer }) => referrer.digest).sort());
  });

  it('does not believe a registry that only echoes the subject', async () => {
    proxy.rules.push({
      method: 'PUT',
      path: /manifests/,
      rewrite: (headers) => ({ ...headers, 'oci-subject': image.digest }),
    });
    const store = await open('acme/echo', proxy.host);
    await copyImage(image.store, store, image.digest);
    expect(await store.attach(image.top, artifact())).toMatchObject({ keptBy: 'tag' });
    expect(await store.referrers(image.digest)).toHaveLength(1);
    proxy.rules.length = 0;
  });

  it('says so when the registry keeps neither', async () => {
    const store = await open('acme/neither', proxy.host);
    await copyImage(image.store, store, image.digest);
    const answer = { status: 400, body: '{"errors":[{"code":"TAG_INVALID","message":"no such tags here"}]}' };
    proxy.rules.push({ method: 'PUT', path: /manifests\/sha256-/, answer });
    await expect(store.attach(image.top, artifact())).rejects.toThrow(
      /could not push the manifest sha256-.*TAG_INVALID/,
    );
    proxy.rules.length = 0;
  });

  it('uses the API where there is one, page by page, also when it lags', async () => {
    const front = await startReferrersFront(registry.port, 1);
    const store = await open('acme/api', front.host);
    await copyImage(image.store, store, image.digest);
    const attached = [await store.attach(image.top, artifact()), await store.attach(image.top, artifact())];
    expect(attached.map(({ keptBy }) => keptBy)).toEqual(['api', 'api']);
    expect(await store.referrers(image.digest)).toEqual(attached.map(({ referrer }) => referrer));
    expect(await store.tags()).toEqual([]);
    await front.stop();
  });

  it('copies what is attached to an index and to its images', async () => {
    const from = await open('acme/from');
    await copyImage(image.store, from, image.digest);
    const index = JSON.parse(String((await from.pullManifest(image.digest))?.bytes));
    await from.attach(image.top, artifact());
    for (const entry of index.manifests) await from.attach(entry, artifact());
    const to = await open('acme/promoted');
    expect(await copyImage(from, to, image.digest, { referrers: true })).toMatchObject({ referrers: 3 });
    expect(await copyImage(from, to, image.digest, { referrers: true })).toMatchObject({ referrers: 0 });
    for (const { digest } of [image.top, ...index.manifests]) {
      expect(await to.referrers(digest)).toEqual(await from.referrers(digest));
      expect(await to.referrers(digest)).toHaveLength(1);
    }
  });
});
