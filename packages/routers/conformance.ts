import type { Release } from '@fairway/ledger';
import type { Target } from '@fairway/targets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pin, Router } from './types.ts';

/** One place of its own, where version 1.0.0 is live. */
export interface Place {
  readonly target: Target;
  readonly candidate: Release;
  /** A new object each time, as another process would open it. */
  router(): Router;
  /** Sends so many requests as clients do; how many the candidate has answered. undefined: there are no clients. */
  send?(requests: number, headers?: Readonly<Record<string, string>>): Promise<number>;
  /** The proxy's own process ends and comes back; whether it still knows its weight and pins. */
  restart?(): Promise<{ readonly knows: boolean }>;
  end(): Promise<void>;
}

export interface RouterSubject {
  readonly name: string;
  setUp(): Promise<void>;
  place(): Promise<Place>;
  tearDown(): Promise<void>;
}

const never = new AbortController().signal;
const PINS: readonly Pin[] = [
  { header: 'X-Canary', value: 'always; "really"' },
  { cookie: 'canary', value: 'yes' },
  { cookie: 'canary', value: 'sure' },
];
const byText = (pins: readonly Pin[] | undefined) => pins?.map((pin) => JSON.stringify(pin)).sort();

/** The rules every router keeps. */
export function testRouter(subject: RouterSubject): void {
  describe(`router ${subject.name}`, () => {
    beforeAll(() => subject.setUp());
    afterAll(() => subject.tearDown());
    describe('beside a candidate', () => testBeside(subject));
    describe('before and after', () => testAround(subject));
  });
}

function testBeside(subject: RouterSubject): void {
  let place: Place;
  beforeAll(async () => {
    place = await subject.place();
    await place.target.stage?.(place.candidate, never);
  });
  afterAll(() => place.end());

  it.each([0.5, 1, 5, 33.3, 66.67, 99.5, 100, 25, 0])(
    'holds %s percent exactly, also when it is told twice',
    async (percent) => {
      const router = place.router();
      for (let i = 0; i < 2; i++) {
        await router.setWeight(percent, never);
        expect(await router.weight()).toBe(percent);
      }
    },
  );

  it.each([0.5, 5, 33.3, 100, 0])('is read back by another process: %s percent', async (percent) => {
    await place.router().setWeight(percent, never);
    expect(await place.router().weight()).toBe(percent);
  });

  it('splits what clients send', async () => {
    if (!place.send) return;
    for (const [percent, requests] of [
      [0.5, 400],
      [33.3, 300],
      [100, 50],
      [0, 50],
    ] as const) {
      await place.router().setWeight(percent, never);
      const wanted = (requests * percent) / 100;
      const found = await place.send(requests);
      expect(Math.abs(found - wanted), `${found} of ${requests} at ${percent}%`).toBeLessThanOrEqual(1);
    }
  });

  it.each([-1, 100.1, Number.NaN])('refuses the weight %s', async (percent) => {
    const router = place.router();
    await router.setWeight(10, never);
    await expect(router.setWeight(percent, never)).rejects.toThrow('is no weight');
    expect(await router.weight()).toBe(10);
  });

  it('pins by header and cookie at weight 0, and tells its pins', async () => {
    const router = place.router();
    await router.setWeight(0, never);
    for (let i = 0; i < 2; i++) await router.setPins?.(PINS, never);
    const [{ value }] = PINS as [Pin];
    const wanted = [{ header: 'x-canary', value }, ...PINS.slice(1)];
    expect(byText(await place.router().pins?.())).toEqual(byText(wanted));
    expect(await router.weight()).toBe(0);
    await reaches(place, { 'x-canary': value }, true);
    await reaches(place, { 'X-CANARY': value }, true);
    await reaches(place, { 'x-canary': `${value}s` }, false);
    await reaches(place, { cookie: 'a=b; canary=sure' }, true);
    await reaches(place, { cookie: 'xcanary=sure; canary=no' }, false);
    await reaches(place, {}, false);
  });

  it('pins at other weights too, and takes pins away', async () => {
    const router = place.router();
    await router.setWeight(50, never);
    await router.setPins?.([{ cookie: 'canary', value: 'yes' }], never);
    await reaches(place, { cookie: 'canary=yes' }, true);
    await router.setWeight(0, never);
    await reaches(place, { cookie: 'canary=yes' }, true);
    await reaches(place, { cookie: 'canary=sure' }, false);
    for (let i = 0; i < 2; i++) await router.setPins?.([], never);
    expect(await router.pins?.()).toEqual([]);
    await reaches(place, { cookie: 'canary=yes' }, false);
  });

  it('ends at once when it is told to', async () => {
    const router = place.router();
    await router.setWeight(0, never);
    const signal = AbortSignal.abort(new Error('cancelled by the test'));
    await expect(router.setWeight(50, signal)).rejects.toThrow('cancelled by the test');
    expect(await router.weight()).toBe(0);
  });

  it('goes on after a restart of the proxy in the middle', async () => {
    const router = place.router();
    const pin: Pin = { header: 'x-canary', value: 'always' };
    await router.setWeight(25, never);
    await router.setPins?.([pin], never);
    const restarted = await place.restart?.();
    if (!restarted) return;
    expect(await place.router().weight()).toBe(restarted.knows ? 25 : 0);
    expect(await place.router().pins?.()).toEqual(restarted.knows ? [pin] : []);
    await router.setPins?.([pin], never);
    await router.setWeight(25, never);
    expect(await router.weight()).toBe(25);
    const found = (await place.send?.(40)) ?? 10;
    expect(Math.abs(found - 10), `${found} of 40 at 25%`).toBeLessThanOrEqual(1);
    await reaches(place, { 'x-canary': 'always' }, true);
  });
}

