import type { Clock } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { acquireLease, createLedger, releaseLease, renewLease, requireLease } from './index.ts';
import { memoryStore } from './memory/index.ts';

function start() {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock: Clock = { now: () => now, sleep: async () => undefined };
  const ledger = createLedger(memoryStore(), { app: 'shop', actor: 'ann', runId: '7', clock });
  const pass = (ms: number) => {
    now += ms;
  };
  return { ledger, pass };
}
const ann = { owner: 'run 1', purpose: 'deploy 1.0.0', ttl: 60_000 };
const bob = { owner: 'run 2', purpose: 'deploy 2.0.0', ttl: 60_000 };

describe('leases', () => {
  it('hold against others, and are told apart by owner', async () => {
    const { ledger } = start();
    await acquireLease(ledger, 'dev', ann);
    await expect(acquireLease(ledger, 'dev', bob)).rejects.toMatchObject({
      name: 'GateError',
      message: 'dev is held by run 1 since 2026-01-01T00:00:00.000Z, for: deploy 1.0.0',
      mend: expect.stringContaining('2026-01-01T00:01:00.000Z'),
    });
    await acquireLease(ledger, 'staging', bob);
    expect((await ledger.history('dev')).map(({ event }) => event.type)).toEqual(['lease-acquired']);
  });

  it('are given to exactly one of many who ask at once', async () => {
    const { ledger } = start();
    const asked = Array.from({ length: 20 }, (_, at) =>
      acquireLease(ledger, 'dev', { ...ann, owner: `run ${at}` }),
    );
    const won = (await Promise.allSettled(asked)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value.owner] : [],
    );
    expect(won).toHaveLength(1);
    expect((await ledger.read('dev')).lease?.owner).toBe(won[0]);
  });

  it('are renewed by their owner only, and taken over when they expired', async () => {
    const { ledger, pass } = start();
    await acquireLease(ledger, 'dev', ann);
    pass(50_000);
    const renewed = await renewLease(ledger, 'dev', ann);
    expect(renewed).toMatchObject({
      acquiredAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2026-01-01T00:01:50.000Z',
    });
    pass(60_000);
    const taken = await acquireLease(ledger, 'dev', bob);
    expect(taken.owner).toBe('run 2');
    const [event] = await ledger.history('dev', 1);
    expect(event?.event).toMatchObject({
      message: 'run 2 takes dev over from run 1, expired: deploy 2.0.0',
      data: { takenOverFrom: { owner: 'run 1' } },
    });
    await expect(renewLease(ledger, 'dev', ann)).rejects.toThrow(/run 1 does not hold .*run 2 has it/);
    await expect(releaseLease(ledger, 'dev', 'run 1')).rejects.toThrow(/run 1 does not hold/);
    expect((await ledger.read('dev')).lease?.owner).toBe('run 2');
  });

  it('end by release, once', async () => {
    const { ledger } = start();
    await acquireLease(ledger, 'dev', ann);
    await releaseLease(ledger, 'dev', 'run 1');
    await releaseLease(ledger, 'dev', 'run 1');
    const state = await ledger.read('dev');
    expect([state.lease, state.sequence]).toEqual([undefined, 2]);
    await expect(renewLease(ledger, 'dev', ann)).rejects.toThrow(/nobody has it/);
  });

  it('guard an append: a lost one stops it', async () => {
    const { ledger, pass } = start();
    const write = () =>
      ledger.append('dev', (state, stamp) => {
        requireLease(state, 'run 1', stamp);
        return { event: { type: 'note', message: 'held' }, state: {} };
      });
    await acquireLease(ledger, 'dev', ann);
    await write();
    pass(60_000);
    await expect(write()).rejects.toThrow(/does not hold/);
    await expect(acquireLease(ledger, 'dev', { ...ann, ttl: 0 })).rejects.toThrow(/never hold/);
    expect((await ledger.read('dev')).sequence).toBe(2);
  });
});
