import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { deployRelease } from './deploy.ts';
import { LEASE, withLease } from './lease.ts';
import { sweep } from './sweep.ts';
import { options, stateOf, two, withOneLive } from './test-story.ts';
import { bad, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';

const slow = strategyOf({ bake: '1h', interval: '10m' });

async function left(more: SiteOptions = {}): Promise<Outside> {
  const outside = await withOneLive();
  const { site } = openSite(outside, { strategy: slow, ...more });
  await withLease(site, 'canary', (hold) =>
    canaryRelease(site, wantedOf(two, slow), options, hold, 'due'),
  ).catch(() => undefined);
  return outside;
}

it('ticks, recovers, leaves alone, and goes on when one fails', async () => {
  const baking = await left();
  const failing = await left();
  failing.now += 600_000;
  const dead = await left({ dieAt: 7 });
  dead.now += LEASE + 1;
  const held = await left({ dieAt: 7 });
  const idle = await withOneLive();
  const deploying = await withOneLive();
  const killed = openSite(deploying, { dieAt: 3, after: true });
  await withLease(killed.site, 'deploy', async (hold) =>
    deployRelease(killed.site, await stateOf(deploying), two, { reason: 'deploy' }, hold),
  ).catch(() => undefined);
  deploying.now += LEASE + 1;
  const places: Record<string, Outside> = { baking, failing, dead, held, idle, deploying };
  const open = async (name: string) => {
    const outside = places[name];
    if (!outside) throw new Error(`nothing is known of ${name}`);
    const { site } = openSite(outside, { strategy: slow, ...(name === 'failing' ? { measure: bad } : {}) });
    // Each of them is the one environment of its world.
    return { ...site, environment: 'production' };
  };
  const swept = await sweep(open, ['baking', 'unknown', 'failing', 'dead', 'held', 'idle', 'deploying']);
  expect(swept.map(({ environment, outcome }) => `${environment}: ${outcome}`)).toEqual([
    'baking: baking',
    'unknown: failed',
    'failing: aborted',
    'dead: baking',
    'held: held',
    'idle: idle',
    'deploying: recovered',
  ]);
  expect(swept[0]?.nextAt).toBe(baking.now + 600_000);
  expect(swept[1]?.error?.message).toBe('nothing is known of unknown');
  expect(swept[2]).toMatchObject({ version: '2.0.0', detail: expect.stringContaining('errors: 7%') });
  expect(swept[2]?.error).toBeInstanceOf(Error);
  expect(swept[4]?.detail).toMatch(/^run 1 attempt 1 job j .* carries it$/);
  expect(failing.world).toMatchObject({ weight: 0 });
  expect((await stateOf(deploying)).rollout).toBeUndefined();
});
