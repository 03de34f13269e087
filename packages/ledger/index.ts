export { backends } from './backends.ts';
export { type Mirror, type MirrorOptions, type MirrorState, mirrorDeployment } from './deployments.ts';
export {
  acquireLease,
  releaseLease,
  renewLease,
  requireLease,
  type WantedLease,
} from './lease.ts';
export { createLedger, type LedgerOptions } from './ledger.ts';
export { type OpenLedger, openLedger } from './open.ts';
export type { Backend, LedgerPorts, StoreOptions } from './options.ts';
export {
  type Intent,
  recordBackup,
  recordIntent,
  requestDecision,
  requireRollout,
  type StartRollout,
  type Stop,
  type Success,
  startRollout,
  stop,
  succeed,
  type WantedRequest,
} from './transitions.ts';
export * from './types.ts';
