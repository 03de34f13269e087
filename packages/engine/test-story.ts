/** Test support: an environment with one release live, and what the ledger tells of it afterwards. */
import type { EnvironmentState, LedgerEvent } from '@fairway/ledger';
import { expect } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { memoryWorld } from '../targets/memory/index.ts';
import { deployRelease } from './deploy.ts';
import { holderOf, withLease } from './lease.ts';
import { type Outside, openSite, release } from './testing.ts';

export const one = release('1.0.0', 'a');
export const two = release('2.0.0', 'b');
export const three = release('3.0.0', 'c');
export const options = { allowOlder: true, allowStopped: false, skipOrder: true, token: 't' };

export async function withOneLive(): Promise<Outside> {
  const outside: Outside = { store: memoryStore(), world: memoryWorld(), now: 1_700_000_000_000 };
  const { site } = openSite(outside);
  await withLease(site, 'deploy', async (hold) =>
    deployRelease(site, await site.ledger.read('production'), one, { reason: 'deploy' }, hold),
  );
  outside.world.effects.length = 0;
  return outside;
}

export async function stateOf({ store }: Outside): Promise<EnvironmentState> {
  const state = (await store.head('shop/production'))?.state;
  if (!state) throw new Error('the ledger is empty');
  return state;
}

/** All events, oldest first. */
export async function story({ store }: Outside): Promise<LedgerEvent[]> {
  return (await store.history('shop/production', 10_000)).reverse().map(({ event }) => event);
}

/** It is over: nothing is split, nothing is left over, and the ledger says what runs. */
export async function expectOver(outside: Outside, where: string): Promise<'promoted' | 'aborted'> {
  const { world } = outside;
  const state = await stateOf(outside);
  // A process that died after its last word leaves a lease, which only expires.
  const held = holderOf(state, outside.now);
  const left = { candidate: world.candidate, weight: world.weight, rollout: state.rollout, held };
  expect(left, where).toEqual({ weight: 0 });
  expect(state.live?.digest, where).toBe(world.live?.digest);
  const events = await story(outside);
  const count = (type: string) => events.filter((event) => event.type === type).length;
  expect(count('rollout-started'), where).toBe(count('rollout-succeeded') + count('rollout-stopped'));
  const promoted = world.live?.digest === two.digest;
  if (!promoted) expect(state.lastStopped?.release.digest, where).toBe(two.digest);
  return promoted ? 'promoted' : 'aborted';
}

/** Nothing is done twice: each effect stands once, weights rise, and only an abort takes them back. */
export function expectOnce(outside: Outside, where: string): void {
  const { effects } = outside.world;
  const again = effects.filter((effect, i) => effects.indexOf(effect) < i && !effect.startsWith('weight'));
  expect(again, `${where}: ${effects.join()}`).toEqual([]);
}
