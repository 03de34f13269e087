import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { appendFile, chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Release } from '@fairway/ledger';
import { systemFiles } from '@fairway/runtime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { controlOf } from './control.ts';
import { layoutIn } from './target.ts';
import { deploy, deployed, freePort, service, TestHome, until } from './test-home.ts';

const never = new AbortController().signal;
let home: TestHome;
let one: Release;
let two: Release;
const setUp = (environment: string) => deployed(home, environment, one);

beforeAll(async () => {
  home = await TestHome.create();
  one = await home.release('1.0.0', service());
  two = await home.release('2.0.0', service());
});
afterAll(() => home.remove());

const get = async (url: string) => {
  const response = await fetch(url, { headers: { connection: 'close' } });
  return { status: response.status, text: await response.text() };
};

it('works in a folder whose path is too long for a socket', async () => {
  const { target, layout } = await setUp('long-'.repeat(24));
  expect(layout.socket.length).toBeLessThan(100);
  expect((await target.verify(one)).ok).toBe(true);
  expect(statSync(join(layout.socket, '..')).mode & 0o077).toBe(0);
});

it('refuses a second deployer by name', async () => {
  const { target } = await setUp('two-deployers');
  const slow = await home.release('7.0.0', service({ health: 'Date.now() - begin > 1200 ? 200 : 503' }));
  const first = deploy(target, slow);
  await until(async () => {
    const control = await controlOf(layoutIn(home.context('two-deployers')), systemFiles);
    return (await control?.status())?.operation !== undefined;
  });
  await expect(deploy(target, two)).rejects.toThrow(
    /under way here: apply 7\.0\.0 for test, pid \d+, since 20/,
  );
  await first;
  expect((await target.verify(slow)).ok).toBe(true);
});

it('lets one of two first deployers win, with one supervisor', async () => {
  const port = await freePort();
  const targets = [home.open('race', port), home.open('race', port)];
  const results = await Promise.allSettled(targets.map((target, i) => deploy(target, i ? two : one)));
  expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
  const live = (await targets[0]?.inspect())?.live;
  expect(live?.healthy).toBe(true);
});

it('names who holds its port, and changes nothing', async () => {
  const holder: Server = createServer();
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const target = home.open('taken', port);
  const message = `port ${port} of 127.0.0.1 is in use by pid ${process.pid}`;
  await expect(deploy(target, one)).rejects.toThrow(message);
  expect(existsSync(layoutIn(home.context('taken')).folder)).toBe(false);
  const { status } = await setUp('moving');
  const before = await status();
  await expect(deploy(home.open('moving', port), two)).rejects.toThrow(message);
  expect(await status()).toMatchObject({ port: before.port, live: { pid: before.live?.pid, healthy: true } });
  await new Promise((resolve) => holder.close(resolve));
  const moved = home.open('moving', port);
  await deploy(moved, two);
  expect((await moved.verify(two)).ok).toBe(true);
});

it.runIf(process.getuid?.() === 0 && process.platform === 'linux')(
  'keeps the old release on a disk that is full or read-only',
  async () => {
    const folder = layoutIn(home.context('disk')).folder;
    await mkdir(folder, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder]);
    const { target, layout } = await setUp('disk');
    try {
      const large = await home.release('8.0.0', `// ${'x'.repeat(900_000)}\n${service()}`);
      await expect(deploy(target, large)).rejects.toThrow(/8\.0\.0 could not be unpacked.*the disk is full/s);
      expect(readdirSync(join(folder, 'revisions'))).toHaveLength(1);
      expect((await target.verify(one)).ok).toBe(true);
      // Seen as read-only from here; the logs of what runs are open for writing elsewhere.
      execFileSync('mount', ['--bind', '-o', 'ro', layout.revisions, layout.revisions]);
      execFileSync('mount', ['-o', 'remount,bind,ro', layout.revisions]);
      await expect(deploy(target, two)).rejects.toThrow(/2\.0\.0 could not be unpacked.*read-only/s);
      expect((await get(target.url)).text).toBe('1.0.0');
      execFileSync('umount', [layout.revisions]);
      await deploy(target, two);
      expect((await target.verify(two)).ok).toBe(true);
      // Nothing has to be unpacked for the way back, but the state cannot be written.
      const filler = join(folder, 'filler');
      await writeFile(filler, Buffer.alloc(1_000_000)).catch(() => undefined);
      await expect(deploy(target, one)).rejects.toThrow(/the disk is full/);
      expect((await target.verify(two)).ok).toBe(true);
      await rm(filler);
      await deploy(target, one);
      expect((await target.verify(one)).ok).toBe(true);
    } finally {
      await target.down();
      execFileSync('umount', ['-R', folder]);
    }
  },
);

it('sees changed, added and missing files', async () => {
  const { target, layout } = await setUp('tampered');
  const root = join(layout.revisions, one.digest.slice(7), 'root');
  const file = join(root, 'app', 'main.mjs');
  expect(statSync(file).mode & 0o222).toBe(0);
  await writeFile(join(root, 'app', 'extra.mjs'), '');
  expect((await target.verify(one)).message).toContain('app/extra.mjs was added');
  await chmod(file, 0o644);
  await appendFile(file, '// changed');
  const verification = await target.verify(one);
  expect(verification.ok).toBe(false);
  expect(verification.message).toContain('app/extra.mjs was added, app/main.mjs was changed');
  // A deployment does not build on it.
  await deploy(target, two);
  await deploy(target, one);
  expect((await target.verify(one)).ok).toBe(true);
});

it('keeps the folders of live, previous and candidate only, and state private', async () => {
  const { target, layout, status } = await setUp('tidy');
  const three = await home.release('3.0.0', service());
  for (const release of [two, three, two]) await deploy(target, release);
  await target.stage(one, never);
  const folders = (await readdirSync(layout.revisions)).sort();
  expect(folders).toEqual([one, two, three].map(({ digest }) => digest.slice(7)).sort());
  await target.discard(never);
  expect(readdirSync(layout.revisions).sort()).toEqual(
    [two, three].map(({ digest }) => digest.slice(7)).sort(),
  );
  for (const file of [layout.socket, layout.state]) expect(statSync(file).mode & 0o077).toBe(0);
  const { pid } = await status();
  expect(readFileSync(`/proc/${pid}/environ`, 'utf8')).not.toContain('HOME=');
});

it('refuses a state it does not know', async () => {
  const { target, layout } = await setUp('newer');
  const good = await readFile(layout.state, 'utf8');
  await writeFile(layout.state, '{"schema": 2}');
  await expect(target.inspect()).rejects.toThrow('has schema 2; this version knows 1');
  await writeFile(layout.state, '{"schema": 1,');
  await expect(deploy(target, two)).rejects.toThrow('is damaged');
  await writeFile(layout.state, good);
  expect((await target.verify(one)).ok).toBe(true);
});
