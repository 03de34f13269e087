import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const skopeo = (...args: string[]) => execFileSync('skopeo', args, { encoding: 'utf8', stdio: 'pipe' });

export interface RawEntry {
  readonly mediaType: string;
  readonly digest: string;
  readonly platform?: { readonly os: string; readonly architecture: string };
  readonly annotations?: Record<string, string>;
}
export interface RawManifest {
  readonly mediaType: string;
  readonly annotations: Record<string, string>;
  readonly manifests?: readonly RawEntry[];
  readonly layers?: readonly RawEntry[];
}

/** The manifest or index under a tag of a layout, as a tool that is not ours reads it. */
export function rawManifest(layout: string, tag: string): RawManifest {
  return JSON.parse(skopeo('inspect', '--raw', `oci:${layout}:${tag}`));
}

export function rawConfig(layout: string, tag: string) {
  return JSON.parse(skopeo('inspect', '--config', `oci:${layout}:${tag}`));
}

/** Copies the whole image with skopeo, which compares every digest on the way. Throws when one differs. */
export function copyWhole(layout: string, tag: string, to: string): void {
  const options = ['--quiet', '--all', '--preserve-digests', '--dest-tls-verify=false'];
  skopeo('--insecure-policy', 'copy', ...options, `oci:${layout}:${tag}`, to);
}

/** Every byte of the layout that an image could hide something in, uncompressed. */
export function everyByte(layout: string): string {
  const folder = join(layout, 'blobs', 'sha256');
  return readdirSync(folder)
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
    })
    .join('\n');
}

/** The tags of a layout. */
export function tagsOf(layout: string): string[] {
  const { manifests } = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8'));
  return manifests.flatMap(
    (entry: RawEntry) => entry.annotations?.['org.opencontainers.image.ref.name'] ?? [],
  );
}
