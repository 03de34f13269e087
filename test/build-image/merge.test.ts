import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type ImageIndex, openLayout } from '@fairway/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBlob } from '../../packages/image/verify.ts';
import { git } from '../support/git.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, haveSkopeo, startRegistry, type TestRegistry } from '../support/registry.ts';
import { act, folder, shop, write } from './support.ts';

const PLATFORMS = ['linux/amd64', 'linux/arm64'];
const INDEX = 'application/vnd.oci.image.index.v1+json';
const IMAGE = 'application/vnd.oci.image.manifest.v1+json';

/** One job a platform, each on a machine of its own. */
async function jobs(workspace: string, inputs: Record<string, string>, home?: string) {
  const all = await Promise.all(
    PLATFORMS.map((platforms) =>
      act({ workspace, ...(home ? { home } : {}) }, { platforms, push: 'digest', ...inputs }),
    ),
  );
  return all.map(({ outputs, log }) => outputs ?? expect.fail(log));
}

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());
  const at = (name: string) =>
    `{ repository: "${registry.host}/${name}", build: { files: [src], platforms: [linux/amd64, linux/arm64] }, tags: [main] }`;
  const get = (path: string, type = INDEX) =>
    fetch(`http://${registry.host}/v2/${path}`, { headers: { Accept: type } });

  test('one platform a job, pushed by digest, merged into one index that is tagged', async () => {
    const workspace = shop(at('acme/merge'));
    const [amd, arm] = await jobs(workspace, {});
    expect(amd).toMatchObject({ tags: '', pushed: 'true' });
    const attached = await attach(registry.host, 'acme/merge', amd?.digest ?? '');
    const digests = `${arm?.digests}\n${amd?.digests}`;
    const merged = await act({ workspace }, { mode: 'merge', digests });
    expect(merged.log).toContain('Merged 2 images into one index.');
    expect(merged.outputs).toMatchObject({
      image: `${registry.host}/acme/merge@${merged.outputs?.digest}`,
      tags: `${registry.host}/acme/merge:main`,
      digests: JSON.stringify({ 'linux/amd64': amd?.digest, 'linux/arm64': arm?.digest }),
    });
    const index = (await (await get('acme/merge/manifests/main')).json()) as ImageIndex;
    expect(index.manifests.map(({ digest }) => digest)).toEqual([amd?.digest, arm?.digest]);
    expect(index.manifests.map(({ platform }) => platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64' },
    ]);
    expect(index.annotations).toMatchObject({ 'org.opencontainers.image.title': 'shop' });
    expect(index.annotations).not.toHaveProperty('dev.fairway.content-key');
    // What is attached to a platform's image is still found there.
    const referrers = await get(`acme/merge/manifests/${amd?.digest?.replace(':', '-')}`);
    expect(((await referrers.json()) as ImageIndex).manifests[0]?.digest).toBe(attached);

    if (haveSkopeo) {
      const to = `dir:${folder()}/copied`;
      const place = `docker://${registry.host}/acme/merge:main`;
      execFileSync('skopeo', ['copy', '--all', '--src-tls-verify=false', place, to], { stdio: 'ignore' });
    }

    // A commit that changes nothing reuses the images, and so the index.
    write(workspace, { 'README.md': 'changed' });
    git(workspace, 'commit', '-qam', 'docs');
    const again = await jobs(workspace, {});
    expect(again.map(({ reused }) => reused)).toEqual(['true', 'true']);
    const next = await act(
      { workspace },
      { mode: 'merge', digests: again.map((one) => one.digests).join('\n') },
    );
    expect(next.outputs).toMatchObject({ digest: merged.outputs?.digest, reused: 'true' });
    expect(next.log).toContain('changes nothing in the image');
  });

  test('bare digests, a named platform and an index with unknown entries are taken; nothing unknown is kept', async () => {
    const workspace = shop(at('acme/forms'));
    const [amd, arm] = await jobs(workspace, {});
    const size = Number(
      (await get(`acme/forms/manifests/${arm?.digest}`, IMAGE)).headers.get('content-length'),
    );
    const foreign = {
      mediaType: IMAGE,
      digest: await attach(registry.host, 'acme/forms', arm?.digest ?? ''),
      size: 0,
    };
    const attestation = await (await get(`acme/forms/manifests/${foreign.digest}`, IMAGE)).arrayBuffer();
    const unknown = {
      ...foreign,
      size: attestation.byteLength,
      platform: { os: 'unknown', architecture: 'unknown' },
    };
    const known = {
      mediaType: IMAGE,
      digest: arm?.digest,
      size,
      platform: { os: 'linux', architecture: 'arm64' },
    };
    const index = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [known, unknown] });
    const put = await fetch(`http://${registry.host}/v2/acme/forms/manifests/buildkit`, {
      method: 'PUT',
      headers: { 'Content-Type': INDEX },
      body: index,
    });
    const repository = `${registry.host}/acme/forms`;
    const digests = `linux/amd64=${amd?.digest}\n${repository}@${put.headers.get('docker-content-digest')}`;
    const merged = await act({ workspace }, { mode: 'merge', digests });
    expect(merged.outputs?.digests).toBe(
      JSON.stringify({ 'linux/amd64': amd?.digest, 'linux/arm64': arm?.digest }),
    );
    expect(merged.log).toContain('1 entries that are no images are not taken over');
    const bare = await act({ workspace }, { mode: 'merge', digests: `${arm?.digest}\n${amd?.digest}` });
    expect(bare.outputs?.digest).toBe(merged.outputs?.digest);
  });

  test('SBOMs are attached before the tags, once, and the merge keeps them', async () => {
    const lock = { lockfileVersion: 3, packages: { 'node_modules/left-pad': { version: '1.3.0' } } };
    const workspace = shop(at('acme/sbom'), { 'src/package-lock.json': JSON.stringify(lock) });
    const [amd, arm] = await jobs(workspace, { sbom: 'cyclonedx', provenance: 'unsigned' });
    const attached = JSON.parse(amd?.attestations ?? '') as { kind: string; subject: string }[];
    expect(attached.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['cyclonedx', amd?.digest],
      ['provenance', amd?.digest],
    ]);
    const digests = `${amd?.digests}\n${arm?.digests}`;
    const inputs = { mode: 'merge', digests, provenance: 'unsigned' };
    const { outputs } = await act({ workspace }, inputs);
    const onIndex = JSON.parse(outputs?.attestations ?? '') as { subject: string }[];
    expect(onIndex.map(({ subject }) => subject)).toEqual([outputs?.digest]);
    const [again] = await jobs(workspace, { sbom: 'cyclonedx', provenance: 'unsigned' });
    expect(again).toMatchObject({ reused: 'true', attestations: '[]' });
    const list = await get(`acme/sbom/manifests/${amd?.digest?.replace(':', '-')}`);
    expect(((await list.json()) as ImageIndex).manifests).toHaveLength(2);
    const index = (await (await get('acme/sbom/manifests/main')).json()) as ImageIndex;
    expect(index.manifests.map(({ digest }) => digest)).toEqual([amd?.digest, arm?.digest]);
  });

  test('doubles, mixed repositories, wrong platforms and what is no digest are refused; no tag is set', async () => {
    const workspace = shop(at('acme/refused'));
    const [amd, arm] = await jobs(workspace, {});
    const [other] = await jobs(shop(at('acme/refused'), { 'src/main.js': 'other' }), {});
    const said = async (digests: string) => {
      const { ok, log } = await act(
        { workspace, hurry: true },
        { mode: 'merge', ...(digests ? { digests } : {}) },
      );
      expect(ok).toBe(false);
      return log;
    };
    expect(await said(`${amd?.digest}\n${amd?.digest}`)).toContain('is named twice');
    expect(await said(`${amd?.digest}\n${other?.digest}`)).toContain('two images are for linux/amd64');
    expect(await said(`linux/arm64=${amd?.digest}`)).toContain(
      'said to be for linux/arm64 is for linux/amd64',
    );
    expect(await said(`ghcr.io/acme/x@${amd?.digest}\n${arm?.digest}`)).toContain('is not in 127.0.0.1');
    expect(await said('linux/amd64=latest')).toContain('is not a digest');
    expect(await said('{"linux/amd64":""}')).toContain('is not a digest');
    expect(await said('{"linux/amd64"')).toContain('is not valid JSON');
    expect(await said('')).toContain('mode: merge needs the input digests');
    expect(await said(`sha256:${'0'.repeat(64)}`)).toContain('sha256:0000');
    const { tags } = (await (await get('acme/refused/tags/list')).json()) as { tags: string[] };
    expect(tags.filter((tag) => !/^(fairway|sha256)-/.test(tag))).toEqual([]);
  });
});

