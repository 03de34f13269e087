import type { Release } from '@fairway/ledger';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from './types.ts';

/** What a release of the suite does: `good` becomes ready, `bad` never does, `slow` takes a second or more. */
export type Manner = 'good' | 'bad' | 'slow';

/** One place of its own for each test. */
export interface Place {
  /** A new object each time, as another process would open it. */
  open(): Target;
  setWeight(target: Target, percent: number): Promise<void>;
  end(): Promise<void>;
}

export interface Subject {
  readonly name: string;
  /** Runs once; releases are made then and used by all tests. */
  setUp(): Promise<void>;
  release(version: string, manner: Manner): Promise<Release>;
  place(): Promise<Place>;
  tearDown(): Promise<void>;
}

const never = new AbortController().signal;

async function deploy(target: Target, release: Release, signal = never) {
  return await target.apply(target.plan(await target.inspect(), release), signal);
}

/** The rules every target keeps. `subject` makes releases and places of its kind. */
export function testTarget(subject: Subject): void {
  describe(`target ${subject.name}`, () => {
    let one: Release;
    let two: Release;
    let bad: Release;
    let slow: Release;
    let place: Place;
    let target: Target;

    beforeAll(async () => {
      await subject.setUp();
      [one, two] = [await subject.release('1.0.0', 'good'), await subject.release('2.0.0', 'good')];
      [bad, slow] = [await subject.release('3.0.0', 'bad'), await subject.release('4.0.0', 'slow')];
    });
    afterAll(() => subject.tearDown());
    beforeEach(async () => {
      place = await subject.place();
      target = place.open();
    });
    afterEach(() => place.end());

    it('has nothing before the first deployment', async () => {
      expect(await target.inspect()).toEqual({ weight: 0 });
      expect((await target.verify(one)).ok).toBe(false);
      expect(target.plan(await target.inspect(), one).from).toBeUndefined();
    });

    it('takes a first release live, and verifies that digest only', async () => {
      const revision = await deploy(target, one);
      expect(revision).toMatchObject({ version: '1.0.0', digest: one.digest, healthy: true });
      expect(await target.inspect()).toMatchObject({ live: revision, weight: 0 });
      expect(await target.verify(one)).toMatchObject({ ok: true });
      const wrong = await target.verify(two);
      expect(wrong.ok).toBe(false);
      expect(wrong.message).toContain(one.digest);
    });

    it('has nothing to do for a digest that is served', async () => {
      const before = await deploy(target, one);
      const plan = target.plan(await target.inspect(), one);
      expect(plan.steps).toEqual([]);
      expect(await target.apply(plan, never)).toEqual(before);
    });

    it('replaces a release, and goes back', async () => {
      await deploy(target, one);
      const plan = target.plan(await target.inspect(), two);
      expect(plan.from?.version).toBe('1.0.0');
      expect(plan.steps.length).toBeGreaterThan(0);
      expect((await target.apply(plan, never)).version).toBe('2.0.0');
      expect((await target.verify(two)).ok).toBe(true);
      await deploy(target, one);
      expect((await target.verify(one)).ok).toBe(true);
      expect((await target.inspect()).candidate).toBeUndefined();
    });

    it('keeps the old release when the new one never becomes ready', async () => {
      await deploy(target, one);
      await expect(deploy(target, bad)).rejects.toThrow(/3\.0\.0.*did not become ready/s);
      expect(await target.inspect()).toMatchObject({
        live: { digest: one.digest, healthy: true },
        weight: 0,
      });
      expect((await target.inspect()).candidate).toBeUndefined();
      expect((await target.verify(one)).ok).toBe(true);
    });

    it('has nothing live when the first release never becomes ready', async () => {
      await expect(deploy(target, bad)).rejects.toThrow('did not become ready');
      expect(await target.inspect()).toEqual({ weight: 0 });
    });

    it('stages beside, shifts, promotes; each step may be repeated', async () => {
      await deploy(target, one);
      for (let i = 0; i < 2; i++) expect((await target.stage?.(two, never))?.digest).toBe(two.digest);
      expect(await target.inspect()).toMatchObject({
        live: { digest: one.digest },
        candidate: { digest: two.digest, healthy: true },
        weight: 0,
      });
      for (let i = 0; i < 2; i++) await place.setWeight(target, 25);
      expect((await target.inspect()).weight).toBe(25);
      for (let i = 0; i < 2; i++) expect((await target.promote?.(two.digest, never))?.version).toBe('2.0.0');
      const now = await target.inspect();
      expect(now).toMatchObject({ live: { digest: two.digest }, weight: 0 });
      expect(now.candidate).toBeUndefined();
    });

    it('discards a candidate that has traffic; each step may be repeated', async () => {
      await deploy(target, one);
      await target.discard?.(never);
      await target.stage?.(two, never);
      await place.setWeight(target, 50);
      for (let i = 0; i < 2; i++) await target.discard?.(never);
      const now = await target.inspect();
      expect(now).toMatchObject({ live: { digest: one.digest, healthy: true }, weight: 0 });
      expect(now.candidate).toBeUndefined();
      await place.setWeight(target, 0);
    });

    it('refuses to promote or to give weight to what is not staged', async () => {
      await deploy(target, one);
      await expect(target.promote?.(two.digest, never)).rejects.toThrow('cannot be promoted');
      await expect(place.setWeight(target, 10)).rejects.toThrow('no candidate');
      expect((await target.verify(one)).ok).toBe(true);
    });

    it('drops the candidate when another release is applied', async () => {
      await deploy(target, one);
      await target.stage?.(two, never);
      await place.setWeight(target, 50);
      await deploy(target, one);
      const now = await target.inspect();
      expect(now).toMatchObject({ live: { digest: one.digest }, weight: 0 });
      expect(now.candidate).toBeUndefined();
    });

    it('is consistent after an abort in the middle', async () => {
      await deploy(target, one);
      const reason = new Error('cancelled by the test');
      const controller = new AbortController();
      const pending = deploy(target, slow, controller.signal);
      setTimeout(() => controller.abort(reason), 300);
      await expect(pending).rejects.toThrow('cancelled by the test');
      expect(await target.inspect()).toMatchObject({
        live: { digest: one.digest, healthy: true },
        weight: 0,
      });
      expect((await target.inspect()).candidate).toBeUndefined();
      await deploy(target, two);
      expect((await target.verify(two)).ok).toBe(true);
    });

    it('is found again by another process', async () => {
      await deploy(target, one);
      await target.stage?.(two, never);
      const other = place.open();
      expect(await other.inspect()).toMatchObject({
        live: { digest: one.digest },
        candidate: { digest: two.digest },
      });
      await other.promote?.(two.digest, never);
      expect((await target.verify(two)).ok).toBe(true);
    });

    it('goes down, twice, and up again', async () => {
      await target.down?.();
      await deploy(target, one);
      for (let i = 0; i < 2; i++) await target.down?.();
      expect(await target.inspect()).toEqual({ weight: 0 });
      await deploy(target, one);
      expect((await target.verify(one)).ok).toBe(true);
    });
  });
}
