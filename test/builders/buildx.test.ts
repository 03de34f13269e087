import { generateKeyPairSync } from 'node:crypto';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BUILDERS } from '../../packages/image/builders/index.ts';
import { createLayout } from '../../packages/image/layout.ts';
import { hasEngine, startEngine, type TestEngine } from '../support/docker.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, startRegistry, type TestRegistry } from '../support/registry.ts';
import { conformance } from './conformance.ts';
import { dockerfileConformance } from './dockerfile-conformance.ts';
import { copyWhole, everyByte, rawManifest, tagsOf } from './image-check.ts';
import { contextWith, DOCKERFILE, run, scene, withoutNetwork } from './scene.ts';

const builder = BUILDERS.buildx;
const section = { builder: 'buildx', dockerfile: 'Dockerfile' };
const files = { Dockerfile: withoutNetwork(DOCKERFILE) };
const wrong = { section: { builder: 'buildx', target: 'nowhere' }, says: 'no stage "nowhere"' };

lane('docker', hasEngine, () => {
  let engine: TestEngine;
  const env: Record<string, string> = {};
  beforeAll(async () => {
    engine = await startEngine();
    Object.assign(env, engine.env);
  });
  afterAll(() => engine?.stop());

  const subject = { builder, scene: () => scene(env), files, section, adapt: withoutNetwork };
  const forget = () => void engine.docker('buildx', 'prune', '--all', '--force');
  conformance({ ...subject, wrong, platforms: 'many', reproducible: true, forget });
  dockerfileConformance(subject);

  test('the engine runs the image that was built', async () => {
    const one = scene(env);
    await builder.build(await one.request(contextWith(files), section), one.ports);
    const archive = join(contextWith({}), 'image.tar');
    copyWhole(one.layout, '1.0.0', `oci-archive:${archive}:docker.io/library/shop:1.0.0`);
    engine.docker('load', '--input', archive);
    expect(engine.docker('run', '--rm', '--network', 'none', 'shop:1.0.0')).toBe('hello');
    engine.docker('image', 'rm', 'shop:1.0.0');
  });

  test('the layers of a base image stay as they are, and the own ones are reproducible', async () => {
    const base = scene(env);
    const built = await builder.build(await base.request(contextWith(files), section), base.ports);
    const one = scene(env);
    const context = contextWith({ Dockerfile: 'FROM base\nCOPY greeting /more\n' });
    const source = `oci-layout://${base.layout}@${built.digest}`;
    const request = await one.request(context, { ...section, contexts: { base: source } });
    // An older commit on a newer base: rewriting the base's times would change its layers.
    const older = { ...request, identity: { ...request.identity, created: 1_600_000_000 } };
    const first = await builder.build(older, one.ports);
    const digests = rawManifest(one.layout, '1.0.0').layers?.map((layer) => layer.digest);
    expect(digests?.slice(0, -1)).toEqual(built.layers.map((layer) => layer.digest));
    // The own layer does not depend on when its file was made.
    const two = scene(env);
    utimesSync(join(context, 'greeting'), 1_800_000_000, 1_800_000_000);
    forget();
    const again = await builder.build({ ...older, store: await createLayout(two.layout) }, two.ports);
    expect(again.digest).toBe(first.digest);
    expect(everyByte(two.layout)).toContain('from the context');
    copyWhole(two.layout, '1.0.0', `dir:${join(context, 'copy')}`);
  });

  test('a platform that the base lacks is a CommandError that says so', async () => {
    const base = scene(env);
    const several = { ...section, target: 'tools', platforms: ['linux/amd64', 'linux/arm64'] };
    const { digest } = await builder.build(await base.request(contextWith(files), several), base.ports);
    const contexts = { base: `oci-layout://${base.layout}@${digest}` };
    const one = scene(env);
    const context = contextWith({ Dockerfile: 'FROM base\nCOPY greeting /more\n' });
    const request = await one.request(context, { ...section, contexts, platforms: ['linux/s390x'] });
    await expect(builder.build(request, one.ports)).rejects.toMatchObject({
      name: 'CommandError',
      mend: expect.stringContaining('lacks a platform'),
    });
    expect(tagsOf(one.layout)).toEqual([]);
  });

  test('an SSH key is mounted, and is not in the image', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const probe = run('test -S "$SSH_AUTH_SOCK" && echo mounted > /ssh', '--network=none --mount=type=ssh ');
    const dockerfile = `FROM scratch\nCOPY busybox /bin/busybox\n${probe}\n`;
    const context = contextWith({ Dockerfile: dockerfile, '.dockerignore': 'key\n' });
    writeFileSync(join(context, 'key'), pem, { mode: 0o600 });
    const one = scene(env);
    await builder.build(await one.request(context, { ...section, ssh: ['default=key'] }), one.ports);
    expect(everyByte(one.layout)).toContain('mounted\n');
    expect(everyByte(one.layout)).not.toContain(pem.split('\n')[3]);
  });

  test('layers are cached in a folder, and taken from it', async () => {
    const cache = join(contextWith({}), 'cache');
    const context = contextWith(files);
    const [one, two] = [scene(env), scene(env)];
    const to = { ...section, 'cache-to': [`type=local,dest=${cache},mode=max`] };
    const first = await builder.build(await one.request(context, to), one.ports);
    expect(existsSync(join(cache, 'index.json'))).toBe(true);
    forget();
    const from = { ...section, 'cache-from': [`type=local,src=${cache}`] };
    const second = await builder.build(await two.request(context, from), two.ports);
    expect(two.log.join('\n')).toMatch(/importing cache manifest from local/);
    expect(two.log.join('\n')).toContain('CACHED');
    expect(second.digest).toBe(first.digest);
  });

  test('no name of a build stays in the engine', () => {
    expect(engine.docker('image', 'ls', '--quiet')).toBe('');
  });
});

