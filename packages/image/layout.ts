import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { UserError } from '@fairway/runtime';
import { readIndex, updateIndex } from './layout-index.ts';
import { isDigest } from './reference.ts';
import type { Descriptor, ImageStore, WrittenBlob } from './types.ts';

const MARKER = '{"imageLayoutVersion":"1.0.0"}';
const DAY = 86_400_000;

/** Opens an OCI image layout for reading. UserError when the folder is none. */
export async function openLayout(folder: string): Promise<ImageStore> {
  await checkMarker(folder);
  return new OciLayout(folder);
}

/** Opens an OCI image layout for writing; makes it when the folder is missing or empty. */
export async function createLayout(folder: string): Promise<ImageStore> {
  await mkdir(join(folder, 'blobs', 'sha256'), { recursive: true });
  await mkdir(incoming(folder), { recursive: true });
  if (!existsSync(join(folder, 'index.json'))) updateIndex(folder, (manifests) => manifests);
  if (!existsSync(join(folder, 'oci-layout'))) {
    // Renamed into place like all else; two who do it at once write the same bytes.
    const temporary = join(incoming(folder), randomBytes(8).toString('hex'));
    await withFile(temporary, (file) => file.writeFile(MARKER));
    await rename(temporary, join(folder, 'oci-layout'));
  }
  await checkMarker(folder);
  await removeLeftovers(folder);
  return new OciLayout(folder);
}

class OciLayout implements ImageStore {
  readonly #folder: string;
  readonly location: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.location = `the image layout ${folder}`;
  }

  reference(digest: string): string {
    return `oci:${this.#folder}@${digest}`;
  }

  async has({ digest, size }: Pick<Descriptor, 'digest' | 'size'>): Promise<boolean> {
    const found = await stat(this.#path(digest)).catch(absent);
    return found?.size === size;
  }

  async read(digest: string): Promise<Readable> {
    const path = this.#path(digest);
    if (!(await stat(path).catch(absent))) {
      throw new UserError(`${this.location} has no blob ${digest}`, {
        where: path,
        mend: 'build the image again, or check the digest',
      });
    }
    return createReadStream(path);
  }

  async write(content: AsyncIterable<Uint8Array>): Promise<WrittenBlob> {
    const temporary = join(incoming(this.#folder), randomBytes(8).toString('hex'));
    const hash = createHash('sha256');
    let size = 0;
    try {
      await withFile(temporary, async (file) => {
        for await (const chunk of content) {
          hash.update(chunk);
          size += chunk.length;
          await file.writeFile(chunk);
        }
      });
      const digest = `sha256:${hash.digest('hex')}`;
      const path = this.#path(digest);
      // A damaged blob of the same name is replaced: otherwise no build could ever mend the layout.
      const existed = (await digestOf(path)) === digest;
      if (!existed) {
        await rename(temporary, path);
        await syncFolder(dirname(path));
      }
      return { digest, size, existed };
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async list(): Promise<readonly Descriptor[]> {
    return readIndex(this.#folder).manifests;
  }

  async tag(name: string, image: Descriptor): Promise<string | undefined> {
    let before: string | undefined;
    updateIndex(this.#folder, (manifests) => {
      before = manifests.find((entry) => entry.annotations?.[REF_NAME] === name)?.digest;
      // An image that loses its tag stays listed, so that a release can still be found by digest.
      const others = manifests.map((entry) =>
        entry.annotations?.[REF_NAME] === name ? untagged(entry) : entry,
      );
      const tagged = { ...image, annotations: { ...image.annotations, [REF_NAME]: name } };
      return withoutDoubles([...others, tagged]);
    });
    return before;
  }

  #path(digest: string): string {
    // A digest out of a manifest becomes a path: nothing but hex digits may reach the file system.
    if (!isDigest(digest)) throw new UserError(`"${digest}" is not a sha256 digest`);
    return join(this.#folder, 'blobs', 'sha256', digest.slice('sha256:'.length));
  }
}

export const REF_NAME = 'org.opencontainers.image.ref.name';

function untagged({ annotations, ...entry }: Descriptor): Descriptor {
  const others = Object.entries(annotations ?? {}).filter(([key]) => key !== REF_NAME);
  return others.length ? { ...entry, annotations: Object.fromEntries(others) } : entry;
}

/** One entry a digest and tag; an untagged one goes when the same digest has a tag. */
function withoutDoubles(manifests: readonly Descriptor[]): Descriptor[] {
  const tag = (entry: Descriptor) => entry.annotations?.[REF_NAME] ?? '';
  return manifests.filter(
    (entry, i) =>
      !manifests.some(
        (other, j) =>
          other.digest === entry.digest &&
          i !== j &&
          (tag(entry) ? tag(other) === tag(entry) && j > i : tag(other) !== '' || j > i),
      ),
  );
}

async function checkMarker(folder: string): Promise<void> {
  const path = join(folder, 'oci-layout');
  const text = await readFile(path, 'utf8').catch(absent);
  if (text !== undefined && /"imageLayoutVersion"\s*:\s*"1\.0\.0"/.test(text)) return;
  throw new UserError(
    text === undefined ? `${folder} is not an OCI image layout` : `${path} has an unknown layout version`,
    { where: path, mend: 'check the folder, or build the image again' },
  );
}

async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(incoming(folder))) {
    const path = join(incoming(folder), name);
    const found = await stat(path).catch(absent);
    // A younger one may belong to a build that runs now.
    if (found && found.mtimeMs < Date.now() - DAY) await rm(path, { force: true });
  }
}

const incoming = (folder: string): string => join(folder, '.incoming');

async function withFile(path: string, body: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await body(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function digestOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha256:${hash.digest('hex')}`;
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
