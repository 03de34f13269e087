import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import type { InspectedImage } from '../inspect.ts';
import type { ImageStore } from '../types.ts';
import { readBlob, verifiedBytes } from '../verify.ts';

const LAYER_OPTIONS = { mode: 0o644, mtime: new Date(0) };

/**
 * Writes one image as the archive that every engine loads (`docker load`): its config and layers as they
 * are, and a list of them. Digests are verified on the way; memory does not depend on the size.
 */
export async function writeDockerArchive(
  store: ImageStore,
  { manifest }: Pick<InspectedImage, 'manifest'>,
  names: readonly string[],
  path: string,
): Promise<void> {
  const tar = pack();
  const hex = (digest: string) => digest.slice('sha256:'.length);
  const fill = async () => {
    const config = await readBlob(store, manifest.config);
    tar.entry({ ...LAYER_OPTIONS, name: `${hex(manifest.config.digest)}.json` }, config);
    const layers = new Map(manifest.layers.map((layer) => [layer.digest, layer]));
    for (const layer of layers.values()) {
      const name = `${hex(layer.digest)}.tar`;
      const entry = tar.entry({ ...LAYER_OPTIONS, name, size: layer.size });
      await pipeline(verifiedBytes(store, layer), entry);
    }
    const list = [
      {
        Config: `${hex(manifest.config.digest)}.json`,
        RepoTags: names,
        Layers: manifest.layers.map(({ digest }) => `${hex(digest)}.tar`),
      },
    ];
    tar.entry({ ...LAYER_OPTIONS, name: 'manifest.json' }, JSON.stringify(list));
    tar.finalize();
  };
  const filled = fill().catch((error: unknown) => tar.destroy(error as Error));
  await pipeline(tar, createWriteStream(path, { flags: 'wx' }));
  await filled;
}
