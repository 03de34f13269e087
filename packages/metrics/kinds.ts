import { text } from '@fairway/schema';

/** What stands behind a provider's name in fairway.yml. */
export const metricKinds = { process: text() };
