/** What an effect says it did is no proof: what is read back decides. */
import { expect, it } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { canaryRelease } from './canary-release.ts';
import { deployRelease } from './deploy.ts';
import { LEASE, withLease } from './lease.ts';
import { endLeft } from './post.ts';
import { recover } from './recover.ts';
import type { Site } from './site.ts';
import { type Outside, openSite, release, wantedOf } from './testing.ts';

const one = release('1.0.0', 'a');
const two = release('2.0.0', 'b');
const three = release('3.0.0', 'c');
const flags = { allowOlder: true, allowStopped: false, skipOrder: true, token: 't' };
const stateOf = async ({ store }: Outside) => (await store.head('shop/production'))?.state;

const deploy = (site: Site, wanted = two, reason: 'deploy' | 'rollback' = 'deploy') =>
  withLease(site, reason, async (hold) =>
    deployRelease(site, await recover(site, hold), wanted, { reason }, hold),
  );
const canary = (site: Site, wanted = two) =>
  withLease(site, 'canary', (hold) => canaryRelease(site, wantedOf(wanted), flags, hold));

async function withOneLive(): Promise<Outside> {
  const outside: Outside = { store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 };
  await deploy(openSite(outside).site, one);
  outside.world.effects.length = 0;
  return outside;
}

/** The site with some methods of its target or router replaced. */
function siteWith(
  outside: Outside,
  { target = {}, router = {} }: Partial<Record<'target' | 'router', object>>,
) {
  const { site } = openSite(outside);
  const over = <T extends object>(real: T, more: object) =>
    new Proxy(real, { get: (_, name) => Reflect.get(name in more ? more : real, name) });
  return {
    ...site,
    target: over(site.target, target),
    router: site.router && over(site.router, router),
  };
}

it('a release that cannot be verified is taken back', async () => {
  const outside = await withOneLive();
  const { site } = openSite(outside);
  const verify = async (wanted: typeof one) => {
    const seen = await site.target.verify(wanted);
    return wanted.digest === two.digest ? { ...seen, ok: false, message: 'its files were changed' } : seen;
  };
  const result = await deploy(siteWith(outside, { target: { verify } }));
  expect(result).toMatchObject({ outcome: 'stopped' });
  expect(result.failure?.message).toContain('its files were changed');
  expect(outside.world.live?.digest).toBe(one.digest);
  expect((await stateOf(outside))?.live?.digest).toBe(one.digest);
});

it('going back counts only when it was verified', async () => {
  const outside = await withOneLive();
  const { site } = openSite(outside);
  const verify = async (wanted: typeof one) => ({ ...(await site.target.verify(wanted)), ok: false });
  await expect(deploy(siteWith(outside, { target: { verify } }))).rejects.toThrow(
    /going back to 1\.0\.0 .* failed: .*does not serve 1\.0\.0/s,
  );
  expect((await stateOf(outside))?.rollout?.intent).toBe('go back to 1.0.0');
});

it('an apply whose answer was lost, and which was made, is taken back', async () => {
  const outside = await withOneLive();
  const { site } = openSite(outside);
  const apply: Site['target']['apply'] = async (plan, signal) => {
    const revision = await site.target.apply(plan, signal);
    if (plan.wanted.digest === two.digest) throw new Error('the connection was lost');
    return revision;
  };
  expect(await deploy(siteWith(outside, { target: { apply } }))).toMatchObject({ outcome: 'stopped' });
  expect(outside.world.live?.digest).toBe(one.digest);
  expect((await stateOf(outside))?.live?.digest).toBe(one.digest);
});

it('a router that holds another weight than it was told ends the canary', async () => {
  const outside = await withOneLive();
  const result = await canary(siteWith(outside, { router: { weight: async () => 100 } }));
  expect(result.failure?.message).toContain('the router gives the candidate 100% instead of 10%');
  expect(outside.world).toMatchObject({ live: { digest: one.digest }, weight: 0 });
});

it('an abort is not over while there is a candidate', async () => {
  const outside = await withOneLive();
  let discards = 0;
  const { site } = openSite(outside);
  const discard: NonNullable<Site['target']['discard']> = async (signal) => {
    if (discards++ > 0) await site.target.discard?.(signal);
  };
  const broken = siteWith(outside, { target: { discard }, router: { weight: async () => 99 } });
  expect(await canary(broken)).toMatchObject({ outcome: 'aborted' });
  expect(discards).toBeGreaterThan(1);
  expect(outside.world.candidate).toBeUndefined();
});

/** Killed with 10% of the traffic. */
async function interrupted() {
  for (let dieAt = 0; dieAt < 30; dieAt++) {
    const outside = await withOneLive();
    const killed = openSite(outside, { dieAt });
    await canary(killed.site).catch(() => undefined);
    if (outside.world.weight === 10) return { outside, killed };
  }
  throw new Error('it never had traffic');
}

it('a candidate that somebody put in place of ours ends the canary', async () => {
  const outside = await withOneLive();
  const onSleep = () => {
    outside.world.candidate = three;
  };
  const result = await canary(openSite(outside, { onSleep }).site);
  expect(result.failure?.message).toContain('the candidate is gone');
});

it('a candidate that nobody recorded is discarded before ours is staged', async () => {
  const outside = await withOneLive();
  Object.assign(outside.world, { candidate: three, weight: 30 });
  expect(await canary(openSite(outside).site)).toMatchObject({ outcome: 'promoted' });
  expect(outside.world.effects.slice(0, 3)).toEqual(['weight 0', 'discard 3.0.0', 'stage 2.0.0']);
  const events = await outside.store.history('shop/production', 100);
  expect(events.map(({ event }) => event.message).join()).toContain('stray candidate');
});

it('a canary keeps the guards: what was rolled back does not come again', async () => {
  const outside = await withOneLive();
  await deploy(openSite(outside).site, two);
  await deploy(openSite(outside).site, one, 'rollback');
  await expect(canary(openSite(outside).site)).rejects.toThrow(/was taken back from production/);
  expect(outside.world.live?.digest).toBe(one.digest);
});

it('a post step leaves alone what another job carries', async () => {
  const { outside, killed } = await interrupted();
  outside.now += LEASE + 1;
  await deploy(openSite(outside).site, three);
  const left = openSite(outside, { dieAt: 3 });
  await canary(left.site).catch(() => undefined);
  const before = await stateOf(outside);
  expect(before?.rollout).toBeDefined();
  const post = { ...openSite(outside).site, ports: killed.site.ports };
  await endLeft(post.ports, async () => post);
  expect(await stateOf(outside)).toEqual(before);
});
