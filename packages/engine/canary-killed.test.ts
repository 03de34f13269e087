import type { Machine } from '@fairway/rollout';
import { describe, expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { LEASE, withLease } from './lease.ts';
import { endLeft } from './post.ts';
import { expectOver, one, options, stateOf, three, two, withOneLive } from './test-story.ts';
import { bad, good, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

function start(outside: Outside, wanted = two, more: SiteOptions = {}, strategy = strategyOf()) {
  const opened = openSite(outside, { strategy, ...more });
  const { site } = opened;
  return {
    ...opened,
    done: withLease(site, 'canary', (hold) => canaryRelease(site, wantedOf(wanted, strategy), options, hold)),
  };
}

describe('a canary that is killed', () => {
  for (const [name, measure] of [
    ['good', good],
    ['bad', bad],
  ] as const) {
    it(`at any effect of a ${name} release is ended by the next job, and the ledger is true`, async () => {
      const rehearsal = start(await withOneLive(), two, { measure });
      await rehearsal.done;
      const count = rehearsal.effects();
      expect(count).toBeGreaterThan(10);
      const outcomes = new Set<string>();
      for (let dieAt = 0; dieAt < count; dieAt++) {
        for (const after of [false, true]) {
          const outside = await withOneLive();
          await start(outside, two, { measure, dieAt, after }).done.catch(() => undefined);
          outside.now += LEASE + 1;
          const result = await start(outside, two, { measure }).done;
          outcomes.add(result.outcome);
          const { world } = outside;
          const state = await stateOf(outside);
          const where = `${name}, killed ${after ? 'after' : 'before'} effect ${dieAt}`;
          expect(
            {
              candidate: world.candidate,
              weight: world.weight,
              rollout: state?.rollout,
              lease: state?.lease,
            },
            where,
          ).toEqual({ weight: 0 });
          expect(state?.live?.digest, where).toBe(world.live?.digest);
          expect(result.outcome === 'aborted' ? one.digest : two.digest, where).toBe(world.live?.digest);
          if (name === 'bad') expect(state?.lastStopped?.release.digest, where).toBe(two.digest);
        }
      }
      expect([...outcomes].sort()).toEqual(name === 'good' ? ['promoted', 'unchanged'] : ['aborted']);
    });
  }

  it('while it aborts stays aborted, whatever is measured later', async () => {
    const rehearsal = start(await withOneLive(), two, { measure: bad });
    await rehearsal.done;
    let seen = 0;
    for (let dieAt = 0; dieAt < rehearsal.effects(); dieAt++) {
      const outside = await withOneLive();
      await start(outside, two, { measure: bad, dieAt }).done.catch(() => undefined);
      const machine = (await stateOf(outside))?.rollout?.machine as Machine | undefined;
      if (machine?.phase !== 'aborting') continue;
      seen++;
      outside.now += LEASE + 1;
      expect(await start(outside).done, `killed at ${dieAt}`).toMatchObject({ outcome: 'aborted' });
    }
    expect(seen).toBeGreaterThan(3);
  });

  it('is ended first when another release comes', async () => {
    for (let dieAt = 0; dieAt < 16; dieAt++) {
      const outside = await withOneLive();
      await start(outside, two, { dieAt }).done.catch(() => undefined);
      outside.now += LEASE + 1;
      expect(await start(outside, three).done).toMatchObject({ outcome: 'promoted' });
      expect(outside.world.live?.digest).toBe(three.digest);
      expect(await stateOf(outside)).toMatchObject({ live: { digest: three.digest } });
    }
  });

  it('is ended by the post step of its own job', async () => {
    for (let dieAt = 3; dieAt < 16; dieAt++) {
      const outside = await withOneLive();
      const killed = start(outside, two, { dieAt });
      await killed.done.catch(() => undefined);
      const { site } = openSite(outside);
      const post = { ...site, ports: { ...site.ports, state: killed.site.ports.state } };
      await endLeft(post.ports, async () => post);
      const state = await stateOf(outside);
      expect(outside.world.weight).toBe(0);
      if (outside.world.live?.digest === one.digest) {
        expect(outside.world.candidate, `killed at ${dieAt}`).toBeUndefined();
        expect(state?.rollout).toBeUndefined();
      }
    }
  });

  it('and whose post step is killed, too, stays aborted once that was recorded', async () => {
    const endings = new Set<string>();
    for (let dieAt = 0; dieAt < 6; dieAt++) {
      const outside = await withOneLive();
      const killed = start(outside, two, { dieAt: 7 });
      await killed.done.catch(() => undefined);
      const { site } = openSite(outside, { dieAt });
      const post = { ...site, ports: { ...site.ports, state: killed.site.ports.state } };
      await endLeft(post.ports, async () => post).catch(() => undefined);
      const { rollout } = await stateOf(outside);
      outside.now += LEASE + 1;
      const next = openSite(outside).site;
      if (rollout) await withLease(next, 'tick', (hold) => tick(next, hold));
      const ending = await expectOver(outside, `post step killed at ${dieAt}`);
      endings.add(`${rollout?.intent === 'weight 0 and discard'} ${ending}`);
    }
    expect([...endings].sort()).toEqual(['false promoted', 'true aborted']);
  });
});
