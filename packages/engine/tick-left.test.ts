import type { Notice } from '@fairway/notify';
import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { withLease } from './lease.ts';
import { endLeft, leaveToNext } from './post.ts';
import { recover } from './recover.ts';
import type { Site } from './site.ts';
import { readStatus } from './status.ts';
import { expectOver, one, options, stateOf, story, three, two, withOneLive } from './test-story.ts';
import { slow, start, tickNow } from './test-tick.ts';
import { bad, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

const asking = strategyOf({ steps: [{ weight: '10%', bake: '1s', approve: true }, '50%'] });

it('cancelled, it leaves the rollout to the next tick, and says so in the record', async () => {
  const outside = await withOneLive();
  const cancel = new AbortController();
  const strategy = strategyOf({ bake: '2s' });
  // The first is the start of the app.
  const onSleep = (sleeps: number) => sleeps > 1 && cancel.abort(new Error('cancelled by SIGTERM'));
  const first = start(outside, { strategy, signal: cancel.signal, onSleep });
  await expect(first.work()).rejects.toThrow('cancelled by SIGTERM');
  expect(outside.world).toMatchObject({ weight: 10, candidate: { version: '2.0.0' } });
  const state = await stateOf(outside);
  expect(state.lease).toBeUndefined();
  expect(state.rollout?.weight).toBe(10);
  const words = (await story(outside)).map(({ message }) => message).join('\n');
  expect(words).toContain('interrupted (cancelled by SIGTERM) at 10%; the next tick goes on');
  expect(await tickNow(outside, { strategy })).toMatchObject({ outcome: 'promoted' });
  expect(await expectOver(outside, 'cancelled')).toBe('promoted');
});

it('cancelled while a look is recorded, it forgets nothing of that look', async () => {
  const outside = await withOneLive();
  const cancel = new AbortController();
  const strategy = strategyOf({ steps: [{ weight: '10%', bake: '1s', approve: true }, '50%'] });
  const change = (site: Site): Site => ({
    ...site,
    ledger: {
      ...site.ledger,
      append: (environment, decide) =>
        site.ledger.append(environment, (state, stamp) => {
          const made = decide(state, stamp);
          if (made?.event.message.startsWith('measured at')) cancel.abort(new Error('cancelled by SIGTERM'));
          return made;
        }),
    },
  });
  const first = start(outside, { strategy, signal: cancel.signal, change });
  await expect(first.work()).rejects.toThrow('cancelled by SIGTERM');
  const look = (await story(outside)).find(({ message }) => message.startsWith('measured at'));
  expect(look).toBeDefined();
  // The look ended the bake well: asking again would count the same requests twice.
  expect((await stateOf(outside)).rollout?.machine).toMatchObject({ phase: 'paused', pause: 'approval' });
});

it('killed, its post step leaves the rollout, and frees it for the next tick at once', async () => {
  let notes = 0;
  for (let dieAt = 2; dieAt < 8; dieAt++) {
    const outside = await withOneLive();
    const killed = start(outside, { dieAt });
    leaveToNext(killed.site.ports);
    await killed.work().catch(() => undefined);
    const { site } = openSite(outside);
    const post = { ...site, ports: { ...site.ports, state: killed.site.ports.state } };
    await endLeft(post.ports, async () => post);
    const { rollout, lease } = await stateOf(outside);
    if (!rollout) continue;
    expect(lease).toBeUndefined();
    const words = (await story(outside)).map(({ message }) => message).join('\n');
    if (words.includes('its job was killed')) notes++;
    const done = await tickNow(outside);
    expect(done).toMatchObject({ outcome: 'baking', weight: 10 });
  }
  expect(notes).toBeGreaterThan(2);
});

it('that ended by itself has a post step that changes nothing', async () => {
  const outside = await withOneLive();
  const first = start(outside);
  leaveToNext(first.site.ports);
  await first.work();
  const before = await stateOf(outside);
  await endLeft(first.site.ports, async () => first.site);
  expect(await stateOf(outside)).toEqual(before);
});

it('a pause waits for a person, is told once, and ends by itself when nobody comes', async () => {
  const outside = await withOneLive();
  const told: Notice[] = [];
  const more: SiteOptions = { strategy: asking, notify: (notice) => void told.push(notice) };
  const first = await start(outside, more).work();
  expect(first).toMatchObject({ outcome: 'paused', weight: 10, pause: { why: 'approval' } });
  expect(first.nextAt).toBe(outside.now + 86_400_000);
  expect(await tickNow(outside, more)).toMatchObject({ outcome: 'paused', weight: 10 });
  expect(told.map(({ moment, weight }) => [moment, weight])).toEqual([
    ['start', 0],
    ['pause', 10],
  ]);
  expect(told[1]).toMatchObject({
    release: two,
    before: { version: '1.0.0' },
    mend: expect.stringContaining('promote'),
  });
  const { site } = openSite(outside, more);
  expect(await readStatus(site)).toMatchObject({
    live: one,
    rollout: { release: two, paused: true, phase: 'paused', weight: 10, step: 0 },
  });
  outside.now += 86_400_001;
  expect((await tickNow(outside, more)).failure?.message).toContain('max-pause');
  expect(told.map(({ moment }) => moment)).toEqual(['start', 'pause', 'abort']);
  expect(await expectOver(outside, 'nobody')).toBe('aborted');
});

it('a run whose rollout is paused leaves it, also in its post step', async () => {
  const outside = await withOneLive();
  const { site } = openSite(outside, { strategy: asking });
  const done = await withLease(site, 'canary', (hold) =>
    canaryRelease(site, wantedOf(two, asking), options, hold, 'end'),
  );
  expect(done).toMatchObject({ outcome: 'paused', weight: 10 });
  await endLeft(site.ports, async () => site);
  expect((await stateOf(outside)).rollout?.release).toEqual(two);
  expect(outside.world.weight).toBe(10);
});

it('a newer release supersedes it; the same digest goes on with it', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  expect(await start(outside).work()).toMatchObject({ outcome: 'baking', weight: 10 });
  expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10']);
  expect(await start(outside, {}, three).work()).toMatchObject({ outcome: 'baking', weight: 10 });
  const state = await stateOf(outside);
  expect(state.rollout?.release).toEqual(three);
  expect(state.lastStopped).toMatchObject({ release: two, why: 'superseded by 3.0.0 (sha256:cccccccccccc)' });
  expect(outside.world.candidate).toEqual(three);
});

