import { DatabaseSync } from 'node:sqlite';
import { UserError } from '@fairway/runtime';

/** Primary result codes of SQLite. */
const BUSY = 5;
const READONLY = 8;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** Reading only: neither the app's file nor its journal is changed. Waits `lockWait` ms for a lock of others. */
export function openReadOnly(file: string, lockWait = 0): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: lockWait });
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
  return new UserError(`SQLite, on ${file}: ${error.message}`, { where: file, mend, cause: error });
}

const MENDS: Record<number, string> = {
  [BUSY]:
    'another process keeps the database locked: end it, or use journal_mode=WAL so that readers never wait',
  [READONLY]: 'a dead process left an unfinished transaction: open it once with its app, which rolls it back',
  [CORRUPT]: 'the database is damaged: run `sqlite3 <file> .recover`, and do not overwrite older backups',
  [FULL]: 'the disk for temporary files is full: it needs room for one copy of the database',
  [CANTOPEN]:
    'check that the file exists and that its folder can be written (SQLite keeps a lock file beside it)',
  [NOTADB]: 'this file is not a SQLite database (or is encrypted): check the path',
};

export function close(database: DatabaseSync): void {
  if (database.isOpen) database.close();
}
