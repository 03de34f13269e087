import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';
import { keyPair, request, shop, temporary } from './sample.ts';

let root: string;
let live: DatabaseSync;
beforeEach(() => {
  root = temporary();
  live = shop(join(root, 'app.db'));
});
afterEach(() => {
  if (live.isOpen) live.close();
  rmSync(root, { recursive: true, force: true });
});
const signal = new AbortController().signal;
const stored = () => readdirSync(join(root, 'backups')).sort();

test('a backup to public keys is proven with a throw-away key and restored with the real one', async () => {
  const { identity, recipient } = await keyPair();
  const result = await makeBackup(
    request(
      root,
      { expect: [{ query: 'select count(*) from orders', min: 200 }] },
      { recipients: [recipient] },
    ),
  );
  expect(result.proof).toMatchObject({ ok: true, proof: { by: 'throw-away' } });
  expect(result.manifest.content.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['odd "name', 4],
    ['orders', 200],
  ]);
  expect(result.manifest.name).toMatch(/^shop-production-\d{8}T\d{6}\.\d{3}Z\.sqlite\.zst\.age$/);
  expect(stored()).toEqual([result.manifest.name, `${result.manifest.name}.json`]);
  expect(statSync(result.path).mode & 0o077).toBe(0);
  expect(readdirSync(join(root, 'temp'))).toEqual([]);

  const destination = join(root, 'new', 'restored.db');
  const restored = await restoreBackup({ archive: result.path, identity, destination, signal });
  expect(restored.compared).toBe(true);
  const copy = new DatabaseSync(destination, { readOnly: true });
  expect(copy.prepare('select count(*) as n from orders').get()).toEqual({ n: 200 });
  copy.close();
  await expect(restoreBackup({ archive: result.path, identity, destination, signal })).rejects.toThrow(
    /never overwrites/,
  );
});

test('nothing private is in the manifest: neither the identity nor a plain checksum key', async () => {
  const { identity, recipient } = await keyPair();
  const { manifest } = await makeBackup(request(root, {}, { identity }));
  expect(manifest.recipients).toEqual([recipient]);
  expect(manifest.proof?.by).toBe('identity');
  expect(JSON.stringify(manifest)).not.toContain('AGE-SECRET-KEY');
  expect(manifest.checksumKey).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/);
});

test('the snapshot is one moment while writers go on', async () => {
  const { identity } = await keyPair();
  live.exec('create table a (n integer); create table b (n integer)');
  const writer = setInterval(() => {
    // Always both in one transaction: a torn copy would have different counts.
    live.exec('begin; insert into a values (1); insert into b values (1); commit');
  }, 0);
  try {
    for (let round = 0; round < 3; round++) {
      const { proof, manifest } = await makeBackup(
        request(
          root,
          { expect: [{ query: 'select (select count(*) from a) = (select count(*) from b)', min: 1 }] },
          { identity },
        ),
      );
      expect(proof).toMatchObject({ ok: true });
      const rows = Object.fromEntries(manifest.content.tables.map((table) => [table.name, table.rows]));
      expect(rows.a).toBe(rows.b);
    }
  } finally {
    clearInterval(writer);
  }
  expect(live.prepare('select count(*) as n from a').get()?.n).toBeGreaterThan(3);
});

test('a failed expectation keeps the archive as unproven and removes nothing', async () => {
  const { identity } = await keyPair();
  const good = await makeBackup(request(root, {}, { identity, keep: 1 }));
  const query = 'select count(*) from orders where total > 1000000';
  const { proof, path } = await makeBackup(request(root, { expect: [{ query }] }, { identity, keep: 1 }));
  expect(proof).toEqual({ ok: false, problems: [`${query}: 0, expected at least 1`] });
  expect(path).toMatch(/\.unproven$/);
  expect(existsSync(path)).toBe(true);
  expect(existsSync(good.path)).toBe(true);
});

test.each([
  ['a query that is not SQL', 'selekt', /near .{2,4}selekt/],
  ['a query that writes', 'delete from orders returning 1', /readonly/],
  ['a query without a number', 'select customer from orders', /not a number/],
])('%s does not prove anything', async (_, query, message) => {
  const { identity } = await keyPair();
  const { proof } = await makeBackup(request(root, { expect: [{ query }] }, { identity }));
  expect(proof.ok).toBe(false);
  expect(JSON.stringify(proof)).toMatch(message);
});

