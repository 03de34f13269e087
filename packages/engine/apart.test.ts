import { expect, it } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { canaryRelease } from './canary-release.ts';
import { deployRelease } from './deploy.ts';
import { withLease } from './lease.ts';
import type { Site } from './site.ts';
import { type Outside, openSite, release, strategyOf, wantedOf } from './testing.ts';

const one = release('1.0.0', 'a');
const two = release('2.0.0', 'b');
const options = { allowOlder: true, allowStopped: false, skipOrder: true, token: 't' };

/** A canary whose router stands beside the target; `meanwhile` happens at each sleep. */
async function roll(meanwhile: (outside: Outside, sleeps: number) => void) {
  const outside: Outside = { store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 };
  const { site: first } = openSite(outside);
  await withLease(first, 'deploy', async (hold) =>
    deployRelease(first, await first.ledger.read('production'), one, { reason: 'deploy' }, hold),
  );
  outside.world.effects.length = 0;
  const strategy = strategyOf();
  const opened = openSite(outside, { strategy, onSleep: (sleeps) => meanwhile(outside, sleeps) });
  const { router } = opened.site;
  if (!router) throw new Error('no router');
  const site: Site = { ...opened.site, router: { ...router, type: 'beside' } };
  const done = await withLease(site, 'canary', (hold) =>
    canaryRelease(site, wantedOf(two, strategy), options, hold),
  );
  return { done, effects: outside.world.effects, lines: opened.lines };
}

it('shifts again, and bakes anew, when the router has forgotten its weight', async () => {
  let forgot = false;
  const { done, effects, lines } = await roll(({ world }) => {
    if (forgot || world.weight !== 50) return;
    forgot = true;
    world.weight = 0;
  });
  expect(done).toMatchObject({ outcome: 'promoted' });
  expect(effects.filter((effect) => effect === 'weight 50')).toHaveLength(2);
  expect(lines.join('\n')).toContain('gives the candidate 0% of the traffic, not 50%');
});

it('aborts when the router gives more than was ever intended', async () => {
  const { done, effects } = await roll(({ world }) => {
    if (world.weight === 10) world.weight = 80;
  });
  expect(done).toMatchObject({ outcome: 'aborted', weight: 0 });
  expect(done.failure?.message).toContain('the candidate has 80% of the traffic, and 10% was intended');
  expect(effects.slice(-2)).toEqual(['weight 0', 'discard 2.0.0']);
});
