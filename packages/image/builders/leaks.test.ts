import { memoryLog } from '@fairway/runtime';
import { expect, test } from 'vitest';
import { openLayout } from '../layout.ts';
import { parseReference } from '../reference.ts';
import { folder, IDENTITY, imageOf, section } from '../testing.ts';
import type { ImageConfig, ImageManifest, ImageStore } from '../types.ts';
import { readBlob } from '../verify.ts';
import { needlesOf, refuseLeaks } from './leaks.ts';

const SECRET = 'correct-horse-battery';

function needles(value: string, log = memoryLog()) {
  const request = {
    context: folder(),
    build: section({ secrets: ['npm'] }),
    identity: IDENTITY,
    store: {} as ImageStore,
    secrets: { npm: value },
  };
  return { found: needlesOf(request, log), lines: log.lines };
}

/** What is said of an image with this file; undefined when nothing is found in it. */
async function verdict(content: string, value = SECRET): Promise<string | undefined> {
  const reference = parseReference(
    await imageOf([
      [
        { name: 'app/first', content: 'x' },
        { name: 'app/file', content },
      ],
    ]),
  );
  if (reference.kind !== 'layout') throw new Error('not a layout');
  const store = await openLayout(reference.folder);
  const manifest: ImageManifest = JSON.parse((await readBlob(store, reference)).toString());
  const bytes = await readBlob(store, manifest.config);
  const document: ImageConfig = JSON.parse(bytes.toString());
  const signal = new AbortController().signal;
  try {
    await refuseLeaks(store, manifest, { bytes, document }, needles(value).found, signal);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

test('a value is found wherever it lies, also across the chunks of a stream', async () => {
  for (let at = 16_384 - 1_600; at <= 16_384 + 8; at += 67) {
    const content = `${'.'.repeat(at)}${SECRET}${'.'.repeat(40_000)}`;
    expect(await verdict(content), `at ${at}`).toBe(
      'the build secret "npm" is in the image, in the file /app/file',
    );
  }
});

test('a value is looked for without the white space around it, and byte by byte', async () => {
  expect(await verdict(`key=${SECRET};`, `\n${SECRET}\n`)).toContain('/app/file');
  expect(await verdict('a\u00e9\u20ac-and-more', '\u00e9\u20ac-and-more')).toContain('/app/file');
  expect(await verdict(SECRET.toUpperCase())).toBe(undefined);
  expect(await verdict(SECRET.slice(1))).toBe(undefined);
});

test('a short value is not looked for, and the log says so', () => {
  expect(needles('1234567')).toEqual({
    found: [],
    lines: ['The secret "npm" is too short to be looked for in the image.'],
  });
  expect(needles('12345678')).toMatchObject({ found: [{ id: 'npm' }], lines: [] });
});