it('what the guards refuse does not end what is in flight', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  const { site } = openSite(outside, { strategy: slow });
  const refused = withLease(site, 'canary', (hold) =>
    canaryRelease(
      site,
      wantedOf(three, slow),
      { ...options, skipOrder: false, allowOlder: true },
      hold,
      'due',
    ),
  );
  const after = { ...site.settings, after: ['dev'] };
  Object.assign(site, { settings: after });
  await expect(refused).rejects.toThrow(/was never live in dev/);
  expect((await stateOf(outside)).rollout?.release).toEqual(two);
  expect(outside.world.weight).toBe(10);
});

it('a ledger that fails in the middle: users come first, and the next tick makes the record true', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  outside.now += 600_000;
  const { site } = openSite(outside, { strategy: slow, measure: bad });
  let failing = false;
  const append: Site['ledger']['append'] = (...args) =>
    failing ? Promise.reject(new Error('HTTP 503')) : site.ledger.append(...args);
  const broken: Site = {
    ...site,
    ledger: { ...site.ledger, append },
    provider: () => ({
      type: 'test',
      measure: async (question) => {
        failing = true;
        return bad(question);
      },
    }),
  };
  await expect(withLease(broken, 'tick', (hold) => tick(broken, hold))).rejects.toThrow('HTTP 503');
  expect(outside.world.weight).toBe(0);
  expect(outside.world.candidate).toBeUndefined();
  expect((await stateOf(outside)).rollout?.machine).toMatchObject({ phase: 'baking' });
  outside.now += 200_000;
  const done = await tickNow(outside);
  expect(done).toMatchObject({ outcome: 'aborted', weight: 0 });
  expect(await expectOver(outside, 'ledger')).toBe('aborted');
});

it('a rollback ends what is in flight first, says why, and tells people', async () => {
  const outside = await withOneLive();
  await start(outside).work();
  const told: Notice[] = [];
  const { site } = openSite(outside, { strategy: slow, notify: (notice) => void told.push(notice) });
  const state = await withLease(site, 'roll back', (hold) =>
    recover(site, hold, 'ended for a rollback by ada'),
  );
  expect(state.rollout).toBeUndefined();
  expect(state.lastStopped).toMatchObject({ release: two, why: 'ended for a rollback by ada' });
  expect(outside.world.candidate).toBeUndefined();
  expect(told).toMatchObject([{ moment: 'abort', release: two, before: { version: '1.0.0' } }]);
});