async function reaches(place: Place, headers: Readonly<Record<string, string>>, candidate: boolean) {
  if (!place.send) return;
  expect(await place.send(6, headers), JSON.stringify(headers)).toBe(candidate ? 6 : 0);
}

function testAround(subject: RouterSubject): void {
  it('gives nothing where nothing is staged', async () => {
    const place = await subject.place();
    const router = place.router();
    for (let i = 0; i < 2; i++) await router.setWeight(0, never);
    for (let i = 0; i < 2; i++) await router.setPins?.([], never);
    await expect(router.setWeight(5, never)).rejects.toThrow('there is no candidate');
    await expect(router.setPins?.([{ cookie: 'canary', value: 'yes' }], never)).rejects.toThrow(
      'no candidate',
    );
    for (let i = 0; i < 2; i++) await router.finalize(never);
    expect(await router.weight()).toBe(0);
    expect(await router.pins?.()).toEqual([]);
    await place.end();
  });

  it('leaves no trace after a promotion', async () => {
    const place = await subject.place();
    const { target, candidate } = place;
    await target.stage?.(candidate, never);
    await place.router().setPins?.(PINS, never);
    await place.router().setWeight(100, never);
    await target.promote?.(candidate.digest, never);
    for (let i = 0; i < 2; i++) await place.router().finalize(never);
    expect(await place.router().weight()).toBe(0);
    expect(await place.router().pins?.()).toEqual([]);
    expect((await target.verify(candidate)).ok).toBe(true);
    if (place.send) expect(await place.send(10)).toBe(10);
    await place.end();
  });

  it('leaves no trace after an abort', async () => {
    const place = await subject.place();
    const { target, candidate } = place;
    await target.stage?.(candidate, never);
    await place.router().setPins?.(PINS, never);
    await place.router().setWeight(50, never);
    const router = place.router();
    await router.setPins?.([], never);
    await router.setWeight(0, never);
    await target.discard?.(never);
    for (let i = 0; i < 2; i++) await router.finalize(never);
    expect(await router.weight()).toBe(0);
    expect(await router.pins?.()).toEqual([]);
    if (place.send) expect(await place.send(10)).toBe(0);
    // What comes next begins without the pins of the one before.
    await target.stage?.(candidate, never);
    expect([await place.router().weight(), await place.router().pins?.()]).toEqual([0, []]);
    await place.end();
  });
}
