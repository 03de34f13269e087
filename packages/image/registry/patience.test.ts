import { type Clock, RemoteError, UserError } from '@fairway/runtime';
import { describe, expect, it } from 'vitest';
import { RegistryError } from './failure.ts';
import { Patience } from './patience.ts';

function fakeClock(): Clock & { time: number; pauses: number[] } {
  return {
    time: 0,
    pauses: [],
    now() {
      return this.time;
    },
    async sleep(ms) {
      this.pauses.push(ms);
      this.time += ms;
    },
  };
}

const POLICY = { deadline: 1_000, firstPause: 100, maxPause: 400 };
const fault = new RemoteError('x', { retryable: true });
const busy = (after: number) =>
  new RegistryError('x', { code: '', status: 429, retryable: true, after, where: '', mend: '' });

describe('Patience', () => {
  it('waits longer each time, and gives up at the deadline', async () => {
    const clock = fakeClock();
    const patience = new Patience(clock, POLICY, new AbortController().signal);
    await expect(patience.try(() => Promise.reject(fault))).rejects.toBe(fault);
    expect(clock.time).toBeLessThanOrEqual(1_000);
    expect(clock.pauses.length).toBeGreaterThan(2);
    clock.pauses.forEach((pause, i) => {
      expect(pause).toBeGreaterThanOrEqual(Math.min(400, 100 * 2 ** i) / 2);
    });
  });

  it('counts from the last progress', async () => {
    const clock = fakeClock();
    const patience = new Patience(clock, POLICY, new AbortController().signal);
    for (let i = 0; i < 20; i++) {
      await patience.after(busy(900));
      patience.progress();
    }
    expect(clock.time).toBe(18_000);
  });

  it('waits as long as it is asked to, or not at all', async () => {
    const clock = fakeClock();
    const patience = new Patience(clock, POLICY, new AbortController().signal);
    await patience.after(busy(700));
    expect(clock.pauses).toEqual([700]);
    await expect(patience.after(busy(3_600_000))).rejects.toThrow('x');
    expect(clock.pauses).toEqual([700]);
  });

  it('does not try what is final', async () => {
    const patience = new Patience(fakeClock(), POLICY, new AbortController().signal);
    const final = new UserError('no');
    await expect(patience.after(final)).rejects.toBe(final);
  });
});
