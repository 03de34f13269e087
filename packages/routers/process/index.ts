import { asProcessTarget, controlOf, layoutIn } from '@fairway/targets';
import type { Pin, RouterDriver } from '../types.ts';

/** The proxy of the process target: it belongs to the target, so there is nothing to configure. */
export const processRouter: RouterDriver<object> = {
  type: 'process',
  open(_config, context, opened) {
    const target = asProcessTarget(opened, 'router "process"');
    const control = () => controlOf(layoutIn(context), context.ports.files);
    /** By the state on disk: a release that hangs must not hold up that its traffic is taken away. */
    const hasCandidate = async () => (await control())?.state.candidate !== undefined;
    return {
      type: 'process',
      async setWeight(percent, signal) {
        if (percent === 0 && !(await hasCandidate())) return;
        await target.operate('/weight', { percent }, signal);
      },
      weight: async (signal) => (await target.inspect(signal)).weight,
      async setPins(pins, signal) {
        if (pins.length === 0 && !(await hasCandidate())) return;
        await target.operate('/pins', { pins: pins.map(lowered) }, signal);
      },
      pins: async (signal) => (await (await control())?.status(signal))?.pins ?? [],
      async finalize(signal) {
        // The proxy splits nothing once there is no candidate; one that is left gets no more requests.
        const { candidate, weight } = await target.inspect(signal);
        if (!candidate) return;
        if (weight > 0) await target.operate('/weight', { percent: 0 }, signal);
        await target.operate('/pins', { pins: [] }, signal);
      },
    };
  },
};

/** Names of headers have no case. */
const lowered = (pin: Pin): Pin => ('header' in pin ? { ...pin, header: pin.header.toLowerCase() } : pin);
