import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Credentials, copyImage, openRegistry } from '@fairway/image/registry';
import { describeError, UserError } from '@fairway/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lane } from '../support/lanes.ts';
import { haveRegistry, startRegistry, type TestRegistry } from '../support/registry.ts';
import { type TestImage, testImage } from './support/images.ts';
import { HASTY, testPorts } from './support/ports.ts';

const PASSWORD = 'pass:word with ümlaut';

lane('registry', haveRegistry, () => {
  let folder: string;
  let image: TestImage;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fairway-auth-'));
    image = await testImage();
  });
  afterAll(async () => {
    await image?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  describe('Basic', () => {
    let registry: TestRegistry;
    beforeAll(async () => {
      registry = await startRegistry({ users: { alice: PASSWORD } });
    });
    afterAll(() => registry?.stop());
    const open = (credentials?: Credentials, dockerConfig?: string) => {
      const ports = testPorts(dockerConfig ? { dockerConfig } : {});
      const repository = `${registry.host}/acme/app`;
      return openRegistry({ repository, ports, retry: HASTY, ...(credentials ? { credentials } : {}) });
    };
    const config = async (name: string, content: object | string) => {
      const at = join(folder, name);
      await mkdir(at, { recursive: true });
      await writeFile(
        join(at, 'config.json'),
        typeof content === 'string' ? content : JSON.stringify(content),
      );
      return at;
    };

    it('takes credentials of inputs, masks them, and pushes', async () => {
      const store = await open({ username: 'alice', password: PASSWORD });
      await copyImage(image.store, store, image.digest, { tags: ['1'] });
      expect(await store.tags()).toEqual(['1']);
      expect((store.client.ports as ReturnType<typeof testPorts>).masked).toContain(PASSWORD);
    });

    it.each([
      [
        'wrong ones',
        { username: 'alice', password: 'not-this-one' },
        /refuses the credentials of user "alice"/,
      ],
      ['none', undefined, /needs credentials, and there are none/],
    ])('says so with %s, and pushes nothing', async (_, credentials, message) => {
      const store = await open(credentials);
      const error = await copyImage(image.store, store, image.digest, { tags: ['2'] }).catch((e) => e);
      expect(error).toBeInstanceOf(UserError);
      const { text } = describeError(error);
      expect(text).toMatch(message);
      expect(text).toMatch(/Where: http:\/\/127/);
      expect(text).toMatch(/To mend it: /);
      expect(text).not.toContain('not-this-one');
    });

    it('reads the Docker config', async () => {
      const auth = Buffer.from(`alice:${PASSWORD}`).toString('base64');
      const good = await config('good', { auths: { 'http://x': {}, [registry.host]: { auth } } });
      expect(await (await open(undefined, good)).resolve('none')).toBeUndefined();
      const https = await config('https', { auths: { [`https://${registry.host}/v2/`]: { auth } } });
      expect(await (await open(undefined, https)).resolve('none')).toBeUndefined();
      const exact = await config('exact', {
        auths: { [registry.host]: { auth: 'YTpi' }, [`${registry.host}/acme`]: { auth } },
      });
      expect(await (await open(undefined, exact)).resolve('none')).toBeUndefined();
    });

    it('says what is wrong with the Docker config, without quoting it', async () => {
      const broken = await config('broken', '{"auths": {"x": {"auth": "c2VjcmV0"');
      await expect((await open(undefined, broken)).tags()).rejects.toThrow(
        'the Docker config is not valid JSON',
      );
      const garbled = await config('garbled', { auths: { [registry.host]: { auth: 'c2VjcmV0' } } });
      const error = await (await open(undefined, garbled)).tags().catch((e) => e);
      expect(error.message).toMatch(/are not base64 of user:password/);
      expect(describeError(error).text).not.toMatch(/c2VjcmV0|secret/);
      const wrong = await config('wrong', { auths: { [registry.host]: { auth: 'YWxpY2U6eA==' } } });
      const refused = await (await open(undefined, wrong)).tags().catch((e) => e);
      expect(describeError(refused).text).toContain(join(wrong, 'config.json'));
    });

    it('asks credential helpers by argv, the server on standard input', async () => {
      const bin = join(folder, 'bin');
      await mkdir(bin);
      const helper = async (name: string, body: string) => {
        const path = join(bin, `docker-credential-${name}`);
        await writeFile(path, `#!/bin/sh\nread server\n[ "$1" = get ] || exit 3\n${body}\n`);
        await chmod(path, 0o755);
      };
      const answer = JSON.stringify({ Username: 'alice', Secret: PASSWORD });
      await helper('mine', `[ "$server" = ${registry.host} ] && echo '${answer}'`);
      await helper('empty', `echo 'credentials not found in native keychain'; exit 1`);
      await helper('broken', `echo 'the keychain is locked'; exit 1`);
      await helper('odd', `echo '${PASSWORD}'`);
      const before = process.env.PATH;
      process.env.PATH = `${bin}:${before}`;
      try {
        const using = async (content: object) => await open(undefined, await config('helper', content));
        const auth = Buffer.from(`alice:${PASSWORD}`).toString('base64');
        const auths = { [registry.host]: { auth } };
        const store = await using({ credHelpers: { [registry.host]: 'mine' } });
        expect(await store.resolve('none')).toBeUndefined();
        expect(await (await using({ credsStore: 'empty', auths })).resolve('none')).toBeUndefined();
        await expect((await using({ credsStore: 'empty' })).tags()).rejects.toThrow(/there are none/);
        await expect((await using({ credsStore: 'broken', auths })).tags()).rejects.toThrow(
          /docker-credential-broken failed: the keychain is locked/,
        );
        const odd = await (await using({ credsStore: 'odd' })).tags().catch((e) => e);
        expect(odd.message).toMatch(/did not answer with JSON/);
        expect(describeError(odd).text).not.toContain(PASSWORD);
        await expect((await using({ credsStore: 'missing' })).tags()).rejects.toThrow(
          'docker-credential-missing could not be started',
        );
        await expect((await using({ credsStore: '../x' })).tags()).rejects.toThrow(
          /not the name of a credential/,
        );
      } finally {
        process.env.PATH = before;
      }
    });
  });

  describe('TLS', () => {
    let registry: TestRegistry;
    beforeAll(async () => {
      registry = await startRegistry({ tls: true });
    });
    afterAll(() => registry?.stop());
    const open = (options: object = {}, host = registry.host) =>
      openRegistry({ repository: `${host}/acme/tls`, ports: testPorts(), retry: HASTY, ...options });

    it('trusts the authority it is given', async () => {
      for (const host of [registry.host, `localhost:${registry.port}`]) {
        const store = await open({ caFile: registry.caFile }, host);
        await copyImage(image.store, store, image.digest, { tags: ['1'] });
        expect(await store.resolve('1')).toMatchObject({ digest: image.digest });
      }
    });

    it('does not fall back to plain HTTP for a certificate that is not trusted', async () => {
      const error = await open().catch((e) => e);
      expect(error).toBeInstanceOf(UserError);
      expect(describeError(error).text).toMatch(/the certificate is not trusted[\s\S]*certificate authority/);
    });

    it('says that a file holds no certificate', async () => {
      await expect(open({ caFile: join(folder, 'none.pem') })).rejects.toThrow(/cannot be read: ENOENT/);
      await writeFile(join(folder, 'empty.pem'), 'x');
      await expect(open({ caFile: join(folder, 'empty.pem') })).rejects.toThrow(/holds no certificate/);
    });

    it('says that the registry speaks TLS, when plain HTTP was asked for', async () => {
      const store = await open({ insecure: true });
      await expect(store.tags()).rejects.toThrow(/HTTP 400 .*HTTPS server/);
    });
  });
});
