import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLayout } from '@fairway/image';
import { bytesSource, copyImage, openRegistry, type RegistryStore } from '@fairway/image/registry';
import { describeError, RemoteError, type RetryPolicy, UserError } from '@fairway/runtime';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { freePort, haveRegistry, startRegistry, type TestRegistry } from '../support/registry.ts';
import { type Fault, type FaultProxy, type Rule, startFaultProxy } from './support/fault-proxy.ts';
import { type TestImage, testImage } from './support/images.ts';
import { HASTY, PATIENT, testPorts } from './support/ports.ts';

const PATCHES = { method: 'PATCH', path: /\/blobs\/uploads\// };
const PUTS = { method: 'PUT', path: /\/blobs\/uploads\// };
const BLOBS = { method: 'GET', path: /\/blobs\/sha256:/ };
const MANIFESTS = /\/manifests\//;

lane('registry', haveRegistry, () => {
  let folder: string;
  let registry: TestRegistry;
  let proxy: FaultProxy;
  let image: TestImage;
  let storage: Server;
  const toStorage: { path: string | undefined; authorization: string | undefined }[] = [];
  let number = 0;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-faults-'));
    registry = await startRegistry({ users: { alice: 'password' } });
    proxy = await startFaultProxy(registry.port);
    image = await testImage(['amd64', 'arm64'], [100_000]);
    storage = createServer((request, response) => {
      toStorage.push({ path: request.url, authorization: request.headers.authorization });
      response.end('not it');
    });
    await new Promise<void>((resolve) => storage.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    storage?.close();
    await proxy?.stop();
    await registry?.stop();
    await image?.remove();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    proxy.rules.length = 0;
    proxy.seen.length = 0;
    toStorage.length = 0;
  });
  const open = (name: string, host = proxy.host, retry: RetryPolicy = PATIENT, signal?: AbortSignal) =>
    openRegistry({
      repository: `${host}/${name}`,
      ports: testPorts(signal ? { signal } : {}),
      credentials: { username: 'alice', password: 'password' },
      retry,
    });
  const fresh = (retry?: RetryPolicy) => open(`acme/app${++number}`, proxy.host, retry);
  const rules = (...added: Rule[]) => proxy.rules.push(...added);
  const push = (store: RegistryStore) =>
    copyImage(image.store, store, image.digest, { tags: ['1'], chunkSize: 30_000 });
  /** Nothing that a tag could be pulled by. */
  const untagged = async (store: RegistryStore) => {
    proxy.rules.length = 0;
    expect(await store.tags()).toEqual([]);
  };
  const storageUrl = () => `http://127.0.0.1:${(storage.address() as { port: number }).port}`;

  it.each<[string, ...Rule[]]>([
    [
      '429 with Retry-After',
      { path: /./, skip: 3, times: 2, answer: { status: 429, headers: { 'retry-after': '0' } } },
    ],
    [
      '500',
      { path: /\/uploads\/$/, times: 2, answer: { status: 500 } },
      { path: MANIFESTS, times: 1, answer: { status: 502 } },
    ],
    ['500 in the middle of an upload', { ...PATCHES, skip: 1, times: 2, answer: { status: 500 } }],
    ['a reset', { ...PATCHES, skip: 2, times: 1, reset: true }, { ...PUTS, times: 1, reset: true }],
    ['a connection cut in a chunk', { ...PATCHES, times: 1, cutRequest: 12_345 }],
    ['a connection cut in a whole blob', { ...PUTS, times: 2, cutRequest: 100 }],
    ['a lost answer to a chunk', { ...PATCHES, skip: 1, times: 1, loseAnswer: true }],
    ['a lost answer to the end of an upload', { ...PUTS, times: 3, loseAnswer: true }],
    ['416 in the middle', { ...PATCHES, skip: 1, times: 1, answer: { status: 416 } }],
    [
      'an upload the registry forgot',
      {
        ...PATCHES,
        skip: 1,
        times: 1,
        answer: { status: 404, body: '{"errors":[{"code":"BLOB_UPLOAD_UNKNOWN"}]}' },
      },
      { method: 'GET', path: /uploads/, times: 1, answer: { status: 404 } },
    ],
    [
      'a chunk damaged on the way',
      { ...PATCHES, times: 1, cutRequest: 10_000 },
      { ...PATCHES, times: 1, corruptRequest: true },
    ],
  ])('pushes in spite of %s', async (_, ...added) => {
    rules(...added);
    const store = await fresh();
    await push(store);
    expect(added.map(({ times }) => times)).toEqual(added.map(() => 0));
    proxy.rules.length = 0;
    const back = await createLayout(join(folder, `push-${number}`));
    await copyImage(store, back, image.digest);
    for (const layer of image.layers) expect(await back.has(layer)).toBe(true);
  });

  it('sends no byte twice that the registry has', async () => {
    rules({ ...PATCHES, skip: 2, times: 1, reset: true });
    const store = await fresh();
    await store.pushBlob(bytesSource(randomBytes(100_000)), { chunkSize: 30_000 });
    const ranges = proxy.seen.filter(({ method }) => method === 'PATCH').map(({ range }) => range);
    expect(ranges).toEqual(['0-29999', '30000-59999', '60000-89999', '60000-89999', '90000-99999']);
  });

  it.each<[string, RegExp, Rule]>([
    ['429', /HTTP 429/, { path: /./, skip: 2, answer: { status: 429 } }],
    [
      'a long Retry-After',
      /HTTP 429/,
      { ...PUTS, answer: { status: 429, headers: { 'retry-after': '3600' } } },
    ],
    ['500 of blobs', /HTTP 500/, { ...PATCHES, skip: 1, answer: { status: 500, body: '<html>oops' } }],
    [
      '500 of manifests',
      /could not push the manifest .*HTTP 503/,
      { method: 'PUT', path: MANIFESTS, skip: 1, answer: { status: 503 } },
    ],
    ['resets', /the connection failed/, { ...PUTS, reset: true }],
    ['damage', /DIGEST_INVALID/, { ...PATCHES, corruptRequest: true }],
    ['no room', /HTTP 413/, { ...PATCHES, answer: { status: 413 } }],
    [
      'no permission',
      /HTTP 403 \(DENIED: requested access is denied\)/,
      {
        path: /uploads/,
        answer: {
          status: 403,
          body: '{"errors":[{"code":"DENIED","message":"requested\\naccess is denied"}]}',
        },
      },
    ],
    [
      'an unknown repository',
      /NAME_UNKNOWN/,
      {
        path: /uploads/,
        answer: {
          status: 404,
          body: '{"errors":[{"code":"NAME_UNKNOWN","message":"repository does not exist"}]}',
        },
      },
    ],
    [
      'no location',
      /named no location/,
      { path: /uploads\/$/, rewrite: ({ location: _, ...headers }) => headers },
    ],
  ])('ends with a clear error and no tag on lasting %s', async (_, message, rule) => {
    rules(rule);
    const store = await fresh(HASTY);
    const error = await push(store).catch((e) => e);
    expect(error instanceof RemoteError || error instanceof UserError).toBe(true);
    expect(describeError(error).text).toMatch(message);
    expect(error.where).toMatch(/127\.0\.0\.1/);
    expect(error.mend).toBeTruthy();
    await untagged(store);
  });

  it('does not send a push to another origin', async () => {
    const location = `${storageUrl()}/upload`;
    for (const path of [/uploads\/$/, MANIFESTS]) {
      rules({
        path,
        method: path === MANIFESTS ? 'PUT' : 'POST',
        answer: { status: 307, headers: { location } },
      });
      const store = await fresh();
      const error = await push(store).catch((e) => e);
      expect(error).toBeInstanceOf(RemoteError);
      expect(error.message).toContain(`was redirected to ${location}`);
      await untagged(store);
    }
    expect(toStorage).toEqual([]);
  });

  it('pulls from another origin without the credentials', async () => {
    const store = await fresh();
    await push(store);
    rules({ ...BLOBS, answer: { status: 307, headers: { location: `${storageUrl()}/blob?signature=x` } } });
    const error = await copyImage(
      await open(`acme/app${number}`),
      await createLayout(join(folder, 'evil')),
      image.digest,
    ).catch((e) => e);
    expect(error.message).toMatch(/the blob sha256:[0-9a-f]+ came with 6 of \d+ bytes|other content/);
    expect(describeError(error).text).not.toContain('signature');
    expect(toStorage.length).toBeGreaterThan(0);
    expect(toStorage.every(({ authorization }) => authorization === undefined)).toBe(true);
    expect(await readdir(join(folder, 'evil', '.incoming'))).toEqual([]);
  });

  it('takes up a pull where it broke', async () => {
    const store = await fresh();
    const bytes = randomBytes(200_000);
    const { digest } = bytesSource(bytes);
    await store.pushBlob(bytesSource(bytes));
    rules({ ...BLOBS, times: 1, cutAnswer: 70_000 }, { ...BLOBS, times: 1, reset: true });
    const parts: Buffer[] = [];
    for await (const part of await store.pullBlob({ digest })) parts.push(part);
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
    const ranges = proxy.seen.filter(({ method }) => method === 'GET').map(({ range }) => range);
    expect(ranges.at(-1)).toMatch(/^bytes=\d+-$/);
  });

  it.each<[string, RegExp, Rule]>([
    ['a truncated blob', /the connection failed/, { ...BLOBS, cutAnswer: 0 }],
    [
      'a blob of other content',
      /came with other content: its digest is sha256:/,
      { ...BLOBS, corruptAnswer: true },
    ],
    [
      'a manifest of other content',
      /the manifest sha256:.* came with other content/,
      { method: 'GET', path: MANIFESTS, corruptAnswer: true },
    ],
    ['a truncated manifest', /the connection failed/, { method: 'GET', path: MANIFESTS, cutAnswer: 10 }],
    [
      'another media type',
      /calls a manifest .*index.* that says it is .*manifest/,
      {
        method: 'GET',
        path: MANIFESTS,
        rewrite: (headers) => ({ ...headers, 'content-type': 'application/vnd.oci.image.index.v1+json' }),
      },
    ],
  ])('pulls nothing on %s', async (name, message, rule) => {
    const one = await testImage(['amd64'], [150_000]);
    const store = await fresh();
    await copyImage(one.store, store, one.digest);
    rules(rule);
    const layout = join(folder, `pull ${name}`);
    const to = await createLayout(layout);
    const error = await copyImage(await open(`acme/app${number}`, proxy.host, HASTY), to, one.digest, {
      tags: ['1'],
    }).catch((e) => e);
    expect(error).toBeInstanceOf(RemoteError);
    expect(describeError(error).text).toMatch(message);
    expect(await to.list()).toEqual([]);
    expect(await to.has(one.top)).toBe(false);
    expect(await readdir(join(layout, '.incoming'))).toEqual([]);
    await one.remove();
  });

  it('keeps to the least chunk of the registry and the query of relative and absolute locations', async () => {
    const minimal = (headers: Record<string, string>) => ({ ...headers, 'oci-chunk-min-length': '40000' });
    rules(
      {
        path: /uploads\/$/,
        rewrite: (headers) => minimal({ ...headers, location: relative(headers.location) }),
      },
      { ...PATCHES, times: 1, rewrite: (headers) => ({ ...headers, location: relative(headers.location) }) },
    );
    const store = await fresh();
    await store.pushBlob(bytesSource(randomBytes(100_000)), { chunkSize: 10_000 });
    const ranges = proxy.seen.filter(({ method }) => method === 'PATCH').map(({ range }) => range);
    expect(ranges).toEqual(['0-39999', '40000-79999', '80000-99999']);
  });

  it('shows the warnings of the registry once', async () => {
    const warning = '299 - "this \\"mirror\\"\tends in May"';
    rules({ path: /./, rewrite: (headers) => ({ ...headers, warning }) });
    const store = await fresh();
    await push(store);
    const warnings = (store.client.ports.log as ReturnType<typeof testPorts>['log']).lines.filter((line) =>
      line.includes('mirror'),
    );
    expect(warnings).toEqual([`warning: ${proxy.host} warns: this "mirror" ends in May`]);
  });

  it('ends the upload when the run is cancelled', async () => {
    const controller = new AbortController();
    const store = await open(`acme/app${++number}`, proxy.host, PATIENT, controller.signal);
    const bytes = randomBytes(50_000);
    const source = {
      ...bytesSource(bytes),
      open: async () =>
        (async function* () {
          yield bytes.subarray(0, 1_000);
          controller.abort(new UserError('cancelled'));
          await new Promise((resolve) => setTimeout(resolve, 100));
          yield bytes.subarray(1_000);
        })(),
    };
    await expect(store.pushBlob(source)).rejects.toThrow('cancelled');
    expect(proxy.seen.at(-1)).toMatchObject({ method: 'DELETE' });
  });

  it('passes on what the source throws, and ends the upload', async () => {
    const store = await fresh();
    const source = bytesSource(randomBytes(50_000));
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    const failing = {
      ...source,
      open: async () =>
        (async function* () {
          yield Buffer.alloc(10);
          throw full;
        })(),
    };
    await expect(store.pushBlob(failing)).rejects.toBe(full);
    const short = { ...source, size: 60_000 };
    await expect(store.pushBlob(short)).rejects.toThrow(/ends after 50000 bytes, not 60000/);
    expect(proxy.seen.filter(({ method }) => method === 'DELETE')).toHaveLength(2);
  });

  it.each<[string, RegExp, Fault]>([
    ['is cut', /could not list the tags .*the connection failed/, { cutAnswer: 3 }],
    ['is a login page', /no list of tags/, { answer: { status: 200, body: '<html>' } }],
    ['is endless', /more than 16777216 bytes/, { answer: { status: 200, body: 'x'.repeat(17_000_000) } }],
  ])('says that a list of tags %s', async (_, message, fault) => {
    rules({ path: /tags\/list/, ...fault });
    const error = await (await fresh(HASTY)).tags().catch((e) => e);
    expect(error).toBeInstanceOf(RemoteError);
    expect(error.message).toMatch(message);
  });

  it('says that nothing listens', async () => {
    const error = await open('acme/x', `127.0.0.1:${await freePort()}`, HASTY).catch((e) => e);
    expect(error).toBeInstanceOf(RemoteError);
    expect(describeError(error).text).toMatch(
      /could not reach the registry .*ECONNREFUSED[\s\S]*check that the registry is up/,
    );
  });
});

const relative = (location = ''): string => location.replace(/^https?:\/\/[^/]+/, '');
