import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLayout } from '@fairway/image';
import { bytesSource, copyImage, openRegistry } from '@fairway/image/registry';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testImage } from '../../test/registry/support/images.ts';
import { testPorts } from '../../test/registry/support/ports.ts';
import { type LocalRegistry, startRegistry } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'fairway-registry-'));
let registry: LocalRegistry;
beforeAll(async () => {
  registry = await startRegistry(join(folder, 'registry'));
});
afterAll(async () => {
  await registry.close();
  rmSync(folder, { recursive: true, force: true });
});
const open = (name: string) => openRegistry({ repository: `${registry.host}/${name}`, ports: testPorts() });

it('keeps an index with its images and tags, and gives back the same bytes', async () => {
  const image = await testImage(['amd64', 'arm64'], [300_000, 1_000]);
  const store = await open('acme/app');
  await copyImage(image.store, store, image.digest, { tags: ['1.0.0', 'latest'] });
  expect((await store.tags()).sort()).toEqual(['1.0.0', 'latest']);
  const back = await createLayout(join(folder, 'back'));
  await copyImage(await open('acme/app'), back, image.digest, { tags: ['1.0.0'] });
  for (const layer of image.layers) expect(await back.has(layer)).toBe(true);
  await image.remove();
});

it('takes a blob in chunks', async () => {
  const store = await open('acme/chunks');
  const source = bytesSource(Buffer.alloc(200_000, 'x'));
  expect(await store.pushBlob(source, { chunkSize: 50_000 })).toBe('sent');
  expect(await store.hasBlob(source.digest)).toBe(true);
});

it('refuses a manifest whose parts are not there, names that are no digests, and what does not match', async () => {
  const at = (path: string, init?: RequestInit) => fetch(`http://${registry.host}/v2/${path}`, init);
  const parts = { config: { digest: `sha256:${'0'.repeat(64)}` }, layers: [] };
  const manifest = await at('acme/app/manifests/x', { method: 'PUT', body: JSON.stringify(parts) });
  expect(manifest.status).toBe(400);
  expect(await manifest.text()).toContain('MANIFEST_BLOB_UNKNOWN');
  expect((await at('acme/app/blobs/..%2f..%2fetc')).status).toBe(400);
  const upload = await at('acme/app/blobs/uploads/', { method: 'POST' });
  const wrong = await fetch(
    `http://${registry.host}${upload.headers.get('location')}?digest=sha256:${'1'.repeat(64)}`,
    { method: 'PUT', body: 'something else' },
  );
  expect(wrong.status).toBe(400);
  expect((await at(`acme/app/blobs/sha256:${'1'.repeat(64)}`)).status).toBe(404);
});
