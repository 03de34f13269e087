import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GateError } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { deployRelease } from './deploy.ts';
import { LEASE, withLease } from './lease.ts';
import { recover } from './recover.ts';
import { type Outside, openSite, release, type SiteOptions } from './testing.ts';

const one = release('1.0.0', 'a');
const two = release('2.0.0', 'b');
const fresh = (): Outside => ({ store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 });

interface Options extends SiteOptions {
  /** URL of a check of the environment. */
  check?: string;
}

function start(outside: Outside, wanted = two, { check, ...more }: Options = {}) {
  const opened = openSite(outside, more);
  const checks = check ? [{ http: check, expect: 200, within: 1_000 }] : [];
  const site = { ...opened.site, settings: { ...opened.site.settings, checks } };
  const done = withLease(site, `deploy ${wanted.version}`, async (hold) =>
    deployRelease(site, await recover(site, hold), wanted, { reason: 'deploy' }, hold),
  );
  return { ...opened, site, done };
}

async function withOneLive(): Promise<Outside> {
  const outside = fresh();
  await start(outside, one).done;
  outside.world.effects.length = 0;
  return outside;
}

const stateOf = async ({ store }: Outside) => (await store.head('shop/production'))?.state;

/** Answers 500 while the release that is live is `bad`. */
async function checkOf(outside: Outside, bad: string) {
  const server = createServer((_, response) =>
    response.writeHead(outside.world.live?.version === bad ? 500 : 200).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { url, close: () => server.close() };
}

describe('a deployment that is killed', () => {
  for (const kind of ['good', 'fails its check'] as const) {
    it(`at any effect (${kind}) is ended by the next job, and the ledger is true`, async () => {
      const bad = kind === 'good' ? 'none' : '2.0.0';
      const rehearsed = await withOneLive();
      const check = await checkOf(rehearsed, bad);
      const rehearsal = start(rehearsed, two, { check: check.url });
      expect((await rehearsal.done).outcome).toBe(kind === 'good' ? 'deployed' : 'stopped');
      check.close();
      const seen = new Set<string | undefined>();
      for (let dieAt = 0; dieAt < rehearsal.effects(); dieAt++) {
        for (const after of [false, true]) {
          const outside = await withOneLive();
          const { url, close } = await checkOf(outside, bad);
          await start(outside, two, { dieAt, after, check: url }).done.catch(() => undefined);
          outside.now += LEASE + 1;
          // The next job only cleans up and takes its own release live: the one before.
          const next = start(outside, one, { check: url });
          await next.done;
          const state = await stateOf(outside);
          const where = `${kind}, killed ${after ? 'after' : 'before'} effect ${dieAt}`;
          expect(outside.world.candidate, where).toBeUndefined();
          expect(state?.rollout, where).toBeUndefined();
          expect(state?.lease, where).toBeUndefined();
          expect(outside.world.live?.digest, where).toBe(one.digest);
          expect(state?.live?.digest, where).toBe(one.digest);
          const history = await outside.store.history('shop/production', 1_000);
          const started = history.filter(({ event }) => event.type === 'rollout-started').length;
          const ended = history.filter(({ event }) => /rollout-(succeeded|stopped)/.test(event.type)).length;
          expect(ended, where).toBe(started);
          seen.add(
            history.find(
              ({ event }) => /succeeded|stopped/.test(event.type) && event.message.includes('2.0.0'),
            )?.event.type,
          );
          close();
        }
      }
      expect(seen).toContain('rollout-stopped');
      if (kind === 'good') expect(seen).toContain('rollout-succeeded');
      else expect(seen).not.toContain('rollout-succeeded');
    });
  }
});

describe('deployRelease', () => {
  it('goes back to what was live when the check fails, and tells both', async () => {
    const outside = await withOneLive();
    const { url, close } = await checkOf(outside, '2.0.0');
    const result = await start(outside, two, { check: url }).done;
    close();
    expect(result.failure?.message).toMatch(/HTTP 500, expected HTTP 200/);
    expect(outside.world.effects).toEqual(['stage 2.0.0', 'promote 2.0.0', 'stage 1.0.0', 'promote 1.0.0']);
    expect((await stateOf(outside))?.lastStopped?.release).toEqual(two);
  });

  it('says so when the same release fails its check after it was brought up again', async () => {
    const outside = await withOneLive();
    const healthy = () => outside.world.effects.length > 0;
    const { url, close } = await checkOf(outside, '1.0.0');
    const result = await start(outside, one, { check: url, healthy }).done;
    close();
    expect(result.failure?.message).toMatch(/HTTP 500.*no other release to go back to: it goes on serving/s);
    expect(await stateOf(outside)).toMatchObject({ live: { digest: one.digest } });
    expect((await stateOf(outside))?.rollout).toBeUndefined();
  });

  it('keeps the rollout in flight when going back fails too, and the next job goes back', async () => {
    const outside = await withOneLive();
    const { url, close } = await checkOf(outside, '2.0.0');
    let broken = true;
    const healthy = ({ version }: { version: string }) => version !== '1.0.0' || !broken;
    await expect(start(outside, two, { check: url, healthy }).done).rejects.toThrow(
      /going back to 1\.0\.0 .* failed/,
    );
    expect((await stateOf(outside))?.rollout).toMatchObject({ intent: 'go back to 1.0.0' });
    broken = false;
    await start(outside, one, { check: url, healthy }).done;
    close();
    expect(await stateOf(outside)).toMatchObject({
      live: { digest: one.digest },
      lastStopped: { release: two },
    });
    expect((await stateOf(outside))?.rollout).toBeUndefined();
  });

  it('goes on going back after a kill, even when the check passes by then', async () => {
    let seen = 0;
    for (let dieAt = 0; dieAt < 16; dieAt++) {
      const outside = await withOneLive();
      const { url, close } = await checkOf(outside, '2.0.0');
      await start(outside, two, { check: url, dieAt }).done.catch(() => undefined);
      close();
      const left = (await stateOf(outside))?.rollout;
      if (!left?.intent.startsWith('go back')) continue;
      seen++;
      outside.now += LEASE + 1;
      const { site } = openSite(outside);
      const state = await withLease(site, 'look', (hold) => recover(site, hold));
      expect(state, `killed at ${dieAt}`).toMatchObject({
        live: { digest: one.digest },
        lastStopped: { release: two },
      });
      expect(outside.world.live?.digest).toBe(one.digest);
    }
    expect(seen).toBeGreaterThan(1);
  });

  it('records what runs already when the ledger does not know it', async () => {
    const outside = fresh();
    outside.world.live = one;
    expect(await start(outside, one).done).toMatchObject({ outcome: 'deployed' });
    expect(outside.world.effects).toEqual([]);
    expect(await stateOf(outside)).toMatchObject({ live: { digest: one.digest } });
  });

  it('lets one of several at the same time through', async () => {
    const outside = fresh();
    const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => start(outside, one).done));
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refused).toHaveLength(4);
    for (const reason of refused) expect(reason).toBeInstanceOf(GateError);
    expect(outside.world.effects).toEqual(['stage 1.0.0', 'promote 1.0.0']);
  });

  it('takes the lease over when it has expired, not before', async () => {
    const outside = fresh();
    await start(outside, one, { dieAt: 2 }).done.catch(() => undefined);
    await expect(start(outside, one).done).rejects.toThrow(/is held by/);
    outside.now += LEASE + 1;
    expect(await start(outside, one).done).toMatchObject({ outcome: 'deployed' });
  });
});
