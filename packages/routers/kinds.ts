import { object } from '@fairway/schema';

/** What may stand in `router:` of a strategy, by type. */
export const routerKinds = { process: object({}) };
