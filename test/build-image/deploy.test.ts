import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectImage, unpackImage } from '@fairway/image';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFaultProxy } from '../registry/support/fault-proxy.ts';
import { lane } from '../support/lanes.ts';
import { haveRegistry, startRegistry, type TestRegistry } from '../support/registry.ts';
import { act, folder, portsOf, shop } from './support.ts';

lane('registry', haveRegistry, () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  });
  afterAll(() => registry.stop());

  test('what was pushed is unpacked from the registry, for this machine, and nothing stays behind', async () => {
    const image = `{ repository: "${registry.host}/acme/app", build: { files: [src], platforms: [linux/amd64, linux/arm64] } }`;
    const { outputs } = await act({ workspace: shop(image) });
    const ports = portsOf();
    const where = folder();
    const config = await unpackImage(outputs?.image ?? '', join(where, 'app'), { ports });
    expect(readFileSync(join(where, 'app/app/src/main.js'), 'utf8')).toContain('hello');
    expect(config.os).toBe('linux');
    expect(readdirSync(where)).toEqual(['app']);
    expect(await inspectImage(outputs?.image ?? '', { ports })).toMatchObject({ digest: outputs?.digest });
    await expect(inspectImage(outputs?.image ?? '')).rejects.toThrow('cannot be reached from here');
  });

  test('a damaged layer, or no such image, leaves nothing', async () => {
    const proxy = await startFaultProxy(registry.port);
    const image = `{ repository: "${proxy.host}/acme/bad", build: { files: [src] } }`;
    const { outputs } = await act({ workspace: shop(image) });
    proxy.rules.push({ method: 'GET', path: /blobs/, corruptAnswer: true });
    const where = folder();
    const target = join(where, 'app');
    await expect(unpackImage(outputs?.image ?? '', target, { ports: portsOf() })).rejects.toThrow(
      /digest|content/,
    );
    const none = outputs?.image?.replace(/[0-9a-f]{64}$/, '0'.repeat(64)) ?? '';
    await expect(unpackImage(none, target, { ports: portsOf() })).rejects.toThrow('has no sha256:0000');
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(where)).toEqual([]);
    await proxy.stop();
  });
});
