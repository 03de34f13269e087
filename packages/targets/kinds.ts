import { processTarget } from './process/config.ts';

/** What may stand in `target:` of an environment, by type. */
export const targetKinds = { process: processTarget };
