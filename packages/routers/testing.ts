import type { MemoryTarget } from '../targets/memory/index.ts';
import type { Pin, Router } from './types.ts';

/** A router without traffic, for tests. What it holds outlives it in `held`, as in a real proxy. */
export function memoryRouter(target: MemoryTarget, held: { pins: readonly Pin[] }): Router {
  return {
    type: 'memory',
    async setWeight(percent, signal) {
      signal.throwIfAborted();
      if (!(percent >= 0 && percent <= 100)) throw new Error(`${percent} is no weight: 0 to 100`);
      if (percent > 0 || target.weight > 0) target.setWeight(percent);
    },
    weight: async () => target.weight,
    async setPins(pins) {
      if (pins.length && !(await target.inspect()).candidate)
        throw new Error('there is no candidate to pin to');
      held.pins = pins.map((pin) => ('header' in pin ? { ...pin, header: pin.header.toLowerCase() } : pin));
    },
    pins: async () => held.pins,
    async finalize() {
      if (target.weight > 0) target.setWeight(0);
      held.pins = [];
    },
  };
}
