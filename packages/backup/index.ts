export { type BackupRequest, type BackupResult, makeBackup } from './backup.ts';
export {
  type BackupConfig,
  backupKind,
  type EngineConfig,
  recipientKind,
  type StoreConfig,
} from './kinds.ts';
export { engines, openSource, openStore, stores } from './registry.ts';
export { type RestoreRequest, type RestoreResult, restoreBackup } from './restore.ts';
export type { Answer, Content, Manifest, Proof, Source, Store, Stored, TableContent } from './types.ts';
