import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyPair, shop } from '../../packages/backup/sample.ts';
import { runBundle } from '../support/bundle.ts';

let root: string;
let identity: string;
let recipient: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'backup-contract-'));
  ({ identity, recipient } = await keyPair());
  execFileSync('git', ['init', '-q', root]);
  writeFileSync(
    join(root, 'fairway.yml'),
    `version: 1
app: shop
environments:
  production:
    target: { process: { port: 8083 } }
    backup: { sqlite: { path: app.db, expect: [{ query: select count(*) from orders, min: 1 }] }, recipients: [${recipient}] }
`,
  );
  const data = join(root, 'home', 'shop', 'production', 'data');
  mkdirSync(data, { recursive: true });
  shop(join(data, 'app.db')).close();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (inputs: Record<string, string>) =>
  runBundle('backup', {
    inputs: { environment: 'production', token: 'none', ...inputs },
    env: { GITHUB_WORKSPACE: root, FAIRWAY_HOME: join(root, 'home') },
  });
/** The log without the lines that tell the runner what to mask. */
const printed = (stdout: string) => stdout.replace(/^::add-mask::.*\n/gm, '');

describe('the backup bundle', () => {
  test('backs up, proves, records, and restores what it stored', async () => {
    const backup = await run({});
    expect(backup.stdout + backup.stderr).not.toMatch(/::error/);
    expect(backup).toMatchObject({ exitCode: 0, outputs: { outcome: 'backed-up', restored: 'true' } });
    const archive = backup.outputs.archive ?? '';
    expect(readFileSync(archive)).toHaveLength(Number(backup.outputs.size));
    expect(backup.summary).toContain('Recovery time (RTO)');

    const restored = await run({ mode: 'restore', 'restore-to': 'copy.db', identity });
    expect(restored).toMatchObject({ exitCode: 0, outputs: { outcome: 'restored', archive } });
    const copy = new DatabaseSync(join(root, 'copy.db'), { readOnly: true });
    expect(copy.prepare('select count(*) as n from orders').get()).toEqual({ n: 200 });
    copy.close();
  });

  test('a private key is in no log, summary, output or file, whether it works or not', async () => {
    const other = await keyPair();
    const file = (key: string) => `# created: today\n# public key: age1...\n${key}\n`;
    const broken = `${identity.slice(0, -1)}${identity.endsWith('Q') ? 'P' : 'Q'}`;
    for (const [key, code] of [
      [identity, 0],
      [other.identity, 1],
      [broken, 1],
    ] as const) {
      const result = await run({ identity: file(key) });
      expect(result.exitCode).toBe(code);
      const said = printed(result.stdout) + result.stderr + result.summary + JSON.stringify(result.outputs);
      expect(said).not.toContain(key);
      expect(said).not.toContain(Buffer.from(key).toString('base64').slice(0, 24));
      if (code) expect(said).toMatch(/::error title=Fairway backup/);
    }
    const backups = join(root, 'home', 'shop', 'production', 'backups');
    for (const name of readdirSync(backups))
      expect(readFileSync(join(backups, name), 'latin1')).not.toContain(identity);
  });

  test('a private key among the recipients is refused without being printed', async () => {
    const result = await run({ recipients: identity });
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/this is a private key/);
    expect(result.stdout + result.summary).not.toContain(identity);
  });

  test('a backup that is not proven fails the step and keeps its outputs', async () => {
    const config = join(root, 'fairway.yml');
    writeFileSync(config, readFileSync(config, 'utf8').replace('min: 1', 'min: 1000'));
    const result = await run({});
    expect(result).toMatchObject({ exitCode: 1, outputs: { outcome: 'unproven', restored: 'false' } });
    expect(result.stdout).toMatch(
      /Stopped by a gate.*select count\(\*\) from orders: 200, expected at least 1000/,
    );
    expect(readdirSync(dirname(result.outputs.archive ?? ''))).toContain(`${result.outputs.name}.unproven`);
  });
});
