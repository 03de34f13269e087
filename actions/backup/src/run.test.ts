import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Deployed, openLedger } from '@fairway/ledger';
import {
  context,
  memoryLog,
  Summary,
  systemClock,
  systemExec,
  systemFiles,
  systemHttp,
} from '@fairway/runtime';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyPair, shop, temporary } from '../../../packages/backup/sample.ts';
import { run } from './run.ts';
import type { BackupPorts, Inputs } from './setting.ts';

let root: string;
let log: ReturnType<typeof memoryLog>;
let ports: BackupPorts;
let recipient: string;
let identity: string;
const databases: DatabaseSync[] = [];

beforeEach(async () => {
  root = temporary();
  ({ identity, recipient } = await keyPair());
  execFileSync('git', ['init', '-q', root]);
  config('');
  const env = { GITHUB_WORKSPACE: root, FAIRWAY_HOME: join(root, 'home'), RUNNER_TEMP: join(root, 'temp') };
  log = memoryLog();
  ports = {
    context: context(env),
    exec: systemExec,
    http: systemHttp(systemClock),
    clock: systemClock,
    files: systemFiles,
    log,
    summary: new Summary(),
    signal: new AbortController().signal,
  };
});
afterEach(() => {
  for (const database of databases.splice(0)) database.close();
  rmSync(root, { recursive: true, force: true });
});

const config = (more: string) =>
  writeFileSync(
    join(root, 'fairway.yml'),
    `version: 1
app: shop
environments:
  dev: { target: { process: { port: 8081 } } }
  production:
    after: dev
    target: { process: { port: 8083 } }
    backup: { sqlite: { path: app.db }, recipients: [${recipient}]${more} }
`,
  );
const input = (over: Partial<Inputs> = {}): Inputs => ({
  environment: 'production',
  mode: 'backup',
  dryRun: false,
  token: 'none',
  ...over,
});
function database(): void {
  const data = join(root, 'home', 'shop', 'production', 'data');
  mkdirSync(data, { recursive: true });
  databases.push(shop(join(data, 'app.db')));
}
const ledger = () => openLedger({ app: 'shop', ports });
async function goLive(): Promise<void> {
  const digest = `sha256:${'a'.repeat(64)}`;
  const live: Deployed = {
    version: '1.2.0',
    commit: 'c'.repeat(40),
    image: `registry.example/shop@${digest}`,
    digest,
    revision: '1',
    at: new Date().toISOString(),
    runId: undefined,
    actor: 'test',
  };
  await (await ledger()).append('production', () => ({
    event: { type: 'note', message: 'live' },
    state: { live },
  }));
}
const archives = () => readdirSync(join(root, 'home', 'shop', 'production', 'backups'));

test('a proven backup has its outputs, its record in the ledger and its summary', async () => {
  database();
  const outcome = await run(input(), ports);
  expect(outcome).toMatchObject({ outcome: 'backed-up', restored: 'true' });
  expect(outcome.failure).toBeUndefined();
  expect(JSON.parse(outcome.tables ?? '')).toContainEqual({ name: 'orders', rows: 200 });
  expect(Number(outcome.rtoMs)).toBeGreaterThan(0);
  const { backup } = await (await ledger()).read('production');
  expect(backup).toMatchObject({ name: outcome.name, sha256: outcome.sha256, restored: true });
  const [entry] = await (await ledger()).history('production');
  expect(entry?.event.message).toMatch(/proven: .*2 tables, 204 rows/);
  expect(ports.summary.text()).toContain('age -d -i key.txt');
});

test('before the first release there is nothing to back up, and that is said, not claimed as proven', async () => {
  const outcome = await run(input(), ports);
  expect(outcome).toMatchObject({ outcome: 'nothing-live', restored: undefined, archive: undefined });
  expect(log.lines.join()).toMatch(/nothing is live in production yet/);
});

test('a missing database under a live release fails', async () => {
  await goLive();
  await expect(run(input(), ports)).rejects.toThrow(/is missing, and production has 1\.2\.0 live/);
});

test('a failed proof fails the step, with outputs, and the last proven backup stays in the ledger', async () => {
  database();
  const good = await run(input(), ports);
  config(', min-size: 10MB');
  const bad = await run(input(), ports);
  expect(bad).toMatchObject({ outcome: 'unproven', restored: 'false', rtoMs: undefined });
  expect(bad.failure?.message).toMatch(/not proven/);
  expect(bad.archive).toMatch(/\.unproven$/);
  expect((await (await ledger()).read('production')).backup?.name).toBe(good.name);
  expect((await (await ledger()).history('production'))[0]?.event.message).toMatch(/NOT proven/);
});

test('a dry run copies and records nothing', async () => {
  database();
  expect(await run(input({ dryRun: true }), ports)).toMatchObject({ outcome: 'planned', archive: undefined });
  expect(() => archives()).toThrow(/ENOENT/);
  expect((await (await ledger()).read('production')).sequence).toBe(0);
});

test('the newest proven archive is restored into a new file', async () => {
  database();
  const { archive } = await run(input(), ports);
  const outcome = await run(input({ mode: 'restore', restoreTo: 'copy.db', identity }), ports);
  expect(outcome).toMatchObject({ outcome: 'restored', restored: 'true', archive });
  const copy = new DatabaseSync(join(root, 'copy.db'), { readOnly: true });
  databases.push(copy);
  expect(copy.prepare('select count(*) as n from orders').get()).toEqual({ n: 200 });
  const again = run(input({ mode: 'restore', restoreTo: 'copy.db', identity }), ports);
  await expect(again).rejects.toThrow(/never overwrites/);
});

test.each([
  [{ environment: 'prodution' }, /unknown environment "prodution"\. Did you mean "production"/],
  [{ environment: 'dev' }, /dev has no backup section/],
  [{ restoreTo: 'x.db' }, /belong to a restore/],
  [{ mode: 'restore' as const }, /needs the inputs restore-to and identity/],
  [{ mode: 'restore' as const, restoreTo: 'x.db', identity: 'x' }, /no proven backup of shop production/],
])('wrong input %j is named', async (over, message) => {
  await expect(run(input(over), ports)).rejects.toThrow(message);
});

test('an identity that cannot open the archives is refused before anything is stored', async () => {
  database();
  const other = await keyPair();
  await expect(run(input({ identity: other.identity }), ports)).rejects.toThrow(
    /cannot open archives for these/,
  );
  expect(() => archives()).toThrow(/ENOENT/);
  expect(log.lines.join('\n')).not.toContain(other.identity);
});