test('without a registry images of one layout are merged', async () => {
  const workspace = shop('{ build: { files: [src] } }');
  const home = folder();
  const [amd, arm] = await jobs(workspace, { push: 'tags' }, home);
  const lost = await act({ workspace, home }, { push: 'digest' });
  expect(lost.log).toContain('push: digest has nowhere to push to');
  const digests = `${amd?.digests}\n${arm?.digests}`;
  const { outputs } = await act({ workspace, home }, { mode: 'merge', digests, version: '1.0.0' });
  const layout = join(home, 'shop/images');
  expect(outputs).toMatchObject({
    image: `oci:${layout}@${outputs?.digest}`,
    layout,
    pushed: 'false',
    tags: '',
  });
  const store = await openLayout(layout);
  const index = JSON.parse(
    (await readBlob(store, { digest: outputs?.digest ?? '' })).toString(),
  ) as ImageIndex;
  expect(index.manifests).toHaveLength(2);
  const listed = (await store.list()).find(({ digest }) => digest === outputs?.digest);
  expect(listed?.annotations).toMatchObject({ 'org.opencontainers.image.ref.name': '1.0.0' });
});

/** Attaches an artifact by the fallback tag, as a registry without the referrers API has it. */
async function attach(host: string, name: string, digest: string): Promise<string> {
  const base = `http://${host}/v2/${name}`;
  const upload = await fetch(`${base}/blobs/uploads/`, { method: 'POST' });
  const empty = 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  const location = new URL(upload.headers.get('location') ?? '', base);
  location.searchParams.set('digest', empty);
  await fetch(location, { method: 'PUT', body: '{}' });
  const config = { mediaType: 'application/vnd.oci.empty.v1+json', digest: empty, size: 2 };
  const subject = { mediaType: IMAGE, digest, size: 1 };
  const artifact = JSON.stringify({
    schemaVersion: 2,
    mediaType: IMAGE,
    artifactType: 'text/x',
    config,
    layers: [config],
    subject,
  });
  const put = (ref: string, body: string, type: string) =>
    fetch(`${base}/manifests/${ref}`, { method: 'PUT', headers: { 'Content-Type': type }, body });
  const stored = await put('artifact', artifact, IMAGE);
  const own = stored.headers.get('docker-content-digest') ?? '';
  const manifests = [{ mediaType: IMAGE, digest: own, size: artifact.length }];
  await put(
    digest.replace(':', '-'),
    JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests }),
    INDEX,
  );
  await fetch(`${base}/manifests/artifact`, { method: 'DELETE' });
  return own;
}
