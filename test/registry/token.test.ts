import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesSource, type Credentials, copyImage, openRegistry } from '@fairway/image/registry';
import { type RetryPolicy, UserError } from '@fairway/runtime';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { haveRegistry, makeCertificate, startRegistry, type TestRegistry } from '../support/registry.ts';
import { type TestImage, testImage } from './support/images.ts';
import { HASTY, PATIENT, testPorts } from './support/ports.ts';
import { startTokenServer, type TokenServer } from './support/token-server.ts';

const ALICE: Credentials = { username: 'alice', password: 'pass:word with ümlaut' };

lane('registry', haveRegistry, () => {
  let folder: string;
  let tokens: TokenServer;
  let registry: TestRegistry;
  let image: TestImage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-token-'));
    await makeCertificate(folder);
    tokens = await startTokenServer(folder, 'test registry', 'test issuer');
    const bundle = join(folder, 'ca.pem');
    registry = await startRegistry({
      token: { realm: tokens.realm, service: 'test registry', issuer: 'test issuer', bundle },
    });
    image = await testImage(['amd64'], [50_000, 60_000, 70_000]);
  });
  afterAll(async () => {
    await registry?.stop();
    await tokens?.stop();
    await image?.remove();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    tokens.asks.length = 0;
    tokens.behaviour = {};
  });
  const open = (name: string, credentials?: Credentials, retry: RetryPolicy = PATIENT) => {
    const repository = `${registry.host}/${name}`;
    return openRegistry({
      repository,
      ports: testPorts(),
      retry,
      ...(credentials ? { credentials } : {}),
    });
  };

  it('gets one token for parallel blobs and masks it', async () => {
    tokens.behaviour = { expiresIn: 300, field: 'access_token' };
    const store = await open('acme/app', ALICE);
    await copyImage(image.store, store, image.digest, { tags: ['1'] });
    expect(tokens.asks.map(({ scopes }) => scopes)).toEqual([
      ['repository:acme/app:pull'],
      ['repository:acme/app:pull,push'],
    ]);
    expect((store.client.ports as ReturnType<typeof testPorts>).masked).toHaveLength(3);
  });

  it('asks for the source too when it mounts, and goes on without when that is refused', async () => {
    const grant = (_: string | undefined, asked: string[], name: string) =>
      name === 'acme/app' ? [] : asked;
    await copyImage(image.store, await open('acme/app', ALICE), image.digest);
    const copied = await copyImage(await open('acme/app', ALICE), await open('acme/to', ALICE), image.digest);
    expect(copied.blobs.mounted).toBe(5);
    expect(tokens.asks.some(({ scopes }) => scopes.length === 2)).toBe(true);
    const source = bytesSource(Buffer.from('mounted or not'));
    await (await open('acme/app', ALICE)).pushBlob(source);
    tokens.behaviour = { grant };
    const other = await open('acme/other', ALICE);
    expect(await other.pushBlob(source, { mountFrom: 'acme/app' })).toBe('sent');
  });

  it('renews a token before it expires', async () => {
    tokens.behaviour = { expiresIn: 1, life: 1 };
    const store = await open('acme/short', ALICE);
    await store.pushBlob(bytesSource(randomBytes(100)));
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const before = tokens.asks.length;
    await store.pushBlob(bytesSource(randomBytes(100)));
    expect(tokens.asks.length).toBeGreaterThan(before);
  });

  it('goes on when the registry refuses a token in the middle of an upload', async () => {
    // The server says five minutes, the registry takes it for two seconds.
    tokens.behaviour = { expiresIn: 300, life: 2 };
    const store = await open('acme/expiring', ALICE);
    const bytes = randomBytes(300_000);
    const source = bytesSource(bytes);
    const slow = {
      ...source,
      open: async (offset: number) =>
        (async function* () {
          for (let at = offset; at < bytes.length; at += 50_000) {
            await new Promise((resolve) => setTimeout(resolve, 500));
            yield bytes.subarray(at, at + 50_000);
          }
        })(),
    };
    expect(await store.pushBlob(slow, { chunkSize: 100_000 })).toBe('sent');
    expect(tokens.asks.filter(({ scopes }) => scopes[0]?.includes('push')).length).toBeGreaterThan(1);
    expect(await store.hasBlob(source.digest)).toBe(true);
  });

  it('uses an identity token', async () => {
    const store = await open('acme/identity', { identityToken: 'identity-of-alice' });
    await store.pushBlob(bytesSource(randomBytes(10)));
    expect(tokens.asks[0]).toMatchObject({ method: 'POST' });
    expect(Object.fromEntries(tokens.asks[0]?.form ?? [])).toMatchObject({
      grant_type: 'refresh_token',
      service: 'test registry',
    });
    const wrong = await open('acme/identity', { identityToken: 'of-nobody' });
    await expect(wrong.tags()).rejects.toThrow('refuses the credentials of the identity token');
  });

  it('tells wrong credentials, missing rights and missing credentials apart', async () => {
    const wrong = await open('acme/app', { username: 'alice', password: 'wrong-one' });
    await expect(wrong.tags()).rejects.toThrow('refuses the credentials of user "alice"');
    tokens.behaviour = { grant: (_, asked) => asked.filter((action) => action === 'pull') };
    const reader = await open('acme/readonly', ALICE);
    expect(await reader.tags()).toEqual([]);
    const error = await copyImage(image.store, reader, image.digest, { tags: ['1'] }).catch((e) => e);
    expect(error).toBeInstanceOf(UserError);
    expect(`${error.message} ${error.mend}`).toMatch(
      /refuses the credentials of user "alice".* lack a right/,
    );
    expect(await reader.tags()).toEqual([]);
    await expect((await open('acme/app')).pushBlob(bytesSource(randomBytes(5)))).rejects.toThrow(
      /there are none/,
    );
  });

  it('says that the token server fails', async () => {
    tokens.behaviour = { status: 503 };
    const error = await (await open('acme/app', ALICE, HASTY)).tags().catch((e) => e);
    expect(error).toMatchObject({ status: 503, where: tokens.realm });
    expect(error.message).toMatch(/could not get a token for 127\.0\.0\.1:.*HTTP 503/);
    expect(tokens.asks.length).toBeGreaterThan(3);
  });
});
