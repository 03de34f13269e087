export { backends } from './backends.ts';
export { createLedger, type LedgerOptions } from './ledger.ts';
export { type OpenLedger, openLedger } from './open.ts';
export type { Backend, LedgerPorts, StoreOptions } from './options.ts';
export * from './types.ts';
