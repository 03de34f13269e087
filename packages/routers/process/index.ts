import { asProcessTarget, controlOf, layoutIn } from '@fairway/targets';
import type { RouterDriver } from '../types.ts';

/** The proxy of the process target: it belongs to the target, so there is nothing to configure. */
export const processRouter: RouterDriver<object> = {
  type: 'process',
  open(_config, context, opened) {
    const target = asProcessTarget(opened, 'router "process"');
    return {
      type: 'process',
      async setWeight(percent, signal) {
        // By the state on disk: a release that hangs must not hold up that its traffic is taken away.
        if (percent === 0 && !(await controlOf(layoutIn(context), context.ports.files))?.state.candidate)
          return;
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
