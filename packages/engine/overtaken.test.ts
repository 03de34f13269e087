import { acquireLease } from '@fairway/ledger';
import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { LEASE, withLease } from './lease.ts';
import { expectOver, options, stateOf, three, two, withOneLive } from './test-story.ts';
import { type Outside, openSite, strategyOf, wantedOf } from './testing.ts';

const slow = strategyOf({ steps: ['10%', '50%'], bake: '1h', interval: '10m' });

/** A job that carries 2.0.0 and sleeps until its lease is over; meanwhile `others` do what they want. */
async function asleep(outside: Outside, others: () => Promise<void>): Promise<unknown> {
  let done: Promise<void> | undefined;
  let woke = false;
  const { site } = openSite(outside, { strategy: slow });
  const clock: typeof site.ports.clock = {
    ...site.ports.clock,
    async sleep(ms) {
      outside.now += ms;
      if (woke) return;
      woke = true;
      outside.now += LEASE;
      done = others();
      await done;
    },
  };
  const ports = { ...site.ports, clock };
  return await withLease({ ...site, ports }, 'canary', (hold) =>
    canaryRelease({ ...site, ports }, wantedOf(two, slow), options, hold, 'end'),
  );
}

it('who slept through its lease touches nothing of the rollout that came after', async () => {
  const outside = await withOneLive();
  const next = openSite(outside, { strategy: slow });
  const job = asleep(outside, async () => {
    await withLease(next.site, 'canary', (hold) =>
      canaryRelease(next.site, wantedOf(three, slow), options, hold, 'due'),
    );
  });
  await expect(job).rejects.toThrow(/another job had taken production over: this job changes nothing more/);
  expect(outside.world).toMatchObject({ weight: 10, candidate: { digest: three.digest } });
  expect((await stateOf(outside)).rollout).toMatchObject({ release: { version: '3.0.0' }, weight: 10 });
});

it('nor does it write over the state of who carries the same rollout on', async () => {
  const outside = await withOneLive();
  const job = asleep(outside, async () => {
    const { ledger } = openSite(outside).site;
    await acquireLease(ledger, 'production', { owner: 'run 2', purpose: 'tick', ttl: LEASE });
    outside.now += 3_600_000;
  });
  await expect(job).rejects.toThrow('run 2 has taken production over');
  expect((await stateOf(outside)).rollout?.machine).toMatchObject({ phase: 'baking', step: 0 });
  expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10']);
  outside.now += LEASE;
  const { site } = openSite(outside, { strategy: slow });
  await withLease(site, 'canary', (hold) => canaryRelease(site, wantedOf(two, slow), options, hold, 'end'));
  expect(await expectOver(outside, 'afterwards')).toMatch(/promoted|aborted/);
});
