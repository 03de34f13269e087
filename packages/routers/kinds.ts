import { object } from '@fairway/schema';
import { haproxyRouter } from './haproxy/config.ts';

export { haproxyName, haproxySocket } from './haproxy/config.ts';
export { type PinConfig, pinList } from './pin-kind.ts';

/** What may stand in `router:` of a strategy, by type. */
export const routerKinds = { haproxy: haproxyRouter, process: object({}) };

/** What each router can do; the plan refuses the rest. */
export const routerCapabilities: {
  readonly [K in keyof typeof routerKinds]: {
    /** Smallest share above 0, in percent. */
    readonly smallest: number;
    readonly pins: readonly ('header' | 'cookie')[];
  };
} = {
  haproxy: { smallest: 0.39, pins: ['header', 'cookie'] },
  process: { smallest: 0.001, pins: ['header', 'cookie'] },
};
