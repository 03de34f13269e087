import { processTarget } from './process/config.ts';

/** What may stand in `target:` of an environment, by type. */
export const targetKinds = { process: processTarget };

/** What each target can do; the plan, and the check of fairway.yml, refuse the rest. */
export const targetCapabilities: {
  readonly [K in keyof typeof targetKinds]: {
    /** A candidate can stand beside the live release without traffic. */
    readonly stage: boolean;
    /** It splits traffic by itself: its router has its name. */
    readonly weights: boolean;
    /** It replaces its instances one after the other. */
    readonly rolling: boolean;
    /** Its revisions have an address that a router outside of it can reach. */
    readonly addresses: boolean;
  };
} = {
  process: { stage: true, weights: true, rolling: false, addresses: true },
};
