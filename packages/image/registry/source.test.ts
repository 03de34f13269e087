import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource, Cursor } from './source.ts';

async function read(part: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const each of part) parts.push(each);
  return Buffer.concat(parts);
}

describe('Cursor', () => {
  it('hands out any parts in any order', async () => {
    const bytes = Buffer.from(Array.from({ length: 100 }, (_, i) => i));
    const part = fc.tuple(fc.nat(99), fc.nat(99));
    await fc.assert(
      fc.asyncProperty(fc.array(part), fc.integer({ min: 1, max: 40 }), async (parts, step) => {
        const cursor = new Cursor({
          ...bytesSource(bytes),
          async open(offset) {
            return (async function* () {
              for (let i = offset; i < 100; i += step) yield bytes.subarray(i, i + step);
            })();
          },
        });
        for (const [offset, wanted] of parts) {
          const length = Math.min(wanted, 100 - offset);
          expect(await read(cursor.take(offset, length))).toEqual(bytes.subarray(offset, offset + length));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is opened once for parts that follow each other, and again after one that was left', async () => {
    const opened: number[] = [];
    const source = bytesSource(Buffer.alloc(100));
    const cursor = new Cursor({
      ...source,
      open: (offset) => {
        opened.push(offset);
        return source.open(offset);
      },
    });
    await read(cursor.take(0, 30));
    await read(cursor.take(30, 30));
    for await (const _ of cursor.take(60, 30)) break;
    await read(cursor.take(60, 40));
    expect(opened).toEqual([0, 60]);
  });
});
