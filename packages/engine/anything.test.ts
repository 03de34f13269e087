/** Whatever happens, in whatever order: seeds are fixed, and a failure names its own. */
import { expect, it } from 'vitest';
import { canaryRelease } from './canary-release.ts';
import { command } from './command.ts';
import { LEASE, withLease } from './lease.ts';
import { sweep } from './sweep.ts';
import { one, options, stateOf, story, three, two, withOneLive } from './test-story.ts';
import { bad, good, type Outside, openSite, type SiteOptions, strategyOf, wantedOf } from './testing.ts';
import { tick } from './tick.ts';

const strategies = [
  strategyOf({ steps: ['5%', '30%'], bake: '2m', interval: '30s', 'max-pause': '1h' }),
  strategyOf({
    steps: ['10%', { weight: '40%', approve: true }],
    bake: '1m',
    'max-pause': '30m',
    'after-switch': {},
  }),
  strategyOf({ 'before-traffic': {}, 'after-switch': {}, bake: '1m', 'max-pause': '30m' }, 'blue-green'),
  strategyOf({ 'after-switch': {}, bake: '1m', 'max-pause': '30m' }, 'recreate'),
];

/** Numbers from 0 up to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

const sometimes = ['unclear', 'failing', 'empty'] as const;
const measures: Record<(typeof sometimes)[number], SiteOptions['measure']> = {
  unclear: () => ({ kind: 'counts', events: Number.NaN, total: 10, query: 'q' }),
  failing: () => ({ kind: 'failure', query: 'q', reason: 'HTTP 500' }),
  empty: () => ({ kind: 'no-data', query: 'q', reason: 'nothing' }),
};

async function happen(outside: Outside, random: () => number): Promise<string> {
  const strategy = strategies[Math.floor(random() * strategies.length)] ?? strategies[0];
  const pick = <T>(...from: T[]): T => from[Math.floor(random() * from.length)] as T;
  const dies = random() < 0.4 ? { dieAt: Math.floor(random() * 25), after: random() < 0.5 } : {};
  const measure = random() < 0.15 ? bad : random() < 0.2 ? measures[pick(...sometimes)] : good;
  const cancel = new AbortController();
  const at = Math.floor(random() * 60);
  const onSleep = (sleeps: number) => {
    if (at < 10 && sleeps === at) cancel.abort(new Error('cancelled'));
  };
  const healthy = random() < 0.05 ? ({ version }: { version: string }) => version !== '2.0.0' : () => true;
  const { site } = openSite(outside, {
    ...dies,
    ...{ measure: measure ?? good, onSleep, healthy, signal: cancel.signal },
    ...(strategy ? { strategy } : {}),
  });
  const wanted = wantedOf(pick(two, two, three), strategy);
  const release = (until: 'end' | 'due') => () =>
    withLease(site, until, (hold) => canaryRelease(site, wanted, options, hold, until));
  const asked = { full: random() < 0.3, why: 'because' };
  const [name, act] = pick<[string, () => Promise<unknown>]>(
    ['run', release('end')],
    ['start', release('due')],
    ['tick', () => withLease(site, 'tick', (hold) => tick(site, hold))],
    ['tick', () => withLease(site, 'tick', (hold) => tick(site, hold))],
    ['promote', () => command(site, { kind: 'promote', ...asked })],
    ['abort', () => command(site, { kind: 'abort', ...asked })],
    ['sweep', () => sweep(async () => site, ['production'])],
    ['the router restarts', async () => Object.assign(outside.world, { weight: 0 })],
    ['time passes', async () => Object.assign(outside, { now: outside.now + random() * 3_600_000 })],
  );
  await act().catch(() => undefined);
  // What is dead stays dead; its lease runs out, or somebody comes while it holds.
  if (random() < 0.7) outside.now += LEASE + 1;
  return `${name} of ${wanted.release.version} by ${wanted.strategy} ${JSON.stringify(dies)}`;
}

const seeds = Array.from({ length: 150 }, (_, i) => i + 1);

it('it ends, nothing is split, and the ledger tells what runs', async () => {
  const ends = new Set<string>();
  for (const seed of seeds) {
    const random = numbers(seed);
    const outside = await withOneLive();
    const happened: string[] = [];
    const where = () => `seed ${seed}: ${happened.join('; ')}`;
    for (let i = 0; i < 12; i++) {
      happened.push(await happen(outside, random));
      const { rollout } = await stateOf(outside);
      // Never more traffic than somebody has written down before.
      const written = (await story(outside)).filter(({ data }) => data?.rollout === rollout?.id);
      const most = Math.max(0, ...written.map(({ data }) => Number(data?.weight ?? 0)));
      if (rollout) expect(outside.world.weight, where()).toBeLessThanOrEqual(most);
      expect(outside.world.live, where()).toBeDefined();
    }
    for (let ticks = 0; (await stateOf(outside)).rollout; ticks++) {
      if (ticks > 60) throw new Error(`it never ends: ${where()}`);
      outside.now += LEASE + 1;
      const { site } = openSite(outside, { strategy: strategies[0] ?? strategyOf() });
      const done = await withLease(site, 'tick', (hold) => tick(site, hold));
      outside.now = Math.max(outside.now, (done.nextAt ?? 0) + 1);
    }
    const state = await stateOf(outside);
    const { world } = outside;
    expect({ candidate: world.candidate, weight: world.weight }, where()).toEqual({ weight: 0 });
    expect(state.live?.digest, where()).toBe(world.live?.digest);
    const events = await story(outside);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    expect(count('rollout-started'), where()).toBe(count('rollout-succeeded') + count('rollout-stopped'));
    ends.add(state.live?.digest ?? '');
  }
  expect(ends).toEqual(new Set([one.digest, two.digest, three.digest]));
});
