import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { acquireLock, type Lock, type LockRequest } from './lock.ts';

function request(part: Partial<LockRequest> = {}): LockRequest {
  const folder = mkdtempSync(join(tmpdir(), 'local-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return { folder, scope: '/repo', group: 'g', cancelInProgress: false, queue: 'max', ...part };
}
const never = new AbortController().signal;

test('many waiters hold the group one at a time', async () => {
  const wanted = request();
  let holders = 0;
  let most = 0;
  const work = async () => {
    const lock = (await acquireLock(wanted, never)) as Lock;
    most = Math.max(most, ++holders);
    await new Promise((resolve) => setTimeout(resolve, 5));
    holders--;
    await lock.release();
  };
  await Promise.all(Array.from({ length: 5 }, work));
  expect(most).toBe(1);
});

test('a holder that died is replaced, also when its process id is in use again', async () => {
  const wanted = request();
  const first = (await acquireLock(wanted, never)) as Lock;
  const [key = ''] = readdirSync(wanted.folder);
  for (const dead of ['999999999 1 x', `${process.pid} 1 x`]) {
    writeFileSync(join(wanted.folder, key, 'running'), dead);
    const next = await acquireLock(wanted, never);
    expect(next).toMatchObject({ signal: expect.anything() });
    await (next as Lock).release();
  }
  await first.release();
});

test('waiting ends with the signal; other repositories have other groups', async () => {
  const wanted = request();
  const lock = (await acquireLock(wanted, never)) as Lock;
  expect(await acquireLock(wanted, AbortSignal.timeout(20))).toContain('was canceled while it waited');
  expect(typeof (await acquireLock({ ...wanted, scope: '/other' }, never))).toBe('object');
  await lock.release();
});
