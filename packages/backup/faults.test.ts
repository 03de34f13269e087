import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lane } from '../../test/support/lanes.ts';
import { makeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';
import { keyPair, request, shop, temporary } from './sample.ts';
import { folder } from './stores/folder/index.ts';

let root: string;
beforeEach(() => {
  root = temporary();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A database of random bytes, so that compression does not shrink it. */
function large(file: string, megabytes: number): void {
  const database = new DatabaseSync(file);
  database.exec(`create table blobs (b blob);
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${megabytes * 16})
    insert into blobs select randomblob(65536) from n`);
  database.close();
}

const child = (body: string) =>
  spawn(process.execPath, ['--input-type=module-typescript', '-e', body], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

test('kill -9 in the middle of an archive leaves none that looks good; the next run cleans up', async () => {
  large(join(root, 'app.db'), 40);
  const { identity, recipient } = await keyPair();
  const victim = child(`
    import { makeBackup } from './backup.ts';
    import { request } from './sample.ts';
    await makeBackup(request(${JSON.stringify(root)}, {}, { recipients: [${JSON.stringify(recipient)}] }));`);
  const gone = new Promise((resolve) => victim.on('exit', (_, signal) => resolve(signal)));
  const backups = join(root, 'backups');
  const entries = () => {
    try {
      return readdirSync(backups);
    } catch {
      return [];
    }
  };
  while (!entries().some((name) => name.startsWith('.partial.')) && victim.exitCode === null)
    await setTimeout(2);
  victim.kill('SIGKILL');
  expect(await gone).toBe('SIGKILL');
  expect(entries()).toHaveLength(1);
  expect(readdirSync(join(root, 'temp'))).toHaveLength(1);
  expect(await folder(backups).list()).toEqual([]);

  rmSync(join(root, 'app.db'));
  shop(join(root, 'app.db')).close();
  const next = await makeBackup(request(root, {}, { identity }));
  expect(entries().sort()).toEqual([next.manifest.name, `${next.manifest.name}.json`]);
  expect(readdirSync(join(root, 'temp'))).toEqual([]);
}, 60_000);

test('memory does not grow with the database: 150 MB pass through a process that stays below 240 MB', async () => {
  const database = new DatabaseSync(join(root, 'app.db'));
  database.exec(`create table blobs (b blob);
    with recursive n (i) as (select 1 union all select i + 1 from n where i < 9000)
    insert into blobs select iif(i % 20, zeroblob(16000), randomblob(16000)) from n`);
  database.close();
  const { recipient } = await keyPair();
  const measured = child(`
    import { makeBackup } from './backup.ts';
    import { request } from './sample.ts';
    const { proof } = await makeBackup(request(${JSON.stringify(root)}, {}, { recipients: ['${recipient}'] }));
    console.log(JSON.stringify({ ok: proof.ok, megabytes: process.resourceUsage().maxRSS / 1024 }));`);
  const chunks = await measured.stdout.toArray();
  const { ok, megabytes } = JSON.parse(chunks.join(''));
  expect(ok).toBe(true);
  // Holding it whole would take at least 80 MB of Node, 150 MB, and what is waiting for collection (100 MB).
  expect(megabytes).toBeLessThan(240);
}, 60_000);

test('a lock held by another process is an error with a remedy, and nothing is stored', async () => {
  const database = shop(join(root, 'app.db'));
  database.exec('pragma journal_mode = delete; begin exclusive');
  const { identity } = await keyPair();
  await expect(makeBackup(request(root, { lockWait: 100 }, { identity }))).rejects.toThrow(/locked/);
  expect(readdirSync(root)).not.toContain('backups');
  database.close();
});

test('a manifest of a newer Fairway, a foreign file and a cut archive are not listed', async () => {
  shop(join(root, 'app.db')).close();
  const { identity } = await keyPair();
  const { manifest, path } = await makeBackup(request(root, {}, { identity }));
  const store = folder(join(root, 'backups'));
  expect(await store.list()).toHaveLength(1);
  writeFileSync(join(root, 'backups', 'notes.txt'), 'mine');
  writeFileSync(join(root, 'backups', 'notes.txt.json'), '{}');
  writeFileSync(`${path}.json`, JSON.stringify({ ...manifest, schema: 2 }));
  expect(await store.list()).toEqual([]);
  writeFileSync(`${path}.json`, JSON.stringify(manifest));
  writeFileSync(path, 'short');
  expect(await store.list()).toEqual([]);
  const again = restoreBackup({
    archive: path,
    identity,
    destination: join(root, 'x.db'),
    signal: new AbortController().signal,
  });
  await expect(again).rejects.toThrow(/is not what its .* describes/);
});

lane('tmpfs', canMount(), () => {
  let disk: string;
  beforeEach(() => {
    disk = join(root, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    large(join(root, 'app.db'), 3);
  });
  afterEach(() => void execFileSync('umount', [disk]));

  test('a full store leaves nothing in it', async () => {
    const { identity } = await keyPair();
    const backup = makeBackup(request(root, {}, { identity, store: folder(disk) }));
    await expect(backup).rejects.toThrow(/ENOSPC/);
    expect(readdirSync(disk)).toEqual([]);
  });

  test('a full temporary disk leaves nothing in store or scratch', async () => {
    const { identity } = await keyPair();
    await expect(makeBackup(request(root, {}, { identity, temp: disk }))).rejects.toThrow(/full/);
    expect(readdirSync(disk)).toEqual([]);
    expect(readdirSync(root)).not.toContain('backups');
  });

  test('a read-only store is named', async () => {
    const { identity } = await keyPair();
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const backup = makeBackup(request(root, {}, { identity, store: folder(disk) }));
    await expect(backup).rejects.toThrow(/EROFS/);
  });
});

function canMount(): boolean {
  const place = temporary();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

test('a proven backup counts although an old one cannot be removed', async () => {
  shop(join(root, 'app.db')).close();
  const { identity } = await keyPair();
  await makeBackup(request(root, {}, { identity, keep: 1 }));
  const store = folder(join(root, 'backups'));
  const remove = () => Promise.reject(Object.assign(new Error('EACCES: remove'), { code: 'EACCES' }));
  const wanted = request(root, {}, { identity, keep: 1, store: { ...store, remove } });
  const { proof, removed, warnings } = await makeBackup(wanted);
  expect([proof.ok, removed]).toEqual([true, []]);
  expect(warnings.join()).toMatch(/old backups could not be removed: EACCES.*check the owner/s);
});

test('a backup that another job takes away meanwhile is not listed, and no fault', async () => {
  shop(join(root, 'app.db')).close();
  const { identity } = await keyPair();
  for (let i = 0; i < 2; i++) await makeBackup(request(root, {}, { identity }));
  const store = folder(join(root, 'backups'));
  const [newest] = await store.list();
  const lists = Array.from({ length: 20 }, () => store.list());
  if (newest) await store.remove(newest);
  for (const found of await Promise.all(lists)) expect([1, 2]).toContain(found.length);
});
