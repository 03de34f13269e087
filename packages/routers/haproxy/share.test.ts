import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentFor, sameShare, weightsFor } from './share.ts';

const share = ({ live, candidate }: { live: number; candidate: number }) =>
  (100 * candidate) / (live + candidate);

describe('weights', () => {
  it.each([
    [0, 100, 0],
    [5, 95, 5],
    [100, 0, 100],
    [0.5, 199, 1],
    [0.4, 249, 1],
    [99.5, 1, 199],
    [12.5, 7, 1],
  ])('%s percent is %i to %i', (percent, live, candidate) => {
    expect(weightsFor(percent)).toEqual({ live, candidate });
  });

  it('are whole, in range, and near what was asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.4, max: 99.6, noNaN: true }), (percent) => {
        const weights = weightsFor(percent);
        for (const weight of [weights.live, weights.candidate]) {
          expect(Number.isInteger(weight) && weight >= 1 && weight <= 256).toBe(true);
        }
        // The smaller side is off by no more than a hundredth of itself, or a two-hundredth of all.
        const small = Math.min(percent, 100 - percent);
        expect(Math.abs(share(weights) - percent)).toBeLessThan(Math.max(0.2, small / 100));
      }),
    );
  });

  it('are found again as the percentage they were set for, to a tenth', () => {
    for (let tenths = 4; tenths <= 996; tenths++) {
      const percent = tenths / 10;
      const held = weightsFor(percent);
      // 99.6% and 0.4% apart, every tenth of a percent has weights of its own, or stands for a shorter one.
      const told = percentFor(held);
      expect(sameShare(weightsFor(told), held), `${percent}% told as ${told}%`).toBe(true);
      expect(Math.abs(told - percent), `${percent}% told as ${told}%`).toBeLessThan(0.15);
    }
    for (let percent = 1; percent <= 99; percent++) expect(percentFor(weightsFor(percent))).toBe(percent);
  });

  it('that nobody here has set are told as what they make', () => {
    expect(percentFor({ live: 7, candidate: 3 })).toBe(30);
    expect(percentFor({ live: 256, candidate: 1 })).toBe(0.3891);
    expect(percentFor({ live: 0, candidate: 1 })).toBe(100);
    expect(percentFor({ live: 3, candidate: 0 })).toBe(0);
  });

  it.each([0.1, 0.38, 99.7, 99.99])(
    'refuses %s percent, which it can only make much larger or smaller',
    (percent) => {
      expect(() => weightsFor(percent)).toThrow(`HAProxy cannot give the candidate ${percent}%`);
    },
  );

  it.each([-1, 101, Number.NaN])('refuses %s', (percent) => {
    expect(() => weightsFor(percent)).toThrow('is no weight');
  });
});
