import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { arch } from 'node:process';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';

export interface Busybox {
  /** What the container runs, busybox's programs by name; default: `sleep` for ever. */
  readonly cmd?: readonly string[];
  /** Path in the image to content. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Layout {
  /** An OCI layout with one image. */
  readonly folder: string;
  readonly digest: string;
}

const PROGRAMS = [
  'sh',
  'httpd',
  'sleep',
  'cat',
  'wget',
  'echo',
  'nc',
  'true',
  'false',
  'env',
  'ls',
  'date',
  'kill',
];
/** Of this machine's programs, in the words of images. */
export const architecture: string = arch === 'x64' ? 'amd64' : arch;

const KIND = 'application/vnd.oci.image';
/** The same content has the same digest, whenever it is made. */
const EPOCH = new Date(0);

/** Makes an image of Debian's static busybox: a real userland of two megabytes, and nothing is pulled. */
export async function busyboxImage(folder: string, { cmd, files = {}, env = {} }: Busybox): Promise<Layout> {
  const layer = await layerOf({ '/etc/nsswitch.conf': 'hosts: files dns\n', ...files });
  const config = {
    architecture,
    os: 'linux',
    config: {
      Cmd: cmd ?? ['sleep', '2147483647'],
      Env: Object.entries({ PATH: '/bin', ...env }).map(([name, value]) => `${name}=${value}`),
    },
    rootfs: { type: 'layers', diff_ids: [digestOf(layer)] },
  };
  const blobs = join(folder, 'blobs/sha256');
  await mkdir(blobs, { recursive: true });
  const put = async (mediaType: string, content: Buffer | object) => {
    const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
    const digest = digestOf(bytes);
    await writeFile(join(blobs, digest.slice('sha256:'.length)), bytes);
    return { mediaType, digest, size: bytes.length };
  };
  const manifest = await put(`${KIND}.manifest.v1+json`, {
    schemaVersion: 2,
    mediaType: `${KIND}.manifest.v1+json`,
    config: await put(`${KIND}.config.v1+json`, config),
    layers: [await put(`${KIND}.layer.v1.tar`, layer)],
  });
  await writeFile(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  await writeFile(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: [manifest] }));
  return { folder, digest: manifest.digest };
}

/** A server on port 8080 whose page `/` says the text. */
export function webImage(folder: string, text: string): Promise<Layout> {
  return busyboxImage(folder, {
    cmd: ['httpd', '-f', '-p', '8080', '-h', '/www'],
    files: { '/www/index.html': text },
  });
}

async function layerOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const tar = pack();
  const folders = new Set(['bin', 'tmp', 'etc']);
  for (const path of Object.keys(files)) {
    const parts = path.split('/').filter(Boolean).slice(0, -1);
    for (const [index] of parts.entries()) folders.add(parts.slice(0, index + 1).join('/'));
  }
  for (const name of folders) tar.entry({ name, type: 'directory', mode: 0o755, mtime: EPOCH });
  tar.entry({ name: 'bin/busybox', mode: 0o755, mtime: EPOCH }, await readFile('/bin/busybox'));
  for (const name of PROGRAMS)
    tar.entry({ name: `bin/${name}`, type: 'symlink', linkname: 'busybox', mtime: EPOCH });
  for (const [path, content] of Object.entries(files))
    tar.entry({ name: path.slice(1), mode: 0o755, mtime: EPOCH }, content);
  tar.finalize();
  return buffer(tar);
}

const digestOf = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