test('an archive below min-size is not proven', async () => {
  const { identity } = await keyPair();
  const { proof } = await makeBackup(request(root, {}, { identity, minSize: 10_000_000 }));
  expect(JSON.stringify(proof)).toMatch(/less than min-size/);
});

test('empty databases, files that are none, and damaged ones are refused before anything is stored', async () => {
  const { identity } = await keyPair();
  const backup = (path: string, more = {}) => makeBackup(request(root, { path, ...more }, { identity }));
  new DatabaseSync(join(root, 'empty.db')).close();
  await expect(backup('empty.db')).rejects.toThrow(/no tables/);
  const hollow = new DatabaseSync(join(root, 'hollow.db'));
  hollow.exec('create table t (a)');
  hollow.close();
  await expect(backup('hollow.db')).rejects.toThrow(/1 tables, all of them empty/);
  writeFileSync(join(root, 'text.db'), 'this is not a database at all. '.repeat(200));
  await expect(backup('text.db')).rejects.toThrow(/not a database/);
  live.exec('pragma wal_checkpoint(truncate)');
  const bytes = readFileSync(join(root, 'app.db'));
  bytes.fill(0xee, 8192, 12288);
  writeFileSync(join(root, 'damaged.db'), bytes);
  await expect(backup('damaged.db')).rejects.toThrow(/damaged|malformed/);
  expect(existsSync(join(root, 'backups')) ? stored() : []).toEqual([]);
  expect(readdirSync(join(root, 'temp'))).toEqual([]);
  expect((await backup('hollow.db', { allowEmpty: true })).proof.ok).toBe(true);
});

test('retention keeps the newest proven ones of its own environment', async () => {
  const { identity } = await keyPair();
  const other = await makeBackup(request(root, {}, { identity, environment: 'staging' }));
  const names: string[] = [];
  for (let i = 0; i < 4; i++) {
    names.push((await makeBackup(request(root, {}, { identity, keep: 2 }))).manifest.name);
  }
  const kept = stored().filter((name) => name.endsWith('.age'));
  expect(kept).toEqual([...names.slice(2), other.manifest.name].sort());
  expect(stored()).toHaveLength(6);
});

test('a size far from the median of those before warns', async () => {
  const { identity } = await keyPair();
  for (let i = 0; i < 3; i++) await makeBackup(request(root, {}, { identity }));
  const again = await makeBackup(request(root, {}, { identity }));
  expect(again.warnings).toEqual([]);
  live.exec('delete from orders where id > 1');
  live.exec('vacuum');
  const small = await makeBackup(request(root, {}, { identity }));
  expect(small.warnings.join()).toMatch(/the median of the last 4/);
});

test('a cancelled backup leaves nothing behind and says why', async () => {
  const { identity } = await keyPair();
  const controller = new AbortController();
  controller.abort(new Error('cancelled'));
  await expect(makeBackup(request(root, {}, { identity, signal: controller.signal }))).rejects.toThrow(
    'cancelled',
  );
  expect(existsSync(join(root, 'backups')) ? stored() : []).toEqual([]);
  expect(readdirSync(join(root, 'temp'))).toEqual([]);
});

test('halves and plain copies of dead runs are removed, those of living ones stay', async () => {
  const { identity } = await keyPair();
  const { hostname } = await import('node:os');
  const host = hostname().replace(/[^A-Za-z0-9-]/g, '-');
  mkdirSync(join(root, 'backups'));
  const dead = `${host}.4194399.00000000`;
  const alive = `${host}.${process.ppid}.00000000`;
  writeFileSync(join(root, 'backups', `.partial.${dead}`), 'half');
  writeFileSync(join(root, 'backups', `.partial.${alive}`), 'half');
  mkdirSync(join(root, 'temp', `fairway-backup.${dead}`), { recursive: true });
  mkdirSync(join(root, 'temp', `fairway-backup.${alive}`), { recursive: true });
  await makeBackup(request(root, {}, { identity }));
  expect(stored().filter((name) => name.startsWith('.'))).toEqual([`.partial.${alive}`]);
  expect(readdirSync(join(root, 'temp'))).toEqual([`fairway-backup.${alive}`]);
});
