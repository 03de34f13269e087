/**
 * Pushes a layer of so many MB (generated, so that nothing else is in memory) out of an OCI layout into a
 * registry and pulls it back into a second layout, in a process of its own. Prints times and the highest
 * memory as JSON. Arguments: repository, folder, MB.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { createLayout, type Descriptor } from '@fairway/image';
import { copyImage, openRegistry } from '@fairway/image/registry';
import { put } from './images.ts';
import { testPorts } from './ports.ts';

const [repository = '', folder = '', megabytes = '64'] = process.argv.slice(2);
const MB = 1024 * 1024;

/** Pseudo-random megabytes: every one differs, none compresses. */
async function* generated(count: number): AsyncIterable<Buffer> {
  const seed = Buffer.alloc(MB);
  for (let at = 0; at < MB; at += 32) {
    createHash('sha256').update(String(at)).digest().copy(seed, at);
  }
  for (let i = 0; i < count; i++) {
    // Always the same memory, so that what is measured is not this. Both readers copy before they go on.
    seed.writeUInt32LE(i, 0);
    yield seed;
  }
}

/** Highest memory so far after each step, in MB (maxRSS is in kB). */
const peaks: number[] = [];

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  const result = await work();
  peaks.push(Math.round(process.resourceUsage().maxRSS / 1024));
  return [result, Math.round(performance.now() - start)];
}

const ports = testPorts();
const local = await createLayout(join(folder, 'from'));
const [layer, writeMs] = await timed(() => local.write(generated(Number(megabytes))));
const type = 'application/vnd.oci.image';
const config = await put(local, `${type}.config.v1+json`, {
  os: 'linux',
  architecture: 'amd64',
  config: {},
  rootfs: { type: 'layers', diff_ids: [layer.digest] },
});
const layers: Descriptor[] = [{ mediaType: `${type}.layer.v1.tar`, digest: layer.digest, size: layer.size }];
const manifest = { schemaVersion: 2, mediaType: `${type}.manifest.v1+json`, config, layers };
const { digest } = await put(local, manifest.mediaType, manifest);
const [, pushMs] = await timed(async () =>
  copyImage(local, await openRegistry({ repository, ports }), digest, { tags: ['large'] }),
);
const [, streamMs] = await timed(async () =>
  (await openRegistry({ repository: `${repository}-stream`, ports })).write(generated(Number(megabytes))),
);
const back = await createLayout(join(folder, 'back'));
const [, pullMs] = await timed(async () =>
  copyImage(await openRegistry({ repository, ports }), back, digest),
);
process.stdout.write(
  JSON.stringify({
    megabytes: Number(megabytes),
    writeMs,
    pushMs,
    streamMs,
    pullMs,
    peaks,
    peakMb: peaks.at(-1),
  }),
);
