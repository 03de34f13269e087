import { UserError } from '@fairway/runtime/errors';
import type { Pin } from '../state.ts';
import type { Scene } from './scene.ts';

/** Gives the candidate this percentage of the requests. Returns what holds. */
export async function setWeight(scene: Scene, percent: number): Promise<number> {
  const { candidate, weight: before } = scene;
  // JSON knows no NaN: it arrives as null.
  const valid = typeof percent === 'number' && percent >= 0 && percent <= 100;
  if (!valid) throw new UserError(`${percent} is no weight: 0 to 100`);
  if (!candidate && percent > 0) {
    throw new UserError(`there is no candidate to give ${percent}% of the requests to`, {
      mend: 'stage a release first',
    });
  }
  const seen = percent > before ? await candidate?.seen() : undefined;
  if (seen && !seen.healthy) {
    const { version, reason } = seen;
    throw new UserError(`the candidate ${version} is not healthy: ${reason}; its weight stays ${before}%`, {
      mend: 'discard it, or wait until it is healthy',
    });
  }
  scene.weight = candidate ? percent : 0;
  await saveOr(scene, () => {
    // Less traffic for the candidate is safe even when it cannot be written.
    if (percent > before) scene.weight = before;
    scene.route();
  });
  scene.route();
  return scene.weight;
}

/** Sends requests with one of these to the candidate, whatever its weight. They end with it. */
export async function setPins(scene: Scene, pins: readonly Pin[]): Promise<void> {
  const { candidate, pins: before } = scene;
  if (!candidate && pins.length > 0) {
    throw new UserError('there is no candidate to pin requests to', { mend: 'stage a release first' });
  }
  scene.pins = pins;
  await saveOr(scene, () => {
    // Taking pins away is safe even when it cannot be written.
    if (pins.length > 0) scene.pins = before;
  });
}

/** Writes the state; `undo` makes it what is still written. */
export async function saveOr(scene: Scene, undo: () => void): Promise<void> {
  try {
    await scene.save();
  } catch (error) {
    undo();
    throw error;
  }
}
