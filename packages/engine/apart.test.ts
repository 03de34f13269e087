/** A router that stands apart from the target, with a weight of its own: a load balancer in front of it. */
import type { Router } from '@fairway/routers';
import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { command } from './command.ts';
import { LEASE, withLease } from './lease.ts';
import { recover } from './recover.ts';
import type { Site } from './site.ts';
import { expectOver, options, stateOf, two, withOneLive } from './test-story.ts';
import { bad, type Outside, openSite, type SiteOptions, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

/** `holds`: what it really gives when it is told a weight. */
async function start(more: SiteOptions, holds = (percent: number) => percent) {
  const outside: Outside = await withOneLive();
  const done: string[] = [];
  let weight = 0;
  const router: Router = {
    type: 'balancer',
    async setWeight(percent) {
      done.push(`balancer ${percent}`);
      weight = holds(percent);
    },
    weight: async () => weight,
    async finalize() {
      done.push('balancer finalize');
      weight = 0;
    },
  };
  const { site } = openSite(outside, more);
  const target = new Proxy(site.target, {
    get(real, name) {
      const value = Reflect.get(real, name, real);
      if (typeof value !== 'function' || !['stage', 'promote', 'discard'].includes(String(name)))
        return value;
      return (...args: unknown[]) => {
        done.push(String(name));
        return value.apply(real, args);
      };
    },
  });
  const apart: Site = { ...site, target, router };
  const result = withLease(apart, 'canary', (hold) => canaryRelease(apart, wantedOf(two), options, hold));
  return { outside, done, result };
}

it('gets all traffic to the candidate before the old release ends, and is told of the promotion', async () => {
  const { outside, done, result } = await start({});
  expect(await result).toMatchObject({ outcome: 'promoted' });
  expect(done.slice(done.indexOf('balancer 50'))).toEqual([
    'balancer 50',
    'balancer 100',
    'promote',
    'balancer finalize',
  ]);
  expect(await expectOver(outside, 'apart')).toBe('promoted');
});

it('has its traffic taken back before the candidate ends', async () => {
  const { outside, done, result } = await start({ measure: bad });
  expect(await result).toMatchObject({ outcome: 'aborted' });
  expect(done.slice(done.indexOf('balancer 0'))).toEqual(['balancer 0', 'discard', 'balancer finalize']);
  expect(await expectOver(outside, 'apart')).toBe('aborted');
});

it('is not replaced by another one while it splits the traffic', async () => {
  const { outside, result } = await start({ dieAt: 6 });
  await result.catch(() => undefined);
  const { rollout } = await stateOf(outside);
  expect(rollout).toMatchObject({ router: 'balancer', release: { version: '2.0.0' } });
  outside.now += LEASE;
  const { site } = openSite(outside);
  const refused = 'is split by balancer, and fairway.yml names memory now';
  await expect(withLease(site, 'tick', (hold) => tick(site, hold))).rejects.toThrow(refused);
  await expect(withLease(site, 'deploy', (hold) => recover(site, hold))).rejects.toThrow(refused);
  expect((await stateOf(outside)).rollout).toBeDefined();
  // A person may end it all the same.
  const done = await command(site, { kind: 'abort', full: false, why: '' });
  expect(done).toMatchObject({ outcome: 'aborted' });
});

it('that does not give all traffic is no reason to end the old release', async () => {
  const { outside, done, result } = await start({}, (percent) => (percent === 100 ? 90 : percent));
  const { outcome, failure } = await result;
  expect(outcome).toBe('aborted');
  expect(failure?.message).toContain('the router gives the candidate 90% instead of 100%');
  expect(done).not.toContain('promote');
  expect(await expectOver(outside, 'apart')).toBe('aborted');
  expect((await stateOf(outside)).live?.version).toBe('1.0.0');
});
