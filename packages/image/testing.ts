import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { onTestFinished } from 'vitest';
import type { ImageBuild } from './kinds.ts';
import { imageBuildKind } from './kinds.ts';
import { createLayout } from './layout.ts';
import { MEDIA_TYPES } from './types.ts';

/** A folder of its own for one test. */
export function folder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'fairway-image-')));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function write(root: string, files: Record<string, string>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
  return root;
}

/** A build section as fairway.yml would give it. */
export function section(raw: object): ImageBuild {
  const problems: string[] = [];
  const read = imageBuildKind.read(raw, [], ({ message }) => problems.push(message));
  if (!read) throw new Error(problems.join('\n'));
  return read;
}

export const IDENTITY = {
  title: 'shop',
  version: '1.0.0',
  revision: 'a'.repeat(40),
  created: 1_700_000_000,
  source: 'https://github.com/acme/shop',
};

export interface TarEntry extends Partial<Header> {
  name: string;
  content?: string | Buffer;
}

export async function tarBytes(entries: readonly TarEntry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) {
    if (content === undefined) tar.entry(header as TarEntry).end(null);
    else tar.entry(header as TarEntry, content);
  }
  tar.finalize();
  return await buffer(tar as unknown as AsyncIterable<Uint8Array>);
}

export const sha256 = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** An image of given layers, written by hand: what no builder of ours would write. Bytes are stored as they are. */
export async function imageOf(
  layers: readonly (readonly TarEntry[] | Buffer)[],
  diffIds?: readonly string[],
): Promise<string> {
  const store = await createLayout(join(folder(), 'layout'));
  const put = (bytes: Uint8Array) =>
    store.write(
      (async function* () {
        yield bytes;
      })(),
    );
  const json = (value: unknown) => put(Buffer.from(JSON.stringify(value)));
  const blobs = [];
  const ids: string[] = [];
  for (const layer of layers) {
    const tar = Buffer.isBuffer(layer) ? layer : await tarBytes(layer);
    ids.push(sha256(tar));
    blobs.push({
      mediaType: MEDIA_TYPES.layerGzip,
      ...(await put(Buffer.isBuffer(layer) ? layer : gzipSync(tar))),
    });
  }
  const config = await json({
    os: 'linux',
    architecture: 'amd64',
    config: { Entrypoint: ['x'] },
    rootfs: { type: 'layers', diff_ids: diffIds ?? ids },
  });
  const manifest = await json({
    schemaVersion: 2,
    mediaType: MEDIA_TYPES.manifest,
    config: { mediaType: MEDIA_TYPES.config, ...config },
    layers: blobs,
  });
  return store.reference(manifest.digest);
}