lane('docker, with the older image store', hasEngine, () => {
  let engine: TestEngine;
  const env: Record<string, string> = {};
  beforeAll(async () => {
    engine = await startEngine({ containerdStore: false });
    Object.assign(env, engine.env);
  });
  afterAll(() => engine?.stop());

  const subject = { builder, scene: () => scene(env), files, section };
  const forget = () => void engine.docker('buildx', 'prune', '--all', '--force');
  conformance({ ...subject, wrong, platforms: 'one', reproducible: true, forget });

  test('several platforms are refused with what helps', async () => {
    const one = scene(env);
    const raw = { ...section, target: 'tools', platforms: ['linux/amd64', 'linux/arm64'] };
    const failed = builder.build(await one.request(contextWith(files), raw), one.ports);
    await expect(failed).rejects.toThrow('one platform at a time');
    expect(tagsOf(one.layout)).toEqual([]);
  });

  test('no name of a build stays in the engine', () => {
    expect(engine.docker('image', 'ls', '--format', '{{.Repository}}')).not.toContain('fairway-build');
  });
});

lane('docker and registry', hasEngine && haveRegistry, () => {
  let engine: TestEngine;
  let registry: TestRegistry;
  beforeAll(async () => {
    [engine, registry] = await Promise.all([startEngine(), startRegistry()]);
  });
  afterAll(() => Promise.all([engine?.stop(), registry?.stop()]));

  const build = async (context: string, raw: object) => {
    const one = scene(engine.env);
    const image = await builder.build(await one.request(context, { ...section, ...raw }), one.ports);
    return { ...one, image, log: one.log.join('\n') };
  };

  test('layers are cached in a registry, and inline in the image that was pushed', async () => {
    const context = contextWith(files);
    const cache = `type=registry,ref=${registry.host}/cache`;
    const first = await build(context, { 'cache-to': [`${cache},mode=max`, 'type=inline'] });
    copyWhole(first.layout, '1.0.0', `docker://${registry.host}/shop:1.0.0`);
    for (const from of [cache, `${registry.host}/shop:1.0.0`]) {
      engine.docker('buildx', 'prune', '--all', '--force');
      const { log } = await build(context, { 'cache-from': [from] });
      expect(log, from).toContain('importing cache manifest from');
      expect(log, from).toContain('CACHED');
    }
  });
});
