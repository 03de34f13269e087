import type { Ports } from '@fairway/runtime';

export type Backend = 'memory' | 'git' | 'github';

/** What a backend gets to open its store. */
export interface StoreOptions {
  readonly prefix: string;
  /** The checkout, for git. */
  readonly folder: string;
  /** `owner/name`, for GitHub; without it the repository of the run. */
  readonly repository: string | undefined;
  readonly token: string | undefined;
  readonly ports: LedgerPorts;
}

export type LedgerPorts = Pick<Ports, 'context' | 'exec' | 'http' | 'clock' | 'signal' | 'redact'>;
