import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Release } from '@fairway/ledger';
import { memoryLog } from '@fairway/runtime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lane } from '../../../test/support/lanes.ts';
import { deployed, freePort, service, TestHome, until } from '../../targets/process/test-home.ts';
import { openRouter } from '../index.ts';
import { hasHaproxy, TestHaproxy } from '../test-haproxy.ts';
import type { Router } from '../types.ts';

const never = new AbortController().signal;
let home: TestHome;
let scene: Awaited<ReturnType<typeof deployed>>;
let candidate: Release;
let port: number;
let proxy: TestHaproxy;

const CONFIG = { backend: 'shop', live: 'live', candidate: 'candidate', drain: 2_000 };
const open = (more = {}): Router =>
  openRouter('haproxy', { ...CONFIG, socket: proxy.socket, ...more }, home.context('edge'), scene.target);

lane('haproxy', hasHaproxy(), () => {
  beforeAll(async () => {
    home = await TestHome.create();
    const slow = service({
      rest: `if (url.pathname === '/slow') await new Promise((r) => setTimeout(r, 400));`,
    });
    scene = await deployed(home, 'edge', await home.release('1.0.0', slow));
    port = (await scene.status()).port ?? 0;
    candidate = await home.release('2.0.0', slow);
  });
  afterAll(() => home.remove());
  beforeEach(async () => {
    await scene.target.stage(candidate, never);
    proxy = await TestHaproxy.start({ live: port });
  });
  afterEach(() => proxy.stop());

  describe('what an operator does meanwhile', () => {
    it('a live server that was taken out gets no traffic, and its traffic is told', async () => {
      const router = open();
      await router.setWeight(5, never);
      await proxy.ask('set server shop/live state maint');
      expect(await router.weight()).toBe(100);
      for (const effect of [() => router.setWeight(0, never), () => router.setWeight(10, never)]) {
        await expect(effect()).rejects.toThrow('shop/live is in maintenance, set by somebody else');
      }
      await expect(router.finalize(never)).rejects.toThrow('shop/live is in maintenance');
      expect(await answers(20)).toEqual({ '2.0.0': 20 });
      await router.setWeight(100, never);
      await proxy.ask('set server shop/live state drain');
      await expect(router.setWeight(0, never)).rejects.toMatchObject({
        message: expect.stringContaining('shop/live is draining, set by somebody else'),
        mend: expect.stringContaining('set server shop/live state ready'),
      });
      await proxy.ask('set server shop/live state ready');
      await router.setWeight(0, never);
      expect(await answers(20)).toEqual({ '1.0.0': 20 });
    });

    it('a candidate that was taken out is not put back, but may lose its weight', async () => {
      const router = open();
      for (const state of ['maint', 'drain']) {
        await router.setWeight(25, never);
        await proxy.ask(`set server shop/candidate state ${state}`);
        expect(await router.weight()).toBe(0);
        await expect(router.setWeight(50, never)).rejects.toThrow(
          'somebody has put server shop/candidate into',
        );
        expect(await answers(12)).toEqual({ '1.0.0': 12 });
        await router.setWeight(0, never);
        await proxy.ask('set server shop/candidate state ready');
      }
      await router.setWeight(50, never);
      expect(await router.weight()).toBe(50);
    });

    it('other weights are told as they are', async () => {
      const router = open();
      await router.setWeight(25, never);
      await proxy.ask('set server shop/live weight 1');
      expect(await router.weight()).toBe(96.15);
      await proxy.ask('set server shop/live weight 50');
      expect(await open().weight()).toBe(33.3);
      await proxy.ask('set server shop/live weight 0;set server shop/candidate weight 0');
      await expect(router.weight()).rejects.toThrow('no server of backend shop takes requests');
    });

    it('a reload that loses weights and pins is told, and set right again', async () => {
      const router = open();
      await router.setPins?.([{ cookie: 'canary', value: 'yes' }], never);
      await router.setWeight(25, never);
      await proxy.reload();
      expect([await router.weight(), await router.pins?.()]).toEqual([0, []]);
      expect(await answers(8, { cookie: 'canary=yes' })).toEqual({ '1.0.0': 8 });
      await router.setWeight(25, never);
      expect(await router.weight()).toBe(25);
    });
  });

  describe('what haproxy.cfg says', () => {
    const configured = async (edit: (text: string) => string) => {
      await proxy.stop();
      proxy = await TestHaproxy.start({ live: port, edit });
      return open();
    };

    it('names that do not exist are told with those that do', async () => {
      await expect(open({ backend: 'shopp' }).weight()).rejects.toThrow('there is no such backend');
      await expect(open({ candidate: 'canary' }).setWeight(5, never)).rejects.toThrow(
        'backend shop of HAProxy has no server "canary". It has: live, candidate.',
      );
    });

    it.each(['user', 'operator'])('a socket of level %s may look, but not shift', async (level) => {
      const router = await configured((text) => text.replace('level admin', `level ${level}`));
      expect(await router.weight()).toBe(0);
      const error = await router.setWeight(5, never).catch((thrown) => thrown);
      expect(error).toMatchObject({ name: 'UserError', where: proxy.socket });
      expect(`${error.message} ${error.mend}`).toMatch(/may not do that.*level admin/);
    });

    it('pins that it does not ask for are refused by name, with the line that is missing', async () => {
      const router = open();
      const pins = [
        { header: 'X-Canary', value: 'a' },
        { header: 'X-Other', value: 'b' },
      ];
      const error = await router.setPins?.(pins, never).catch((thrown) => thrown);
      expect(error.message).toContain('HAProxy cannot pin by header X-Other:');
      expect(error.mend).toContain('if { req.fhdr(x-other) -m str -f <folder>/shop-header-x-other.acl }');
      expect(await router.pins?.()).toEqual([]);
    });

    it('a live server that does not point at the target is refused', async () => {
      const router = await configured((text) =>
        text.replace(`server live 127.0.0.1:${port}`, 'server live 127.0.0.1:9'),
      );
      await expect(router.setWeight(5, never)).rejects.toThrow(/points at port 9, but .* serves port/);
      expect(await router.weight()).toBe(0);
    });

    it('a third server that takes traffic is refused and counted, a backup is not', async () => {
      const third = (more: string) => (text: string) =>
        `${text}  server third 127.0.0.1:${port} weight 100 ${more}\n`;
      const split = await configured(third(''));
      await expect(split.setWeight(5, never)).rejects.toThrow('also sends requests to third');
      await proxy.ask('set server shop/candidate weight 100;set server shop/candidate state ready');
      expect(await split.weight()).toBe(33.3);
      const backed = await configured(third('backup'));
      await backed.setWeight(5, never);
      expect(await backed.weight()).toBe(5);
    });

    it('an agent check that may change weights at any time is told', async () => {
      const agent = 'agent-check agent-port 9 agent-inter 1h';
      await configured((text) => text.replace('weight 0 disabled', `weight 0 disabled ${agent}`));
      const context = home.context('edge');
      const log = memoryLog();
      const told = { ...context, ports: { ...context.ports, log } };
      await openRouter('haproxy', { ...CONFIG, socket: proxy.socket }, told, scene.target).setWeight(
        5,
        never,
      );
      expect(log.lines.join('\n')).toContain(
        'An agent check may change weight and state of server shop/candidate',
      );
    });

    it('a socket on a port works as one in a folder', async () => {
      const at = `127.0.0.1:${await freePort()}`;
      await configured((text) =>
        text.replace('\n\ndefaults', `\n  stats socket ipv4@${at} level admin\n\ndefaults`),
      );
      const router = open({ socket: at });
      await router.setWeight(5, never);
      expect(await router.weight()).toBe(5);
    });

    it('a static algorithm knows no weights', async () => {
      const router = await configured((text) => text.replace('balance roundrobin', 'balance static-rr'));
      await expect(router.setWeight(5, never)).rejects.toThrow('balances by a static algorithm');
    });

    it('health checks and a stale address do not keep the candidate out', async () => {
      const checked = (text: string) =>
        text
          .replace('weight 0 disabled', 'weight 0 check inter 100 fall 1')
          .replace('weight 100', 'weight 100 check');
      const router = await configured(checked);
      await until(async () => /^shop,candidate,.*,DOWN,/m.test(await proxy.ask('show stat')));
      await router.setWeight(50, never);
      await sleep(300);
      expect(await router.weight()).toBe(50);
      expect((await answers(40))['2.0.0']).toBeGreaterThanOrEqual(18);
    });
  });

  describe('traffic', () => {
    it('loses no request from the first percent through the promotion and its end', async () => {
      const router = open();
      const load = startLoad();
      for (const percent of [0, 1, 10, 50, 100]) {
        await router.setWeight(percent, never);
        await sleep(120);
      }
      const digest = (await scene.target.promote(candidate.digest, never)).digest;
      await router.finalize(never);
      await sleep(150);
      const { failed, seen } = await load();
      expect(digest).toBe(candidate.digest);
      expect(failed).toEqual([]);
      expect(seen['2.0.0']).toBeGreaterThan(50);
      const next = await home.release('1.0.1', service());
      await scene.target.apply(scene.target.plan(await scene.target.inspect(), next), never);
    });

    it('loses no request when the candidate is taken out, not even slow and pinned ones', async () => {
      const router = open();
      await router.setPins?.([{ header: 'x-canary', value: 'always' }], never);
      await router.setWeight(50, never);
      const loads = [startLoad(), startLoad('/slow'), startLoad('/slow', { 'x-canary': 'always' })];
      await sleep(500);
      // In the order of the engine.
      await router.setWeight(0, never);
      await router.setPins?.([], never);
      await scene.target.discard(never);
      await router.finalize(never);
      await sleep(100);
      for (const load of loads) expect((await load()).failed).toEqual([]);
      expect(await answers(10)).not.toHaveProperty(['2.0.0']);
    });
  });
});

