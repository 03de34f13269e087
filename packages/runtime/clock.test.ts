import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';

test('a sleep longer than a timer can be does not end at once, and is cut by its signal', async () => {
  const controller = new AbortController();
  const sleeping = systemClock.sleep(40 * 86_400_000, controller.signal);
  const first = await Promise.race([sleeping.then(() => 'slept'), systemClock.sleep(50).then(() => 'awake')]);
  expect(first).toBe('awake');
  controller.abort(new Error('cancelled'));
  await expect(sleeping).rejects.toThrow('cancelled');
});

test('no time, but an aborted signal still counts', async () => {
  await systemClock.sleep(0);
  await expect(systemClock.sleep(0, AbortSignal.abort(new Error('cancelled')))).rejects.toThrow('cancelled');
});
