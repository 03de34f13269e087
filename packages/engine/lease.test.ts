import { acquireLease } from '@fairway/ledger';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { LEASE, withLease } from './lease.ts';
import { type Outside, openSite } from './testing.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const fresh = (): Outside => ({ store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 });
const lease = async ({ store }: Outside) => (await store.head('shop/production'))?.state.lease;
/** Time for what a timer started. */
const turns = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

it('is renewed while the work lasts, and released at its end, also when it throws', async () => {
  const outside = fresh();
  const { site } = openSite(outside);
  const work = withLease(site, 'deploy 1.0.0', async (hold) => {
    const first = (await lease(outside))?.expiresAt ?? '';
    outside.now += LEASE - 1;
    vi.advanceTimersByTime(LEASE - 1);
    await turns();
    expect(Date.parse((await lease(outside))?.expiresAt ?? '')).toBe(outside.now + LEASE);
    expect((await lease(outside))?.expiresAt).not.toBe(first);
    hold.check();
    throw new Error('the work failed');
  });
  await expect(work).rejects.toThrow('the work failed');
  expect(await lease(outside)).toBeUndefined();
});

it('ends the work when another took it over, and leaves the lease to its new owner', async () => {
  const outside = fresh();
  const { site } = openSite(outside);
  const work = withLease(site, 'deploy 1.0.0', async (hold) => {
    outside.now += LEASE + 1;
    await acquireLease(site.ledger, 'production', { owner: 'another', purpose: 'take over', ttl: LEASE });
    expect(hold.signal.aborted).toBe(false);
    vi.advanceTimersByTime(LEASE);
    await turns();
    expect(hold.signal.aborted).toBe(true);
    hold.check();
  });
  await expect(work).rejects.toThrow(/does not hold the lease of production: another has it until/);
  expect((await lease(outside))?.owner).toBe('another');
});

it('goes on while the ledger is only out of reach', async () => {
  const outside = fresh();
  const { site, lines } = openSite(outside);
  const real = site.ledger.append;
  let broken = false;
  await withLease({ ...site, ledger: { ...site.ledger, append: (...args) => append(...args) } }, 'x', work);
  expect(await lease(outside)).toBeUndefined();

  async function work(hold: { check(): void }) {
    broken = true;
    vi.advanceTimersByTime(LEASE / 2);
    await turns();
    broken = false;
    hold.check();
    expect(lines.join('\n')).toContain('could not be renewed: no answer');
  }
  function append(...args: Parameters<typeof real>) {
    return broken ? Promise.reject(new Error('no answer')) : real(...args);
  }
});
