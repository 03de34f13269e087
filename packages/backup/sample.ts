import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemClock } from '@fairway/runtime';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { BackupRequest } from './backup.ts';
import { sqlite } from './sqlite/index.ts';
import type { SqliteConfig } from './sqlite/kind.ts';
import { folder } from './stores/folder/index.ts';

/** For tests: a shop's database with every type of value, in WAL mode, still open. */
export function shop(file: string, orders = 200): DatabaseSync {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    create table orders (id integer primary key, customer text, total real, note blob);
    create table "odd ""name" (a, b);
  `);
  database.exec(`
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${orders})
    insert into orders select i, 'customer ' || i, i * 1.5, randomblob(40) from n;
    insert into "odd ""name" values (9223372036854775807, null), ('Fünf', x'00ff'), (1, 1.0), (1, 1.0);
    create index by_customer on orders (customer);
    create view totals as select sum(total) as total from orders;
  `);
  return database;
}

export async function keyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'backup-test-'));

/** For tests: a request whose database, store and scratch lie in one folder. */
export function request(
  root: string,
  config: Partial<SqliteConfig> = {},
  over: Partial<BackupRequest> = {},
): BackupRequest {
  const whole = { path: 'app.db', expect: [], allowEmpty: false, lockWait: 10_000, ...config };
  return {
    app: 'shop',
    environment: 'production',
    engine: 'sqlite',
    source: sqlite.open(whole, { dataFolder: root }),
    store: folder(join(root, 'backups')),
    recipients: undefined,
    identity: undefined,
    keep: 7,
    minSize: 100,
    temp: join(root, 'temp'),
    clock: systemClock,
    signal: new AbortController().signal,
    ...over,
  };
}