function ask(agent: Agent, path = '/', headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number; version: string }>((resolve, reject) => {
    const sent = request({ port: proxy.port, agent, path, headers }, (response) => {
      response.resume();
      const version = String(response.headers['x-version']);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, version }));
      response.on('error', reject);
    });
    sent.on('error', reject).end();
  });
}

/** How many answers came from each version. */
async function answers(requests: number, headers: Readonly<Record<string, string>> = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const found = await Promise.all(Array.from({ length: requests }, () => ask(agent, '/', headers)));
  agent.destroy();
  const seen: Record<string, number> = {};
  for (const { version } of found) seen[version] = (seen[version] ?? 0) + 1;
  return seen;
}

/** Eight clients that ask again and again; the returned function ends them and tells what they saw. */
function startLoad(path = '/', headers: Readonly<Record<string, string>> = {}) {
  const agent = new Agent({ keepAlive: true });
  const seen: Record<string, number> = {};
  const failed: string[] = [];
  let going = true;
  const client = async () => {
    while (going) {
      await ask(agent, path, headers).then(
        ({ status, version }) => {
          if (status !== 200) failed.push(`answer ${status} of ${version}`);
          seen[version] = (seen[version] ?? 0) + 1;
        },
        (error: Error) => failed.push(error.message),
      );
    }
  };
  const clients = Array.from({ length: 8 }, client);
  return async () => {
    going = false;
    await Promise.all(clients);
    agent.destroy();
    return { failed, seen };
  };
}
