/**
 * Assembles the file `large` of a context into a layout and pushes the image into a registry, in a process
 * of its own. Prints times and the highest memory as JSON. Arguments: context, layout, repository.
 */
import { assembleImage, createLayout } from '@fairway/image';
import { copyImage, openRegistry } from '@fairway/image/registry';
import { imageBuildKind } from '../../../packages/image/kinds.ts';
import { testPorts } from '../../registry/support/ports.ts';

const [context = '', layout = '', repository = ''] = process.argv.slice(2);
const build = imageBuildKind.read({ files: ['large'] }, [], ({ message }) => {
  throw new Error(message);
});
if (!build) throw new Error('no build section');
const identity = { title: 'large', version: '1', revision: 'a'.repeat(40), created: 1_700_000_000 };

async function timed<T>(work: () => Promise<T>): Promise<[T, { ms: number; peakMb: number }]> {
  const start = performance.now();
  const result = await work();
  const ms = Math.round(performance.now() - start);
  // maxRSS is in kB, the highest so far.
  return [result, { ms, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }];
}

const store = await createLayout(layout);
const [image, assembled] = await timed(() => assembleImage(context, build, identity, store));
const registry = await openRegistry({ repository, ports: testPorts() });
const [, pushed] = await timed(() => copyImage(store, registry, image.digest, { tags: ['1'] }));
process.stdout.write(JSON.stringify({ digest: image.digest, size: image.size, assembled, pushed }));
