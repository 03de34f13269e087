import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { InternalError } from '@fairway/runtime';
import { extract } from 'tar-stream';
import { createLayout } from '../layout.ts';
import { type Descriptor, type ImageStore, MEDIA_TYPES } from '../types.ts';

/**
 * Makes an OCI layout with one image of what `docker image save` wrote. The layers are compressed here, with
 * a fixed level; the config, and with it the image's id, stays as the engine made it.
 */
export async function layoutOfSaved(archive: string, work: string, layout: string): Promise<void> {
  const links = await unpack(archive, work);
  const open = (name: string) => createReadStream(join(work, links.get(name) ?? name));
  const [image, ...others] = JSON.parse(await readFile(join(work, 'manifest.json'), 'utf8'));
  if (!image || others.length) throw new InternalError('the engine saved not exactly one image');
  const store = await createLayout(layout);
  const config = await put(store, MEDIA_TYPES.config, open(image.Config));
  const layers: Descriptor[] = [];
  for (const name of image.Layers) {
    layers.push(await put(store, MEDIA_TYPES.layerGzip, open(name).pipe(createGzip({ level: 6 }))));
  }
  const manifest = { schemaVersion: 2, mediaType: MEDIA_TYPES.manifest, config, layers };
  const bytes = Buffer.from(JSON.stringify(manifest));
  await store.tag('saved', await put(store, MEDIA_TYPES.manifest, [bytes]));
}

async function put(
  store: ImageStore,
  mediaType: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Descriptor> {
  const { digest, size } = await store.write(
    (async function* () {
      yield* content;
    })(),
  );
  return { mediaType, digest, size };
}

/** Older engines write a layer once and link to it: returns where the links lead. */
async function unpack(archive: string, folder: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  const entries = extract();
  const reading = pipeline(createReadStream(archive), entries);
  for await (const entry of entries) {
    const name = posix.normalize(entry.header.name);
    if (name.startsWith('/') || name.startsWith('..')) throw new InternalError(`${name} leaves the archive`);
    if (entry.header.type === 'symlink') {
      links.set(name, posix.join(posix.dirname(name), entry.header.linkname ?? ''));
    }
    if (entry.header.type === 'file') {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await pipeline(entry, createWriteStream(join(folder, name), { mode: 0o600 }));
    } else entry.resume();
  }
  await reading;
  return links;
}
