import fc from 'fast-check';
import { expect, it } from 'vitest';
import { promotionStages } from './index.ts';
import { levels, orderProblems } from './order.ts';

it('gives the environments of one depth one stage, in the order of the file', () => {
  const environments = {
    eu: { after: ['staging'] },
    dev: {},
    staging: { after: ['dev'] },
    qa: {},
    us: { after: ['staging', 'qa'] },
  };
  expect(promotionStages({ environments } as never)).toEqual([['dev', 'qa'], ['staging'], ['eu', 'us']]);
});

it('keeps every environment once, after all it comes after; the same for each order of declaration', () => {
  const graphs = fc
    .array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
    .map((lists) => lists.map((list, i) => [...new Set(list.filter((j) => j < i))]));
  fc.assert(
    fc.property(graphs, fc.func(fc.integer()), (graph, key) => {
      const entries = graph.map((after, i): [string, string[]] => [`e${i}`, after.map((j) => `e${j}`)]);
      const shuffled = [...entries].sort((a, b) => key(a[0]) - key(b[0]));
      const stages = levels(new Map(shuffled));
      expect(orderProblems(new Map(shuffled), () => true)).toEqual([]);
      expect(stages.flat().sort()).toEqual(entries.map(([name]) => name).sort());
      const at = (name: string) => stages.findIndex((stage) => stage.includes(name));
      for (const [name, after] of entries)
        for (const before of after) expect(at(before)).toBeLessThan(at(name));
      expect(stages.every((stage) => stage.length > 0)).toBe(true);
      const sets = (s: string[][]) => s.map((stage) => [...stage].sort());
      expect(sets(stages)).toEqual(sets(levels(new Map(entries))));
    }),
    { numRuns: 200 },
  );
});

it('finds a cycle in every graph that has one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(7), (size, extra) => {
      const order = new Map(
        Array.from({ length: size }, (_, i) => [
          `e${i}`,
          [`e${(i + 1) % size}`, ...(extra < size ? [] : ['x'])],
        ]),
      );
      order.set('x', []);
      const cycles = orderProblems(order, () => true).filter(({ message }) => message.includes('cycle'));
      expect(cycles).toHaveLength(1);
    }),
  );
});
