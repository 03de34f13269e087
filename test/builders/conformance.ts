import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Builder } from '../../packages/image/builders/index.ts';
import { inspectImage } from '../../packages/image/inspect.ts';
import { unpackImage } from '../../packages/image/unpack/index.ts';
import { copyWhole, rawConfig, rawManifest, tagsOf } from './image-check.ts';
import { contextWith, type Scene } from './scene.ts';

export interface Subject {
  readonly builder: Builder;
  scene(): Scene;
  /** Files of a context, and the section that makes an image of them with the text "hello" in /greeting. */
  readonly files: Record<string, string>;
  readonly section: object;
  /** A section that asks for something the context lacks. */
  readonly wrong: { readonly section: object; readonly says: string };
  /** How many platforms it builds at once. */
  readonly platforms: 'one' | 'many';
  /** The times of the files in its layers depend on the commit alone. */
  readonly reproducible: boolean;
  /** Empties the builder's cache, where it has one. */
  readonly forget?: () => void;
}

/** What every builder keeps to. */
export function conformance({
  builder,
  scene,
  files,
  section,
  wrong,
  platforms,
  reproducible,
  forget,
}: Subject): void {
  const build = async (one: Scene, context = contextWith(files), raw: object = section) =>
    await builder.build(await one.request(context, raw), one.ports);

  test('the machine has what it needs', async () => {
    expect(await builder.missing(scene().ports)).toBe(undefined);
  });

  test('the image holds what was asked for, says what it is, and another tool can read it whole', async () => {
    const one = scene();
    const image = await build(one);
    expect(image).toMatchObject({ existed: false, replaced: undefined });
    expect(image.reference).toBe(`oci:${one.layout}@${image.digest}`);
    expect(tagsOf(one.layout)).toEqual(['1.0.0']);
    const { digest, config } = await inspectImage(image.reference);
    expect(digest).toBe(image.digest);
    const identity = {
      'org.opencontainers.image.created': '2023-11-14T22:13:20Z',
      'org.opencontainers.image.revision': 'a'.repeat(40),
      'org.opencontainers.image.title': 'shop',
      'org.opencontainers.image.version': '1.0.0',
    };
    expect(config.config.Labels).toMatchObject(identity);
    const raw = rawManifest(one.layout, '1.0.0');
    expect(raw.annotations).toMatchObject(identity);
    expect(raw.mediaType).toBe('application/vnd.oci.image.manifest.v1+json');
    expect(rawConfig(one.layout, '1.0.0')).toMatchObject({ os: 'linux', architecture: 'amd64' });
    expect(image.layers.map((layer) => layer.digest)).toEqual(raw.layers?.map((layer) => layer.digest));
    const out = mkdtempSync(join(tmpdir(), 'fw-out-'));
    onTestFinished(() => rmSync(out, { recursive: true, force: true }));
    copyWhole(one.layout, '1.0.0', `dir:${out}/copy`);
    await unpackImage(image.reference, join(out, 'root'));
    expect(readFileSync(join(out, 'root/greeting'), 'utf8')).toBe('hello\n');
    expect(one.leftovers()).toEqual([]);
  });

  const sameDigest = () =>
    test('another clone and no cache give the same digest', async () => {
      const [first, second] = [scene(), scene()];
      const [here, there] = [contextWith(files), contextWith(files)];
      // A checkout makes its files after the commit; BuildKit leaves older times as they are.
      for (const name of readdirSync(there)) utimesSync(join(there, name), 1_800_000_000, 1_800_000_000);
      const one = await build(first, here);
      forget?.();
      const two = await build(second, there);
      expect(two.digest).toBe(one.digest);
      const again = await build(first, here);
      expect(again).toMatchObject({ digest: one.digest, existed: true, replaced: undefined });
    });

  const severalPlatforms = () =>
    test('several platforms make an index of just these', async () => {
      const one = scene();
      const wanted = ['linux/arm64', 'linux/amd64'];
      const image = await build(one, contextWith(files), {
        ...section,
        platforms: wanted,
        ...noRun(section),
      });
      const { manifests = [], annotations } = rawManifest(one.layout, '1.0.0');
      expect(manifests.map(({ platform }) => `${platform?.os}/${platform?.architecture}`)).toEqual(wanted);
      expect(annotations['org.opencontainers.image.version']).toBe('1.0.0');
      expect(image.digest).toMatch(/^sha256:/);
    });

  if (reproducible) sameDigest();
  if (platforms === 'many') severalPlatforms();

  test('what is wrong is a UserError; no tag, no leftovers', async () => {
    const one = scene();
    const failed = build(one, contextWith(files), wrong.section);
    await expect(failed).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(wrong.says),
    });
    expect(tagsOf(one.layout)).toEqual([]);
    expect(one.leftovers()).toEqual([]);
  });

  test('a job that is cancelled already builds nothing', async () => {
    const one = scene();
    one.cancel.abort(new Error('cancelled by SIGTERM'));
    await expect(build(one)).rejects.toThrow('cancelled by SIGTERM');
    expect(tagsOf(one.layout)).toEqual([]);
    expect(one.leftovers()).toEqual([]);
  });

  test('another image under the same version says what it replaced', async () => {
    const one = scene();
    const context = contextWith(files);
    const before = await build(one, context);
    const after = await build(one, context, { ...section, labels: { more: 'yes' } });
    expect(after.replaced).toBe(before.digest);
    expect(tagsOf(one.layout)).toEqual(['1.0.0']);
  });
}

/** A foreign platform cannot run programs here: the stage without RUN is built for it. */
const noRun = (section: object): object => ('dockerfile' in section ? { target: 'tools' } : {});
