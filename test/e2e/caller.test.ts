import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { git } from '../../demo/git.ts';
import { liveVersion, makeShop, type Shop } from '../../demo/site.ts';
import { root } from '../support/bundle.ts';

/** The built command line in the developer's repository, without any GitHub: ledger and tags are plain git. */
describe('the example by the command line alone', () => {
  let folder: string;
  let shop: Shop;
  const fairway = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/cli/index.js'), ...args], {
      cwd: shop.repository,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: folder, FAIRWAY_HOME: shop.home },
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairway-caller-'));
    shop = await makeShop(join(root, 'examples/storefront'), folder);
  });
  afterAll(() => {
    fairway('down', '--all');
    rmSync(folder, { recursive: true, force: true });
  });

  it('validates and plans', () => {
    const valid = fairway('validate');
    expect(valid.stderr).toBe('');
    expect(valid.stdout).toContain('storefront, dev -> staging -> production');
    const plan = fairway('plan');
    expect(plan.stdout).toContain('storefront 1.1.0');
    expect(plan.status).toBe(0);
  });

  it('promotes one digest through the environments with the caller workflow', async () => {
    const run = fairway('run', '.github/workflows/ship.yml', '--event', 'push');
    expect(run.stdout + run.stderr).not.toContain('FAIL');
    expect(run.status).toBe(0);
    const live = await Promise.all(Object.values(shop.ports).map(liveVersion));
    expect(live.map((one) => one?.version)).toEqual(['1.1.0', '1.1.0', '1.1.0']);
    expect(new Set(live.map((one) => one?.digest)).size).toBe(1);
    expect(git(shop.repository, 'tag')).toContain('v1.1.0');
    const refs = git(shop.repository, 'for-each-ref', '--format=%(refname)', 'refs/fairway');
    expect(refs.split('\n')).toHaveLength(3);
  }, 90_000);

  it('says what is live, and that the ledger agrees', () => {
    const status = fairway('status');
    expect(status.stdout).toMatch(/ok +production +1\.1\.0/);
    expect(status.status).toBe(0);
  });

  it('ends everything it started, and then says that nothing runs', async () => {
    expect(fairway('down').status).toBe(0);
    expect(await liveVersion(shop.ports.production)).toBeUndefined();
    const status = fairway('status');
    expect(status.status).toBe(1);
    expect(status.stdout).toContain('but nothing runs');
  });
});

describe('the command line with bad input', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fairway-cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fairway = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'dist/cli/index.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  it.each([
    [['nonsense'], /unknown command/],
    [['plann'], /Did you mean plan/],
    [['validate'], /no \.github\/fairway\.yml and no fairway\.yml/],
    [['run', 'missing.yml'], /not a git repository/],
    [['run', 'x.yml', '--input', 'novalue'], /must be name=value/],
    [['status', '--colour'], /unknown option/],
  ])('%j exits with 2 and says why', (args, message) => {
    const run = fairway(...args);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(run.status).toBe(2);
  });
});
