import { describe, expect, it } from 'vitest';
import { start } from './machine.ts';
import { faithful, plan } from './testing.ts';

describe('next', () => {
  it('walks the steps of a staged plan to promotion', () => {
    const { trail, machine, now } = faithful(start(plan(), 0));
    const bake = ['wait', 'measure final'];
    expect(trail).toEqual(['stage', 'shift 5', ...bake, 'shift 25', ...bake, 'promote']);
    expect(machine).toMatchObject({ phase: 'promoted', weight: 100 });
    expect(now).toBe(300);
  });
});
