import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../compare.ts';
import { readContent } from './content.ts';
import { RowSum } from './row.ts';

const key = Buffer.alloc(32, 7);
const sum = (rows: readonly (readonly unknown[])[], with_ = key) => {
  const total = new RowSum(with_);
  for (const row of rows) total.add(row);
  return total.hex();
};
const value = fc.oneof(
  fc.constant(null),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.double({ noNaN: true }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }),
);
const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

test('the order of rows does not matter', () => {
  fc.assert(fc.property(rows, (table) => sum(table) === sum([...table].reverse())));
});

test('a row more, a row less, and another key do', () => {
  fc.assert(
    fc.property(rows, (table) => {
      expect(sum([...table, table[0] ?? []])).not.toBe(sum(table));
      expect(sum(table.slice(1))).not.toBe(sum(table));
      expect(sum(table, Buffer.alloc(32, 8))).not.toBe(sum(table));
    }),
  );
});

test('types and borders between values count', () => {
  const forms = [[1n], [1], ['1'], [Buffer.from('1')], [null], ['ab', 'c'], ['a', 'bc'], ['abc'], [''], []];
  expect(new Set(forms.map((row) => sum([row]))).size).toBe(forms.length);
});

test('values larger than the buffer are hashed whole', () => {
  const a = 'x'.repeat(100_000);
  expect(sum([[a, `${a}y`]])).not.toBe(sum([[a, `${a}z`]]));
  expect(sum([['small'], [a], ['small']])).toBe(sum([[a], ['small'], ['small']]));
});

async function contentOf(sql: string) {
  const database = new DatabaseSync(':memory:');
  database.exec(sql);
  return readContent(database, key, 1, new AbortController().signal);
}

test('every kind of change between dump and copy is named', async () => {
  const table = 'create table t (a, b); create table u (a);';
  const dumped = await contentOf(
    `${table} insert into t values (1, 'x'), (2, 'y'); insert into u values (1)`,
  );
  const against = async (sql: string) => differences(dumped, await contentOf(sql));
  expect(await against(`${table} insert into t values (2, 'y'), (1, 'x'); insert into u values (1)`)).toEqual(
    [],
  );
  expect(await against(`${table} insert into t values (1, 'x'), (2, 'z'); insert into u values (1)`)).toEqual(
    ['table t has other content'],
  );
  expect(await against(`${table} insert into t values (1, 'x'); insert into u values (1)`)).toEqual([
    'table t has 1 rows, 2 were dumped',
  ]);
  expect(await against('create table t (a, b); create table v (a)')).toEqual([
    'the definitions of tables or indexes differ',
    'table t has 0 rows, 2 were dumped',
    'table u is missing',
    'table v was not in the dump',
  ]);
});

test('full-text indexes are counted by the tables behind them', async () => {
  const { tables } = await contentOf(
    "create virtual table docs using fts5 (body); insert into docs values ('hello world')",
  );
  expect(tables.map(({ name }) => name)).toContain('docs_content');
  expect(tables.map(({ name }) => name)).not.toContain('docs');
});
