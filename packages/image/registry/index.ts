export { type CopiedImage, type CopyOptions, copyImage } from './copy.ts';
export type { Credentials } from './credentials.ts';
export { RegistryError } from './failure.ts';
export { isManifestType, type StoredManifest } from './manifests.ts';
export { openRegistry, type RegistryOptions } from './open.ts';
export type { Pushed, PushOptions } from './push-blob.ts';
export { fallbackTag, type KeptBy, type Referrer } from './referrers.ts';
export { type BlobSource, bytesSource, digestOf } from './source.ts';
export { type Artifact, type Attached, RegistryStore } from './store.ts';
