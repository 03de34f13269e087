import type { Ports } from '@fairway/runtime';

/** What the client needs of the world. */
export type RegistryPorts = Pick<Ports, 'context' | 'exec' | 'clock' | 'log' | 'files' | 'mask' | 'signal'>;
