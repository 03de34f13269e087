import { DatabaseSync } from 'node:sqlite';
import { UserError } from '@fairway/runtime';

/** Milliseconds to wait for a lock of somebody else. */
const LOCK_WAIT = 10_000;
/** Primary result codes of SQLite. */
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const NOTADB = 26;

/** Reading only: neither the app's file nor its journal is changed. */
export function openReadOnly(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: LOCK_WAIT });
    try {
      // Opening is lazy: the first statement reads the header.
      database.prepare('select count(*) from sqlite_schema').get();
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw explain(error, file);
  }
}

/** Words for what SQLite says; other errors pass through. */
export function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  const code = Number(error.errcode) & 0xff;
  const mend = MENDS[code] ?? 'open it with the sqlite3 shell and see what it says';
  return new UserError(`SQLite cannot read ${file}: ${error.message}`, { where: file, mend, cause: error });
}

const MENDS: Record<number, string> = {
  [BUSY]:
    'another process keeps the database locked: end it, or use journal_mode=WAL so that readers never wait',
  [READONLY]: 'a dead process left an unfinished transaction: open it once with its app, which rolls it back',
  [CORRUPT]: 'the database is damaged: run `sqlite3 <file> .recover`, and do not overwrite older backups',
  [NOTADB]: 'this file is not a SQLite database (or is encrypted): check the path',
};

export function close(database: DatabaseSync): void {
  if (database.isOpen) database.close();
}
