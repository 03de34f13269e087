import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLayout, openLayout } from '@fairway/image';
import { bytesSource, copyImage, openRegistry } from '@fairway/image/registry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { haveRegistry, haveSkopeo, startRegistry, type TestRegistry } from '../support/registry.ts';
import { chunks, testImage } from './support/images.ts';
import { testPorts } from './support/ports.ts';

const run = promisify(execFile);

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-pull-'));
    registry = await startRegistry();
  });
  afterAll(async () => {
    await registry?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const open = (name: string) => openRegistry({ repository: `${registry.host}/${name}`, ports: testPorts() });

  it('pushes an image and pulls the same bytes', async () => {
    const image = await testImage(['amd64'], [300_000, 1_000]);
    const store = await open('acme/app');
    const pushed = await copyImage(image.store, store, image.digest, { tags: ['1.0.0', 'latest'] });
    expect(pushed).toMatchObject({
      existed: false,
      replaced: {},
      blobs: { sent: 4, existed: 0, mounted: 0 },
    });
    expect(pushed.reference).toBe(`${registry.host}/acme/app@${image.digest}`);
    expect((await store.tags()).sort()).toEqual(['1.0.0', 'latest']);
    expect(await store.resolve('latest')).toMatchObject({ digest: image.digest, size: image.top.size });

    const back = await createLayout(join(folder, 'back'));
    await copyImage(await open('acme/app'), back, image.digest, { tags: ['1.0.0'] });
    for (const layer of image.layers) expect(await back.has(layer)).toBe(true);
    expect((await back.list()).map(({ digest }) => digest)).toEqual([image.digest]);
    await image.remove();
  });

  it('pushes an index once, and only tags it the second time', async () => {
    const image = await testImage(['amd64', 'arm64']);
    const store = await open('acme/multi');
    await copyImage(image.store, store, image.digest, { tags: ['a'] });
    const other = await testImage();
    await copyImage(other.store, store, other.digest, { tags: ['b'] });
    const again = await copyImage(image.store, await open('acme/multi'), image.digest, { tags: ['b'] });
    expect(again).toMatchObject({ existed: true, sent: 0, replaced: { b: other.digest } });
    expect((await store.list()).map(({ digest }) => digest)).toEqual([image.digest, image.digest]);
    await image.remove();
    await other.remove();
  });

  it('mounts the blobs of another repository of the registry', async () => {
    const image = await testImage(['amd64'], [200_000]);
    await copyImage(image.store, await open('acme/one'), image.digest);
    const copied = await copyImage(await open('acme/one'), await open('acme/two'), image.digest, {
      tags: ['x'],
    });
    expect(copied.blobs).toEqual({ existed: 0, mounted: 3, sent: 0 });
    await image.remove();
  });

  it('sends a large blob in chunks and an unknown one in windows', async () => {
    const store = await open('acme/chunks');
    const bytes = randomBytes(10_000_001);
    const source = bytesSource(bytes);
    expect(await store.pushBlob(source, { chunkSize: 3_000_000 })).toBe('sent');
    expect(await store.pushBlob(source)).toBe('existed');
    const pulled = await read(await store.pullBlob({ digest: source.digest, size: bytes.length }));
    expect(pulled.equals(bytes)).toBe(true);
    expect(await store.write(chunks(bytes))).toEqual({
      digest: source.digest,
      size: bytes.length,
      existed: true,
    });
    const other = randomBytes(17_000_000);
    const written = await store.write(chunks(other, 1_000_000));
    expect(written).toEqual({ digest: bytesSource(other).digest, size: other.length, existed: false });
    expect(await store.write(chunks(Buffer.alloc(0)))).toMatchObject({ size: 0, existed: false });
  });

  it('says what is not there', async () => {
    const store = await open('acme/none');
    const digest = `sha256:${'0'.repeat(64)}`;
    expect(await store.resolve('latest')).toBeUndefined();
    expect(await store.tags()).toEqual([]);
    expect(await store.has({ digest, size: 1 })).toBe(false);
    await expect(store.read(digest)).rejects.toThrow(/the repository .*acme\/none has no sha256:000/);
    expect(await store.delete(digest)).toBe(false);
    await expect(store.pullManifest('../../x')).rejects.toThrow(/neither a tag nor a sha256 digest/);
  });

  it('says what the registry refuses', async () => {
    const store = await open('acme/odd');
    const digest = `sha256:${'0'.repeat(64)}`;
    const odd = Buffer.from(JSON.stringify({ schemaVersion: 2, layers: { x: 1 }, manifests: [null, 7] }));
    await expect(store.pushManifest('odd', odd, 'application/vnd.oci.image.index.v1+json')).rejects.toThrow(
      /could not push the manifest odd: HTTP 4/,
    );
    await expect(copyImage(store, store, digest)).rejects.toThrow(/has no sha256:000/);
  });

  it('deletes an image by digest', async () => {
    const image = await testImage();
    const store = await open('acme/gone');
    await copyImage(image.store, store, image.digest, { tags: ['x'] });
    expect(await store.delete(image.digest)).toBe(true);
    expect(await store.resolve('x')).toBeUndefined();
    await image.remove();
  });

  lane('skopeo', haveSkopeo, () => {
    const skopeo = async (...args: string[]) => (await run('skopeo', args)).stdout;
    it('reads what was pushed, and its image comes back to us', async () => {
      const image = await testImage(['amd64', 'arm64'], [100_000]);
      await copyImage(image.store, await open('acme/skopeo'), image.digest, {
        tags: ['v1'],
        chunkSize: 40_000,
      });
      const source = `docker://${registry.host}/acme/skopeo:v1`;
      const raw = await skopeo('inspect', '--tls-verify=false', '--raw', source);
      expect(JSON.parse(raw).manifests).toHaveLength(2);
      const layout = join(folder, 'skopeo');
      await skopeo('copy', '--all', '--src-tls-verify=false', source, `oci:${layout}:v1`);
      await skopeo(
        'copy',
        '--all',
        '--dest-tls-verify=false',
        `oci:${layout}:v1`,
        `docker://${registry.host}/acme/theirs:v1`,
      );
      const theirs = await open('acme/theirs');
      const found = await theirs.resolve('v1');
      expect(found?.digest).toBe(image.digest);
      const copied = await copyImage(theirs, await createLayout(join(folder, 'theirs')), image.digest);
      expect(copied.blobs.sent).toBe(6);
      expect(await (await openLayout(join(folder, 'theirs'))).has(image.top)).toBe(true);
      await image.remove();
    });
  });
});

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
