/**
 * Attests an image with a program of so many MB, in a process of its own. Prints what it found and the
 * highest memory (MB) as JSON. Arguments: folder, MB.
 */
import { pipeline } from 'node:stream/promises';
import { createLayout, type Descriptor } from '@fairway/image';
import { attestImage } from '@fairway/image/attest';
import { pack } from 'tar-stream';
import { npmPackage, portsOf } from '../../../packages/image/attest/testing.ts';
import { put } from '../../registry/support/images.ts';

const [folder = '', megabytes = '64'] = process.argv.slice(2);
const MB = 1024 * 1024;

const store = await createLayout(folder);
const tar = pack();
const writing = store.write(tar as unknown as AsyncIterable<Uint8Array>);
const program = tar.entry({ name: 'usr/bin/large', size: Number(megabytes) * MB, mode: 0o755 });
await pipeline(async function* () {
  yield Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(MB - 4, 0x2a)]);
  // Always the same memory, so that what is measured is not this.
  const same = Buffer.alloc(MB, 0x2a);
  for (let i = 1; i < Number(megabytes); i++) yield same;
}, program);
const { name, content } = npmPackage('after');
tar.entry({ name }, content ?? '');
tar.finalize();
const layer = await writing;

const type = 'application/vnd.oci.image';
const config = await put(store, `${type}.config.v1+json`, {
  os: 'linux',
  architecture: 'amd64',
  config: {},
  rootfs: { type: 'layers', diff_ids: [layer.digest] },
});
const layers: Descriptor[] = [{ mediaType: `${type}.layer.v1.tar`, digest: layer.digest, size: layer.size }];
const manifest = { schemaVersion: 2, mediaType: `${type}.manifest.v1+json`, config, layers };
const { digest } = await put(store, manifest.mediaType, manifest);
const start = performance.now();
const [result] = await attestImage(
  store,
  digest,
  { sbom: ['cyclonedx'], provenance: 'none', name: 'large', build: { builder: 'x', revision: 'x' } },
  portsOf(),
);
process.stdout.write(
  JSON.stringify({
    components: result?.components,
    ms: Math.round(performance.now() - start),
    // maxRSS is in kB.
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
