import { expect, test } from 'vitest';
import type { ImageManifest } from '../types.ts';
import { type FoundImage, ownLayers } from './own-times.ts';

/** An image with this history; a step in brackets made no layer. */
function imageWith(...steps: string[]): FoundImage {
  const history = steps.map((step) =>
    step.startsWith('[') ? { created_by: step.slice(1, -1), empty_layer: true } : { created_by: step },
  );
  const layers = steps.filter((step) => !step.startsWith('['));
  const rootfs = { type: 'layers' as const, diff_ids: layers.map(() => 'sha256:x') };
  const document = { os: 'linux', architecture: 'amd64', config: {}, rootfs, history };
  return { manifest: {} as ImageManifest, config: { bytes: Buffer.alloc(0), document } };
}

const BASE = ['ADD rootfs.tar / # debuerreotype', '[CMD ["bash"]]'];

test.each([
  [
    [...BASE, 'COPY a /a # buildkit', '[ENV A=b]', 'RUN /bin/sh -c x # buildkit'],
    ['COPY', 'ENV', 'RUN'],
    [1, 2],
  ],
  [
    ['COPY a /a # buildkit', 'WORKDIR /app'],
    ['COPY', 'WORKDIR'],
    [0, 1],
  ],
  [[...BASE, '[CMD ["x"]]'], ['CMD'], []],
  [BASE, [], []],
])('the history %j of %j: layers %j are own', (steps, instructions, own) => {
  expect(ownLayers(imageWith(...steps), instructions)).toEqual(own);
});

test.each([
  ['a step of a trigger in between', [...BASE, 'COPY a /a', 'RUN x', 'COPY b /b'], ['COPY', 'COPY']],
  ['more instructions than steps', ['COPY a /a'], ['COPY', 'COPY']],
  ['a word that only starts like it', [...BASE, 'COPYING a'], ['COPY']],
])('%s: nothing is known', (_, steps, instructions) => {
  expect(ownLayers(imageWith(...steps), instructions)).toBe(undefined);
});

test('a history that does not count the layers: nothing is known', () => {
  const image = imageWith('COPY a /a');
  const rootfs = { type: 'layers' as const, diff_ids: ['sha256:x', 'sha256:y'] };
  const document = { ...image.config.document, rootfs };
  expect(ownLayers({ ...image, config: { ...image.config, document } }, ['COPY'])).toBe(undefined);
});
