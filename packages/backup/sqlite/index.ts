import { createReadStream, createWriteStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { backup } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { UserError } from '@fairway/runtime';
import type { Content, Dump, Engine, Inspection, Place, Source } from '../types.ts';
import { damage, readContent } from './content.ts';
import { ask } from './expect.ts';
import type { SqliteConfig } from './kind.ts';
import { close, explain, openReadOnly } from './open.ts';

/** All pages in one step. In smaller steps a busy writer makes SQLite start over, again and again. */
const WHOLE = 2 ** 31 - 1;

export const sqlite: Engine<SqliteConfig> = {
  type: 'sqlite',
  open: (config, place) => sourceOf(resolvePath(config.path, place), config),
  anonymous: sourceOf(undefined, { expect: [], allowEmpty: true, lockWait: 0 }),
};

function resolvePath(path: string, { dataFolder }: Place): string {
  if (isAbsolute(path)) return path;
  if (dataFolder !== undefined) return join(dataFolder, path);
  throw new UserError(`backup: the path ${path} is relative, and this target has no data folder here`, {
    where: 'backup.sqlite.path',
    mend: 'give the absolute path of the database file',
  });
}

function sourceOf(file: string | undefined, config: Omit<SqliteConfig, 'path'>): Source {
  return {
    location: file ?? 'a SQLite archive',
    async exists() {
      return file !== undefined && (await fileState(file)) !== undefined;
    },
    dump: (scratch, key, signal) => snapshot(String(file), config, { scratch, key, signal }),
    async load(bytes, copy, signal) {
      await refuseSource(copy, file);
      await pipeline(bytes, createWriteStream(copy, { flags: 'wx', mode: 0o600, flush: true }), { signal });
    },
    async firstQuery(copy) {
      close(openReadOnly(copy));
    },
    inspect: (copy, key, signal) => inspect(copy, config.expect, key, signal),
  };
}

async function snapshot(
  file: string,
  { allowEmpty, lockWait }: Omit<SqliteConfig, 'path'>,
  { scratch, key, signal }: { scratch: string; key: Buffer; signal: AbortSignal },
): Promise<Dump> {
  const copy = join(scratch, 'snapshot.db');
  await refuseSource(copy, file);
  const startedAt = Date.now();
  const live = openReadOnly(file, lockWait);
  try {
    // Holding the snapshot open first: a lock taken in between would make the backup wait without an end.
    live.exec('begin; select count(*) from sqlite_schema');
    // SQLite's online backup: consistent, off this thread, and the app goes on writing.
    await backup(live, copy, { rate: WHOLE });
  } catch (error) {
    throw explain(error, file);
  } finally {
    close(live);
  }
  signal.throwIfAborted();
  const database = openReadOnly(copy);
  try {
    const damaged = damage(database);
    if (damaged.length) throw damagedSource(file, damaged);
    const { size } = await stat(copy);
    const content = await readContent(database, key, size, signal);
    refuseEmpty(content, file, allowEmpty);
    const version = database.prepare('select sqlite_version() as version').get()?.version;
    return {
      startedAt,
      engineVersion: `SQLite ${version}`,
      content,
      bytes: () => createReadStream(copy, { highWaterMark: 256 * 1024 }),
    };
  } catch (error) {
    throw explain(error, file);
  } finally {
    close(database);
  }
}

async function inspect(
  copy: string,
  expect: SqliteConfig['expect'],
  key: Buffer,
  signal: AbortSignal,
): Promise<Inspection> {
  const database = openReadOnly(copy);
  try {
    const problems = damage(database).map((said) => `integrity_check: ${said}`);
    const { size } = await stat(copy);
    const content = await readContent(database, key, size, signal);
    const answers = expect.map((question) => ask(database, question));
    for (const { ok, query, message } of answers) if (!ok) problems.push(`${query}: ${message}`);
    return { content, answers, problems };
  } finally {
    close(database);
  }
}

function damagedSource(file: string, said: readonly string[]): UserError {
  return new UserError(`the database ${file} is damaged:\n${said.join('\n')}`, {
    where: file,
    mend: 'restore an older backup or run `sqlite3 <file> .recover`; nothing was stored',
  });
}

function refuseEmpty({ tables }: Content, file: string, allowed: boolean): void {
  if (allowed || tables.some(({ rows }) => rows > 0)) return;
  throw new UserError(
    `the database ${file} has ${tables.length ? `${tables.length} tables, all of them empty` : 'no tables'}`,
    { where: file, mend: 'check the path; set backup.sqlite.allow-empty to true if this is right' },
  );
}

/** A copy written over the database it came from would destroy what it should save. */
async function refuseSource(copy: string, file: string | undefined): Promise<void> {
  const [a, b] = await Promise.all([fileState(copy), file === undefined ? undefined : fileState(file)]);
  if (!a || !b || (a.ino !== b.ino && a.path !== b.path)) return;
  throw new UserError(`${copy} is the database itself: a backup is never restored onto its source`, {
    where: copy,
    mend: 'choose another place for temporary files',
  });
}

async function fileState(path: string): Promise<{ path: string; ino: number } | undefined> {
  try {
    const { ino } = await stat(path);
    return { path: await realpath(path), ino };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
