import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { canaryRelease } from './canary-release.ts';
import { deployRelease } from './deploy.ts';
import { LEASE, withLease } from './lease.ts';
import { endLeft } from './post.ts';
import type { Site } from './site.ts';
import { bad, type Outside, openSite, release, type SiteOptions, wantedOf } from './testing.ts';

const one = release('1.0.0', 'a');
const two = release('2.0.0', 'b');
const options = { allowOlder: true, allowStopped: false, skipOrder: true, token: 't' };
const fresh = (): Outside => ({ store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 });
const stateOf = async ({ store }: Outside) => (await store.head('shop/production'))?.state;

let server: Server | undefined;
afterEach(() => void server?.close());

/** A check of the environment that answers what `status` says at the moment. */
async function checkOf(status: () => number) {
  server = createServer((_, response) => response.writeHead(status()).end());
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return [{ http, expect: 200, within: 100 }];
}

interface More extends SiteOptions {
  checks?: Site['settings']['checks'];
  change?: (site: Site) => Site;
}

function start(outside: Outside, wanted = two, { checks = [], change = (site) => site, ...more }: More = {}) {
  const opened = openSite(outside, more);
  const site = change({ ...opened.site, settings: { ...opened.site.settings, checks } });
  const done = withLease(site, 'canary', (hold) => canaryRelease(site, wantedOf(wanted), options, hold));
  return { ...opened, site, done };
}

async function withOneLive(): Promise<Outside> {
  const outside = fresh();
  const { site } = openSite(outside);
  await withLease(site, 'deploy', async (hold) =>
    deployRelease(site, await site.ledger.read('production'), one, { reason: 'deploy' }, hold),
  );
  return outside;
}

describe('a release that serves all traffic already', () => {
  it('and failed its first checks is taken up when the job is run again', async () => {
    const outside = fresh();
    let status = 500;
    const checks = await checkOf(() => status);
    const first = await start(outside, one, { checks }).done;
    expect(first).toMatchObject({ outcome: 'aborted', weight: 100 });
    expect(first.failure?.message).toContain('HTTP 500');
    expect((await stateOf(outside))?.live).toBeUndefined();
    status = 200;
    const again = await start(outside, one, { checks }).done;
    expect(again).toMatchObject({ outcome: 'promoted', weight: 100 });
    expect(again.failure).toBeUndefined();
    expect((await stateOf(outside))?.live?.digest).toBe(one.digest);
    expect(outside.world.effects).toEqual(['stage 1.0.0', 'promote 1.0.0']);
  });

  it('while the ledger tells of another is read back and recorded', async () => {
    const outside = await withOneLive();
    outside.world.live = two;
    expect(await start(outside).done).toMatchObject({ outcome: 'promoted', weight: 100, verdicts: [] });
    expect(await stateOf(outside)).toMatchObject({
      live: { digest: two.digest },
      previous: { digest: one.digest },
    });
  });

  it('and fails its checks now is told, and left alone', async () => {
    const outside = await withOneLive();
    const checks = await checkOf(() => 500);
    const result = await start(outside, one, { checks }).done;
    expect(result).toMatchObject({ outcome: 'unchanged', weight: 100 });
    expect(result.failure).toMatchObject({
      message: expect.stringContaining('HTTP 500'),
      mend: expect.stringMatching('roll back'),
    });
  });
});

