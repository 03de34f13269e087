import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { assembleImage, createLayout, inspectImage, resolveBase } from '@fairway/image';
import { copyImage, openRegistry } from '@fairway/image/registry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folder, IDENTITY, section, write } from '../../packages/image/testing.ts';
import { startFaultProxy } from '../registry/support/fault-proxy.ts';
import { HASTY, testPorts } from '../registry/support/ports.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, haveSkopeo, startRegistry, type TestRegistry } from '../support/registry.ts';
import { writeBase } from './support/base.ts';

const run = promisify(execFile);
const PLATFORMS = ['amd64', 'arm64'].map((architecture) => ({
  platform: { os: 'linux', architecture },
  layers: [[{ name: 'etc/base', type: 'file' as const, content: architecture }]],
  config: { Env: ['PATH=/bin'], Cmd: ['sh'] },
}));

lane('registry', haveRegistry && haveSkopeo, () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());

  async function pushBase(kind: 'oci' | 'docker', name: string) {
    const layout = await createLayout(join(folder(), 'base'));
    const { digest } = await writeBase(layout, '1', PLATFORMS, kind);
    const repository = `${registry.host}/${name}`;
    await copyImage(layout, await openRegistry({ repository, ports: testPorts() }), digest, { tags: ['1'] });
    return { repository, digest };
  }

  const build = (base: string, raw: object = {}) =>
    section({
      base,
      files: ['src'],
      entrypoint: ['/app/src/main'],
      platforms: ['linux/amd64', 'linux/arm64'],
      ...raw,
    });

  async function assembled(base: string, host = registry.host) {
    const ports = testPorts();
    const root = join(folder(), 'images');
    const store = await createLayout(root);
    const context = write(folder(), { 'src/main': 'main' });
    const found = await resolveBase(base.replace(registry.host, host), ports, { retry: HASTY });
    const image = await assembleImage(context, build(base), IDENTITY, store, undefined, found);
    return { image, store, root, ports };
  }

  test.each(['oci', 'docker'] as const)(
    'a base out of a registry, by tag and by digest; skopeo accepts the result (%s)',
    async (kind) => {
      const { repository, digest } = await pushBase(kind, `base/${kind}`);
      const { image, store, root, ports } = await assembled(`${repository}:1`);
      expect(ports.log.lines.join('\n')).toContain(`${repository}:1 is ${repository}@${digest} now`);
      const { manifest } = await inspectImage(image.reference);
      expect(manifest.annotations?.['org.opencontainers.image.base.name']).toBe(`${repository}:1`);
      const index = JSON.parse(readFileSync(join(root, 'blobs/sha256', image.digest.slice(7)), 'utf8'));
      expect(index.annotations['org.opencontainers.image.base.digest']).toBe(digest);
      // The same bits, with or without the tag in the name.
      const byDigest = await assembled(`${repository}:1@${digest}`);
      expect(byDigest.ports.log.lines).toEqual([]);
      expect(byDigest.image.digest).toBe(image.digest);

      const app = `${registry.host}/app/${kind}`;
      await copyImage(store, await openRegistry({ repository: app, ports }), image.digest, {
        tags: ['1.0.0'],
      });
      const remote = `docker://${app}:1.0.0`;
      for (const arch of ['amd64', 'arm64']) {
        const flags = ['--override-arch', arch, 'inspect', '--tls-verify=false'];
        const { stdout } = await run('skopeo', [...flags, '--config', remote]);
        expect(JSON.parse(stdout)).toMatchObject({
          architecture: arch,
          config: { Entrypoint: ['/app/src/main'] },
        });
      }
      // skopeo checks every digest on its way, and the diff ids when it writes Docker's own format.
      const copy = ['copy', '-q', '--all', '--src-tls-verify=false', remote, `oci:${folder()}/copy:1`];
      await run('skopeo', copy);
      const archive = `docker-archive:${folder()}/image.tar:app:1`;
      await run('skopeo', [
        '--override-arch',
        'arm64',
        'copy',
        '-q',
        '--src-tls-verify=false',
        remote,
        archive,
      ]);
    },
  );

  test('a connection that breaks in the middle of a layer is taken up', async () => {
    const { repository } = await pushBase('oci', 'base/cut');
    const proxy = await startFaultProxy(registry.port);
    try {
      proxy.rules.push({ path: /\/blobs\//, cutAnswer: 30, times: 3 });
      const { image } = await assembled(`${repository}:1`, proxy.host);
      const straight = await assembled(`${repository}:1`);
      const layers = async (reference: string) => (await inspectImage(reference)).manifest.layers;
      expect(await layers(image.reference)).toEqual(await layers(straight.image.reference));
      expect(proxy.rules[0]?.times).toBe(0);
    } finally {
      await proxy.stop();
    }
  });

  test.each([
    ['a tag that is not there', ':2', {}, 'does not exist'],
    [
      'other bytes than the digest says',
      ':1',
      { path: /\/blobs\//, corruptAnswer: true as const },
      'other content',
    ],
    ['a registry that is down', ':1', { path: /./, answer: { status: 503 } }, '503'],
  ])('%s is an error, and no image is left', async (_, tag, rule, message) => {
    const { repository } = await pushBase('oci', 'base/faults');
    const proxy = await startFaultProxy(registry.port);
    try {
      if ('path' in rule) proxy.rules.push(rule);
      const store = await createLayout(join(folder(), 'images'));
      const failure = await (async () => {
        const base = await resolveBase(
          `${repository.replace(registry.host, proxy.host)}${tag}`,
          testPorts(),
          { retry: HASTY },
        );
        const context = write(folder(), { 'src/main': 'main' });
        return await assembleImage(context, build('x:1'), IDENTITY, store, undefined, base);
      })().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect((failure as Error).message).toContain(message);
      expect(await store.list()).toEqual([]);
    } finally {
      await proxy.stop();
    }
  });
});
