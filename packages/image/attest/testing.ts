import { gzipSync } from 'node:zlib';
import {
  context,
  memoryLog,
  type Ports,
  Summary,
  systemClock,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';
import { createLayout } from '../layout.ts';
import { parsePlatform } from '../platform.ts';
import { sha256, type TarEntry, tarBytes } from '../testing.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES } from '../types.ts';

export type TestPorts = Ports & { log: ReturnType<typeof memoryLog> };

/** The real ports in a job with these variables; the log is kept. */
export function portsOf(env: NodeJS.ProcessEnv = {}): TestPorts {
  return {
    context: context(env),
    exec: systemExec,
    http: systemHttp(systemClock),
    clock: systemClock,
    log: memoryLog(),
    files: systemFiles,
    summary: new Summary(),
    signal: new AbortController().signal,
    mask: () => undefined,
    github: () => undefined,
    state: { get: () => undefined, set: () => undefined },
  };
}

export const npmPackage = (name: string, version = '1.0.0', at = 'app'): TarEntry => ({
  name: `${at}/node_modules/${name}/package.json`,
  content: JSON.stringify({ name, version }),
});

/** An image of one layer for each platform, tagged 1.0.0; an index when there are several. */
export async function imageIn(
  folder: string,
  platforms: Readonly<Record<string, readonly TarEntry[]>>,
): Promise<{ store: ImageStore; layout: string; digest: string }> {
  const store = await createLayout(folder);
  const images: Descriptor[] = [];
  for (const [name, entries] of Object.entries(platforms)) {
    // Without a time of its own an entry gets the present one: the digest would change by the second.
    const tar = await tarBytes(entries.map((entry) => ({ mtime: new Date(0), ...entry })));
    const layer = await put(store, MEDIA_TYPES.layerGzip, gzipSync(tar));
    const platform = parsePlatform(name);
    const config = await put(store, MEDIA_TYPES.config, {
      ...platform,
      created: '2023-11-14T22:13:20Z',
      config: { Entrypoint: ['x'] },
      rootfs: { type: 'layers', diff_ids: [sha256(tar)] },
    });
    const mediaType = MEDIA_TYPES.manifest;
    const manifest = { schemaVersion: 2, mediaType, config, layers: [layer] };
    images.push({ ...(await put(store, mediaType, manifest)), platform });
  }
  const [first] = images;
  const index = { schemaVersion: 2, mediaType: MEDIA_TYPES.index, manifests: images };
  const top = images.length === 1 && first ? first : await put(store, MEDIA_TYPES.index, index);
  await store.tag('1.0.0', top);
  return { store, layout: folder, digest: top.digest };
}

async function put(store: ImageStore, mediaType: string, content: Buffer | object): Promise<Descriptor> {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const { digest, size } = await store.write(
    (async function* () {
      yield bytes;
    })(),
  );
  return { mediaType, digest, size };
}
