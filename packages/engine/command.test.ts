import { requestDecision } from '@fairway/ledger';
import { GateError } from '@fairway/runtime';
import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { command } from './command.ts';
import { deployRelease } from './deploy.ts';
import { withLease } from './lease.ts';
import { expectOver, options, stateOf, story, two, withOneLive } from './test-story.ts';
import { type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';

const slow = strategyOf({ steps: ['10%', '50%'], bake: '1h', interval: '10m' });
const asking = strategyOf({ steps: [{ weight: '10%', bake: '1s', approve: true }, '50%'] });

function start(outside: Outside, more: SiteOptions = {}, until: 'end' | 'due' = 'end') {
  const { strategy = slow } = more;
  const { site } = openSite(outside, { strategy, ...more });
  return withLease(site, 'canary', (hold) =>
    canaryRelease(site, wantedOf(two, strategy), options, hold, until),
  );
}

const person = (outside: Outside, strategy = slow) => openSite(outside, { strategy }).site;
const abort = { kind: 'abort', full: false, why: 'complaints' } as const;
const goOn = { kind: 'promote', full: false, why: '' } as const;
const now = { ...goOn, full: true };

it('an abort of a rollout that a running job carries is taken up by it, within ten seconds', async () => {
  const outside = await withOneLive();
  let asked: Promise<unknown> | undefined;
  let at = 0;
  const onSleep = (sleeps: number) => {
    if (sleeps !== 10) return;
    at = outside.now;
    asked = command(person(outside), abort);
  };
  const run = await start(outside, { onSleep });
  expect(run).toMatchObject({ outcome: 'aborted', weight: 0 });
  expect(run.failure?.message).toContain('tester aborted it: complaints');
  expect(await asked).toMatchObject({
    outcome: 'aborted',
    weight: 0,
    seen: ['tester aborted it: complaints'],
  });
  const events = await story(outside);
  const taken = events.find(({ message }) => message === 'Abort: tester aborted it: complaints');
  // Both processes push the one clock of the test: the person's pauses count, too.
  expect(Date.parse(taken?.at ?? '') - at).toBeLessThan(20_000);
  expect(events.map(({ type }) => type)).toContain('rollout-requested');
  expect(taken?.data).toMatchObject({ answers: { kind: 'abort', why: 'complaints' } });
  expect(events.map(({ message }) => message).join()).not.toContain('lets it go on');
  expect(await expectOver(outside, 'asked')).toBe('aborted');
});

it('a promotion at once is taken up by the running job: what is left is skipped', async () => {
  const outside = await withOneLive();
  let asked: Promise<unknown> | undefined;
  const onSleep = (sleeps: number) => {
    if (sleeps === 10) asked = command(person(outside), now);
  };
  expect(await start(outside, { onSleep })).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(await asked).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(outside.world.effects).toEqual(['stage 2.0.0', 'weight 10', 'promote 2.0.0']);
  expect((await story(outside)).map(({ message }) => message)).toContain('tester promotes it at once');
  expect(await expectOver(outside, 'asked')).toBe('promoted');
});

it('a promotion that ends in an abort, and an abort that comes after the promotion, are failures', async () => {
  const stopped = await withOneLive();
  await start(stopped, {}, 'due');
  const unlucky = await command(between(stopped, abort), goOn);
  expect(unlucky).toMatchObject({ outcome: 'aborted', weight: 0 });
  expect(unlucky.failure?.message).toBe('the rollout was aborted: tester aborted it: complaints');

  const promoted = await withOneLive();
  await start(promoted, {}, 'due');
  const late = await command(between(promoted, now), abort);
  expect(late).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(late.failure?.message).toContain('the abort came too late');
  expect(late.failure).toBeInstanceOf(GateError);
});

/** A person in whose way another one comes: the rollout ends between two looks at the ledger. */
function between(outside: Outside, wanted: Parameters<typeof command>[1]) {
  const site = person(outside);
  let reads = 0;
  const read: typeof site.ledger.read = async (environment) => {
    if (++reads === 2) await command(person(outside), wanted);
    return await site.ledger.read(environment);
  };
  return { ...site, ledger: { ...site.ledger, read } };
}

it('what nobody carries is done by the command itself', async () => {
  for (const [wanted, outcome] of [
    [abort, 'aborted'],
    [now, 'promoted'],
  ] as const) {
    const outside = await withOneLive();
    await start(outside, {}, 'due');
    expect(await command(person(outside), wanted)).toMatchObject({ outcome });
    expect(await expectOver(outside, outcome)).toBe(outcome);
  }
});

it('a promotion lets a paused rollout go on, and is no shortcut for one that bakes', async () => {
  const outside = await withOneLive();
  expect(await start(outside, { strategy: asking })).toMatchObject({ outcome: 'paused' });
  const on = await command(person(outside, asking), goOn);
  expect(on).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(on.verdicts).toMatchObject([{ weight: 50 }]);
  expect((await story(outside)).map(({ message }) => message)).toContain('tester lets it go on');

  const baking = await withOneLive();
  await start(baking, {}, 'due');
  expect(await command(person(baking), goOn)).toMatchObject({ outcome: 'baking', weight: 10 });
  expect(baking.world.effects).toEqual(['stage 2.0.0', 'weight 10']);
});

it('a request that its holder left behind is taken up by the next process', async () => {
  const outside = await withOneLive();
  await start(outside, {}, 'due');
  const id = (await stateOf(outside)).rollout?.id ?? '';
  const { ledger } = person(outside);
  await ledger.append('production', (state, stamp) =>
    requestDecision(state, { id, kind: 'abort', why: 'later' }, stamp),
  );
  const again = await start(outside, {}, 'due');
  expect(again).toMatchObject({ outcome: 'aborted' });
  expect((await stateOf(outside)).lastStopped?.why).toBe('tester aborted it: later');
});

it('a promotion that was asked for before the pause does not answer for the pause', async () => {
  const outside = await withOneLive();
  const site = person(outside, asking);
  const onSleep = async (sleeps: number) => {
    const id = (await stateOf(outside)).rollout?.id;
    if (sleeps === 1 && id) {
      await site.ledger.append('production', (state, stamp) =>
        requestDecision(state, { id, kind: 'promote' }, stamp),
      );
    }
  };
  const paused = await start(outside, { strategy: asking, onSleep: (sleeps) => void onSleep(sleeps) });
  expect(paused).toMatchObject({ outcome: 'paused', weight: 10 });
  expect((await stateOf(outside)).rollout?.request).toMatchObject({ kind: 'promote' });
  outside.now += 60_000;
  expect(await start(outside, { strategy: asking }, 'due')).toMatchObject({ outcome: 'paused', weight: 10 });
  expect((await stateOf(outside)).rollout?.request).toBeUndefined();
  expect((await story(outside)).map(({ message }) => message)).toContain(
    'tester asked to let it go on before it paused for this',
  );
  // Asked for now, it counts.
  expect(await command(site, goOn)).toMatchObject({ outcome: 'promoted' });
});

it('a holder that never takes it up is told of, and the request stays', async () => {
  const outside = await withOneLive();
  await start(outside, {}, 'due');
  const { site } = openSite(outside, { strategy: slow });
  await withLease(site, 'stuck', async () => {
    // Renewed by nobody in this test: the command may not wait for that.
    await expect(command(person(outside), abort)).rejects.toThrow(/has not ended the rollout of 2\.0\.0/);
  });
  expect((await stateOf(outside)).rollout?.request).toMatchObject({ kind: 'abort', why: 'complaints' });
});

it('a holder that died is not waited for longer than its lease', async () => {
  const outside = await withOneLive();
  await start(outside, { dieAt: 9 }).catch(() => undefined);
  expect((await stateOf(outside)).lease).toBeDefined();
  outside.now += 100_000;
  expect(await command(person(outside), abort)).toMatchObject({ outcome: 'aborted' });
  expect(await expectOver(outside, 'died')).toBe('aborted');
});

it('a promotion of a release that does not stand yet is kept until it does', async () => {
  const outside = await withOneLive();
  // Killed right before it is staged.
  await start(outside, { dieAt: 2 }).catch(() => undefined);
  expect((await stateOf(outside)).rollout?.machine).toMatchObject({ phase: 'staging' });
  outside.now += 200_000;
  expect(await command(person(outside), now)).toMatchObject({ outcome: 'promoted', weight: 100 });
  expect(outside.world.effects).toEqual(['stage 2.0.0', 'promote 2.0.0']);
  expect(await expectOver(outside, 'kept')).toBe('promoted');
});

it('an abort works also while what runs cannot be read at first', async () => {
  const outside = await withOneLive();
  await start(outside, {}, 'due');
  const site = person(outside);
  let broken = true;
  const weight = async () => {
    if (!broken) return outside.world.weight;
    broken = false;
    throw new Error('no server takes requests');
  };
  const router = site.router && Object.assign(Object.create(site.router), { weight });
  expect(await command({ ...site, router }, abort)).toMatchObject({ outcome: 'aborted' });
  expect(await expectOver(outside, 'blind')).toBe('aborted');
});

it('with nothing in flight an abort changes nothing, and a promotion is refused', async () => {
  const outside = await withOneLive();
  const before = await stateOf(outside);
  expect(await command(person(outside), abort)).toMatchObject({ outcome: 'idle' });
  await expect(command(person(outside), goOn)).rejects.toThrow('no rollout is in flight');
  expect(await stateOf(outside)).toEqual(before);
});

it('what was deployed without steps can be ended, not promoted', async () => {
  const outside = await withOneLive();
  const killed = openSite(outside, { dieAt: 3 });
  await withLease(killed.site, 'deploy', async (hold) =>
    deployRelease(killed.site, await stateOf(outside), two, { reason: 'deploy' }, hold),
  ).catch(() => undefined);
  expect((await stateOf(outside)).rollout).toBeDefined();
  outside.now += 200_000;
  await expect(command(person(outside), now)).rejects.toThrow('not released in steps');
  expect(await command(person(outside), abort)).toMatchObject({ outcome: 'recovered' });
  expect((await stateOf(outside)).rollout).toBeUndefined();
});
