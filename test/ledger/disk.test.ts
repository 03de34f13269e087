import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '@fairway/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { git, portsOf, temporaryFolder } from '../../packages/ledger/fixture.ts';
import { lane } from '../support/lanes.ts';

const folder = temporaryFolder();
const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
const mounted = mount('-t', 'tmpfs', '-o', 'size=4m', 'fairway-test', folder);

afterAll(() => {
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
});

lane('a file system that may be mounted', mounted, () => {
  const open = () => openLedger({ app: 'shop', ports: portsOf(folder) });
  const note = () => ({ event: { type: 'note' as const, message: 'hello' }, state: {} });

  beforeAll(async () => {
    git(folder, 'init', '-q');
    await (await open()).append('dev', note);
  });

  it('says that the disk is full, changes nothing, and goes on when there is room', async () => {
    const ledger = await open();
    const filler = join(folder, 'filler');
    fill(filler);
    await expect(ledger.append('dev', note)).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(/disk is full; the ledger is unchanged/),
    });
    expect((await ledger.read('dev')).sequence).toBe(1);
    rmSync(filler);
    expect((await ledger.append('dev', note)).sequence).toBe(2);
    git(folder, 'fsck', '--full', '--strict');
  });

  it('says that the file system is read-only', async () => {
    const ledger = await open();
    const before = (await ledger.read('dev')).sequence;
    expect(mount('-o', 'remount,ro', folder)).toBe(true);
    try {
      await expect(ledger.append('dev', note)).rejects.toThrow(/read-only|cannot be written/);
      expect((await ledger.read('dev')).sequence).toBe(before);
    } finally {
      mount('-o', 'remount,rw', folder);
    }
    expect((await ledger.append('dev', note)).sequence).toBe(before + 1);
  });
});

function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(4096));
  } catch (error) {
    expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC');
  } finally {
    closeSync(file);
  }
}
