import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type { Content, TableContent } from '../types.ts';
import { RowSum } from './row.ts';

/** Rows between two looks at the signal. */
const STRIDE = 5_000;

/** Counts and checksums of every table, read row by row in bounded memory. */
export async function readContent(
  database: DatabaseSync,
  key: Buffer,
  bytes: number,
  signal: AbortSignal,
): Promise<Content> {
  const tables: TableContent[] = [];
  for (const name of tableNames(database)) {
    const sum = await sumOf(database, `select * from ${quote(name)}`, key, signal);
    tables.push({ name, rows: sum.rows, checksum: sum.hex() });
  }
  const schema = await sumOf(database, 'select type, name, tbl_name, sql from sqlite_schema', key, signal);
  return { bytes, schema: schema.hex(), tables };
}

/** Real tables: those behind virtual ones too, but not SQLite's own schema and statistics. */
function tableNames(database: DatabaseSync): string[] {
  return database
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type in ('table', 'shadow')
       and name != 'sqlite_schema' and name not like 'sqlite\\_stat%' escape '\\' order by name`,
    )
    .all()
    .map(({ name }) => String(name));
}

async function sumOf(
  database: DatabaseSync,
  query: string,
  key: Buffer,
  signal: AbortSignal,
): Promise<RowSum> {
  const statement = database.prepare(query);
  // Integers beyond 2^53 and two columns of one name must count too.
  statement.setReadBigInts(true);
  statement.setReturnArrays(true);
  const sum = new RowSum(key);
  for (const row of statement.iterate() as unknown as Iterable<unknown[]>) {
    sum.add(row);
    if (sum.rows % STRIDE === 0) {
      await setImmediate();
      signal.throwIfAborted();
    }
  }
  return sum;
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Sentences of `PRAGMA integrity_check`; empty when it says ok. */
export function damage(database: DatabaseSync): string[] {
  const rows = database.prepare('pragma integrity_check(10)').all();
  const said = rows.map(({ integrity_check: text }) => String(text));
  return said.length === 1 && said[0] === 'ok' ? [] : said;
}
