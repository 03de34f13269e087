export { type ResolvedBase, resolveBase } from './assemble/base.ts';
export { type AssembledImage, assembleImage, type ImageIdentity } from './assemble/index.ts';
export type { LayerSummary } from './assemble/layer.ts';
export { sourcePaths } from './assemble/platform-files.ts';
export { type Commit, checkedOutCommit } from './commit.ts';
export { CONTENT_KEY, type ContentKey, contentKey, type KeyInputs, keyTag } from './content-key.ts';
export { type InspectedImage, inspectImage, type ReadOptions } from './inspect.ts';
export type { ImageBuild, ImageSection } from './kinds.ts';
export { createLayout, openLayout, REF_NAME } from './layout.ts';
export { type ImageReference, isDigest, parseReference } from './reference.ts';
export type {
  Descriptor,
  ImageConfig,
  ImageIndex,
  ImageManifest,
  ImageStore,
  Platform,
  ProcessConfig,
} from './types.ts';
export { type UnpackOptions, unpackImage } from './unpack/index.ts';
