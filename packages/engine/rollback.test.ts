import { createLedger } from '@fairway/ledger';
import { systemClock } from '@fairway/runtime';
import { expect, it } from 'vitest';
import { memoryStore } from '../ledger/memory/index.ts';
import { begin } from './record.ts';
import { chooseRollback } from './rollback.ts';
import type { Site } from './site.ts';
import { release } from './testing.ts';

const one = release('1.0.0', 'a');
const two = release('2.0.0', 'b');
const three = release('3.0.0', 'c');

/** Each release in turn goes live, or is stopped, or takes over as a rollback. */
async function ledgerOf(...story: [typeof one, 'live' | 'stopped' | 'rollback'][]) {
  const options = { app: 'shop', actor: 'ada', runId: '1', clock: systemClock };
  const ledger = createLedger(memoryStore(), options);
  const ports = { state: { set: () => undefined } };
  const site = { ledger, environment: 'dev', ports } as unknown as Site;
  for (const [wanted, end] of story) {
    const reason = end === 'rollback' ? 'rollback' : 'deploy';
    const carried = await begin(site, { release: wanted, strategy: 'blue-green', reason });
    if (end === 'stopped') await carried.stop('cancelled by SIGTERM');
    else await carried.succeed('r');
  }
  return async (to?: string) =>
    chooseRollback(await ledger.read('dev'), await ledger.history('dev'), to).version;
}

it('goes back to a release that was stopped once and went live afterwards', async () => {
  const back = await ledgerOf([one, 'live'], [two, 'stopped'], [two, 'live'], [three, 'live']);
  expect(await back()).toBe('2.0.0');
});

it('passes over one that was rolled back, also when another was stopped since', async () => {
  const back = await ledgerOf([one, 'live'], [two, 'live'], [one, 'rollback'], [three, 'live']);
  expect(await back()).toBe('1.0.0');
  const later = await ledgerOf(
    [one, 'live'],
    [two, 'live'],
    [one, 'rollback'],
    [three, 'stopped'],
    [three, 'live'],
  );
  expect(await later()).toBe('1.0.0');
  expect(await later('2.0.0')).toBe('2.0.0');
});

it('says what was stopped when nothing else is left', async () => {
  const back = await ledgerOf([one, 'live'], [two, 'live'], [one, 'rollback']);
  await expect(back()).rejects.toThrow(/stopped or rolled back: 2\.0\.0/);
  await expect(back('1.0.0')).rejects.toThrow('is live already');
});
