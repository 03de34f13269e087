import { expect, test } from 'vitest';
import { newest } from './outputs.ts';

test('the newest looks go into the output, as many as GitHub takes', () => {
  const look = (weight: number, size: number) => ({
    ...{ weight, at: 'x'.repeat(size), verdicts: [] },
  });
  const weights = (size: number) =>
    (JSON.parse(newest(Array.from({ length: 80 }, (_, i) => look(i, size)))) as { weight: number }[]).map(
      ({ weight }) => weight,
    );
  expect(weights(10)).toEqual(Array.from({ length: 50 }, (_, i) => 30 + i));
  expect(weights(60_000)).toEqual([76, 77, 78, 79]);
  expect(weights(300_000)).toEqual([]);
});
