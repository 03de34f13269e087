import { expect, it } from 'vitest';
import { scoreOf } from './score.ts';

const one = (passed: boolean, group = 'all', weight = 1) => ({ metric: { group, weight }, passed });

it('is the share that passed, by group and weight', () => {
  expect(scoreOf([])).toBe(100);
  expect(scoreOf([one(true), one(true)])).toBe(100);
  expect(scoreOf([one(true), one(false)])).toBe(50);
  expect(scoreOf([one(true), one(true), one(true), one(false, 'b')])).toBe(50);
  expect(scoreOf([one(true, 'a', 3), one(false, 'b')])).toBe(75);
  expect(scoreOf([one(false, 'a', 0)])).toBe(100);
});
