import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type AttestOptions, attestImage, isAttested } from '@fairway/image/attest';
import { copyImage, fallbackTag, openRegistry } from '@fairway/image/registry';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { imageIn, npmPackage } from '../../packages/image/attest/testing.ts';
import { type FaultProxy, startFaultProxy } from '../registry/support/fault-proxy.ts';
import { HASTY, testPorts } from '../registry/support/ports.ts';
import { startReferrersFront } from '../registry/support/referrers-front.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, haveSkopeo, startRegistry, type TestRegistry } from '../support/registry.ts';

const run = promisify(execFile);

const ALL: AttestOptions = {
  sbom: ['cyclonedx', 'spdx'],
  provenance: 'unsigned',
  name: 'ghcr.io/acme/shop',
  build: { builder: 'assemble', revision: 'a'.repeat(40), source: 'https://github.com/acme/shop' },
};

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  let folder: string;
  let image: Awaited<ReturnType<typeof imageIn>>;
  let images: string[];
  beforeAll(async () => {
    registry = await startRegistry();
    folder = await mkdtemp(join(tmpdir(), 'fairway-attest-'));
    image = await imageIn(join(folder, 'layout'), {
      'linux/amd64': [npmPackage('left-pad', '1.3.0')],
      'linux/arm64': [npmPackage('left-pad', '1.3.0'), npmPackage('only-arm', '2.0.0')],
    });
    const index = JSON.parse(await readFile(blob(image.layout, image.digest), 'utf8'));
    images = index.manifests.map(({ digest }: { digest: string }) => digest);
  });
  afterAll(async () => {
    await registry?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const blob = (layout: string, digest: string) => join(layout, 'blobs', 'sha256', digest.slice(7));

  async function pushed(name: string, host = registry.host) {
    const ports = testPorts();
    const store = await openRegistry({ repository: `${host}/${name}`, ports, retry: HASTY });
    await copyImage(image.store, store, image.digest, { tags: ['1.0.0'] });
    return { store, ports };
  }

  it('attaches to each platform and to the index, found by the fallback tag, and leaves the index alone', async () => {
    const { store, ports } = await pushed('acme/tag');
    expect(await isAttested(store, image.digest, ALL, ports)).toBe(false);
    const results = await attestImage(image.store, image.digest, { ...ALL, to: store }, ports);
    expect(await isAttested(store, image.digest, ALL, ports)).toBe(true);
    expect(results).toHaveLength(7);
    for (const { kept } of results) expect(kept).toMatchObject({ by: 'tag' });
    for (const digest of images) {
      const types = (await store.referrers(digest)).map(({ artifactType }) => artifactType);
      expect(types.sort()).toEqual([
        'application/spdx+json',
        'application/vnd.cyclonedx+json',
        'application/vnd.in-toto+json',
      ]);
    }
    expect(await store.referrers(image.digest)).toMatchObject([
      { artifactType: 'application/vnd.in-toto+json' },
    ]);
    expect((await store.resolve('1.0.0'))?.digest).toBe(image.digest);
    expect((await store.tags()).sort()).toEqual(
      ['1.0.0', ...[image.digest, ...images].map(fallbackTag)].sort(),
    );

    // Once more, this time read out of the registry itself: the same documents, and nothing is added.
    expect(await attestImage(store, image.digest, ALL, ports)).toEqual(results);
    expect(await store.referrers(images[0] ?? '')).toHaveLength(3);
  });

  it('each platform has its own SBOM', async () => {
    const { store, ports } = await pushed('acme/own');
    const results = await attestImage(
      store,
      image.digest,
      { ...ALL, sbom: ['cyclonedx'], provenance: 'none' },
      ports,
    );
    expect(results.map(({ platform, components }) => [platform, components])).toEqual([
      ['linux/amd64', 1],
      ['linux/arm64', 2],
    ]);
  });

  it('by the API where the registry has it; no tag is made then', async () => {
    const front = await startReferrersFront(registry.port);
    try {
      const { store, ports } = await pushed('acme/api', front.host);
      const results = await attestImage(image.store, image.digest, { ...ALL, to: store }, ports);
      expect(new Set(results.map(({ kept }) => ('by' in kept ? kept.by : 'refused')))).toEqual(
        new Set(['api']),
      );
      expect(await store.tags()).toEqual(['1.0.0']);
    } finally {
      await front.stop();
    }
  });

  lane('skopeo', haveSkopeo, () => {
    it('skopeo reads what was attached, and still copies the image out of a layout with attachments', async () => {
      const { store, ports } = await pushed('acme/skopeo');
      const results = await attestImage(image.store, image.digest, { ...ALL, to: store }, ports);
      const sbom = results.find(({ kind }) => kind === 'spdx');
      const digest = sbom && 'digest' in sbom.kept ? sbom.kept.digest : '';
      const source = `docker://${registry.host}/acme/skopeo@${digest}`;
      await run('skopeo', ['copy', '--src-tls-verify=false', source, `dir:${join(folder, 'pulled')}`]);
      const file = await readFile(join(folder, 'pulled', (sbom?.document ?? '').slice(7)), 'utf8');
      expect(JSON.parse(file)).toMatchObject({
        spdxVersion: 'SPDX-2.3',
        name: `ghcr.io/acme/shop@${sbom?.subject}`,
      });

      const local = await imageIn(join(folder, 'local'), { 'linux/amd64': [npmPackage('a')] });
      expect(await attestImage(local.store, local.digest, ALL, ports)).toHaveLength(3);
      await run('skopeo', ['copy', `oci:${local.layout}:1.0.0`, `dir:${join(folder, 'copied')}`]);
      expect(await readdir(join(folder, 'copied'))).toContain('manifest.json');
    });
  });

  lane('pyspdxtools', haveSpdxTools(), () => {
    it('the SPDX tools find nothing wrong', async () => {
      const { ports } = await pushed('acme/spdx');
      const out = join(folder, 'documents');
      await attestImage(
        image.store,
        image.digest,
        { ...ALL, sbom: ['spdx'], provenance: 'none', folder: out },
        ports,
      );
      for (const name of await readdir(out)) {
        // Prints what is wrong and fails, or says nothing.
        await run('pyspdxtools', ['--infile', join(out, name), '--version', 'SPDX-2.3']);
      }
    }, 60_000);
  });

  let proxy: FaultProxy;
  beforeEach(async () => {
    proxy = await startFaultProxy(registry.port);
  });
  afterEach(() => proxy.stop());

  const refusal = (status: number, code: string) => ({
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ errors: [{ code, message: 'unknown\nmedia type' }] }),
  });

  it('a registry that does not take such manifests: one readable line, the image is untouched', async () => {
    const { store, ports } = await pushed('acme/refuses', proxy.host);
    proxy.rules.push({ method: 'PUT', path: /\/manifests\//, answer: refusal(400, 'MANIFEST_INVALID') });
    const results = await attestImage(image.store, image.digest, { ...ALL, to: store }, ports);
    expect(results).toHaveLength(7);
    for (const { kept } of results)
      expect(kept).toEqual({ refused: expect.stringContaining('MANIFEST_INVALID') });
    const warnings = ports.log.lines.filter((line) => line.startsWith('warning:'));
    expect(warnings).toEqual([
      expect.stringMatching(
        /does not keep what is attached to images \(7 documents\): .*MANIFEST_INVALID: unknown media type/,
      ),
    ]);
    expect((await store.resolve('1.0.0'))?.digest).toBe(image.digest);
  });

  it.each([
    [401, 'UNAUTHORIZED'],
    [403, 'DENIED'],
    [500, 'UNKNOWN'],
  ])('HTTP %i is a failure and not taken for a refusal', async (status, code) => {
    const { store, ports } = await pushed(`acme/fails-${status}`, proxy.host);
    proxy.rules.push({ method: 'PUT', path: /\/manifests\//, answer: refusal(status, code) });
    await expect(attestImage(image.store, image.digest, { ...ALL, to: store }, ports)).rejects.toThrow();
    expect(ports.log.lines.filter((line) => /does not keep/.test(line))).toEqual([]);
  });
});

function haveSpdxTools(): boolean {
  return (process.env.PATH ?? '').split(':').some((path) => existsSync(join(path, 'pyspdxtools')));
}
