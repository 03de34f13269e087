import { asProcessTarget } from '@fairway/targets';
import type { RouterDriver } from '../types.ts';

/** The proxy of the process target: it belongs to the target, so there is nothing to configure. */
export const processRouter: RouterDriver<object> = {
  type: 'process',
  open(_config, _context, opened) {
    const target = asProcessTarget(opened, 'router "process"');
    return {
      type: 'process',
      async setWeight(percent, signal) {
        if (percent === 0 && !(await target.inspect(signal)).candidate) return;
        await target.operate('/weight', { percent }, signal);
      },
      weight: async (signal) => (await target.inspect(signal)).weight,
      async finalize(signal) {
        // The proxy splits nothing once there is no candidate; one that is left gets no more requests.
        const { candidate, weight } = await target.inspect(signal);
        if (candidate && weight > 0) await target.operate('/weight', { percent: 0 }, signal);
      },
    };
  },
};