describe('an abort', () => {
  it('after a promotion whose answer was lost goes back, and the ledger stays true', async () => {
    const outside = await withOneLive();
    let broken = false;
    const change = (site: Site): Site => ({
      ...site,
      target: new Proxy(site.target, {
        get(target, name) {
          if (name === 'promote' && outside.world.candidate?.digest === two.digest) {
            return async (digest: string, signal: AbortSignal) => {
              await target.promote?.(digest, signal);
              broken = true;
              throw new Error('the connection was lost');
            };
          }
          if (name === 'inspect' && broken) {
            broken = false;
            return async () => {
              throw new Error('no answer');
            };
          }
          return Reflect.get(target, name, target);
        },
      }),
    });
    const result = await start(outside, two, { change }).done;
    expect(result.outcome).toBe('aborted');
    expect(outside.world.live?.digest).toBe(one.digest);
    expect(await stateOf(outside)).toMatchObject({
      live: { digest: one.digest },
      lastStopped: { release: two },
    });
  });

  it('that comes after the switch leaves the release live, and the ledger says that it came too late', async () => {
    const outside = await withOneLive();
    const cancel = new AbortController();
    const change = (site: Site): Site => ({
      ...site,
      target: new Proxy(site.target, {
        get(target, name) {
          if (name !== 'promote') return Reflect.get(target, name, target);
          return async (digest: string, signal: AbortSignal) => {
            const revision = await target.promote?.(digest, signal);
            if (digest === two.digest) cancel.abort(new Error('cancelled by SIGTERM'));
            return revision;
          };
        },
      }),
    });
    const result = await start(outside, two, { change, signal: cancel.signal }).done;
    expect(result.outcome).toBe('promoted');
    expect(await stateOf(outside)).toMatchObject({ live: { digest: two.digest } });
    const told = (await outside.store.history('shop/production', 5)).map(({ event }) => event.message);
    const aborted = told.findIndex((words) => words.startsWith('Abort: cancelled by SIGTERM'));
    expect(told[aborted - 1]).toContain('too late to abort: it serves all traffic already');
  });

  it('takes the traffic away before anything is read', async () => {
    const outside = await withOneLive();
    let inspected = 0;
    const change = (site: Site): Site => ({
      ...site,
      target: new Proxy(site.target, {
        get(target, name) {
          if (name !== 'inspect') return Reflect.get(target, name, target);
          return async (signal?: AbortSignal) => {
            if (outside.world.weight > 0) inspected++;
            return await target.inspect(signal);
          };
        },
      }),
    });
    const result = await start(outside, two, { change, measure: bad }).done;
    expect(result).toMatchObject({ outcome: 'aborted', weight: 0 });
    expect(result.failure?.message).toContain('7% is above max 1%');
    expect(outside.world).toMatchObject({ live: { digest: one.digest }, weight: 0 });
    // During the bake. A release that hangs makes every look at it slow, and a cancelled job has no time.
    expect(inspected).toBe(1);
  });
});

describe('a canary that is killed', () => {
  it('while it goes back goes on going back, also when its checks pass by then', async () => {
    let seen = 0;
    for (let dieAt = 0; dieAt < 30; dieAt++) {
      const outside = await withOneLive();
      const checks = await checkOf(() => (outside.world.live?.digest === two.digest ? 500 : 200));
      const failing = start(outside, two, { checks, dieAt });
      await failing.done.catch(() => undefined);
      server?.close();
      const left = (await stateOf(outside))?.rollout;
      if (!left?.intent.startsWith('go back') || outside.world.live?.digest === one.digest) continue;
      seen++;
      outside.now += LEASE + 1;
      outside.world.effects.length = 0;
      expect((await start(outside).done).outcome, `killed at ${dieAt}`).toBe('promoted');
      // Back first; then it has to walk all steps once more.
      expect(outside.world.effects.join()).toMatch(
        /promote 1\.0\.0,stage 2\.0\.0,weight 10,.*promote 2\.0\.0$/,
      );
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('right after its first record is ended by its post step', async () => {
    const outside = await withOneLive();
    let dieAt = 0;
    while (!(await stateOf(outside))?.rollout) {
      outside.now += LEASE + 1;
      const killed = start(outside, two, { dieAt: dieAt++, after: true });
      await killed.done.catch(() => undefined);
      const { site } = openSite(outside);
      const post = { ...site, ports: { ...site.ports, state: killed.site.ports.state } };
      if (!(await stateOf(outside))?.rollout) continue;
      await endLeft(post.ports, async () => post);
      break;
    }
    const state = await stateOf(outside);
    expect(state?.rollout).toBeUndefined();
    expect(state?.lease).toBeUndefined();
    expect(state?.lastStopped?.why).toContain('cancelled before it was live');
  });

  it('fails its post step when that cannot end it', async () => {
    const outside = await withOneLive();
    let count = 0;
    while (outside.world.weight === 0) {
      outside.now += LEASE + 1;
      await start(outside, two, { dieAt: count++ }).done.catch(() => undefined);
    }
    outside.now += LEASE + 1;
    const killed = start(outside, two, { dieAt: 1 });
    await killed.done.catch(() => undefined);
    const { site } = openSite(outside);
    const rollout = (await stateOf(outside))?.rollout?.id ?? '';
    killed.site.ports.state.set('rollout', rollout);
    const discard = async () => {
      throw new Error('no answer');
    };
    const target = new Proxy(site.target, {
      get: (real, name) => (name === 'discard' ? discard : Reflect.get(real, name, real)),
    });
    const post = { ...site, target, ports: { ...site.ports, state: killed.site.ports.state } };
    await expect(endLeft(post.ports, async () => post)).rejects.toThrow(/2\.0\.0 .* could not be ended: no/);
    expect((await stateOf(outside))?.rollout?.id).toBe(rollout);
  });
});
