import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { UserError } from '@fairway/runtime';
import type { Header } from 'tar-stream';
import { inspectIn, type ReadOptions, storeOf } from '../inspect.ts';
import { createLayout } from '../layout.ts';
import { parseReference } from '../reference.ts';
import { copyImage, RegistryStore } from '../registry/index.ts';
import type { ImageConfig } from '../types.ts';
import { verifyBlob } from '../verify.ts';
import { type Content, readLayer } from './layer-entries.ts';
import { LayerWriter } from './layer-writer.ts';
import { LinkedTree } from './linked-tree.ts';

export interface UnpackOptions extends ReadOptions {
  readonly signal?: AbortSignal;
}

/**
 * Unpacks an image into a folder that must not exist yet (or be empty), whole or not at all: every digest
 * and size is verified first, then the layers are applied beside the folder and renamed into place.
 * Returns the config of the image. Throws UserError; nothing is left behind then.
 */
export async function unpackImage(
  reference: string,
  folder: string,
  options: UnpackOptions = {},
): Promise<ImageConfig> {
  const target = resolve(folder);
  await refuseContent(target);
  const store = await storeOf(reference, options.ports);
  if (store instanceof RegistryStore) return await pullAndUnpack(store, reference, target, options);
  const { manifest, config } = await inspectIn(store, parseReference(reference).digest, options);
  // All of them before the first file is written: a damaged image is told by its blob, not by a strange tar.
  for (const layer of manifest.layers) await verifyBlob(store, layer);
  await mkdir(dirname(target), { recursive: true });
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  await mkdir(temporary, { mode: 0o755 });
  try {
    const tree = new LinkedTree(temporary);
    for (const [i, layer] of manifest.layers.entries()) {
      const writer = new LayerWriter(tree);
      const diffId = config.rootfs.diff_ids[i] ?? '';
      const add = (header: Header, content: Content) => writer.add(header, content);
      await readLayer(store, layer, diffId, add, options.signal);
    }
    await tree.tieLinks();
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  return config;
}

/** Pulled into a layout beside the target first, so that every byte comes over the line once. */
async function pullAndUnpack(
  registry: RegistryStore,
  reference: string,
  target: string,
  options: UnpackOptions,
): Promise<ImageConfig> {
  const { digest } = parseReference(reference);
  const { manifestDigest } = await inspectIn(registry, digest, options);
  const layout = `${target}.${randomBytes(6).toString('hex')}.pull`;
  try {
    const store = await createLayout(layout);
    await copyImage(registry, store, manifestDigest);
    return await unpackImage(store.reference(manifestDigest), target, options);
  } finally {
    await rm(layout, { recursive: true, force: true });
  }
}

async function refuseContent(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length) {
    throw new UserError(`${folder} is not empty`, {
      mend: 'unpack the image into a folder that is not there yet',
    });
  }
}
