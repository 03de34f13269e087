export { type FoundImage, findInLayout, findInRegistry } from './find.ts';
export { imageKey, type Keyed } from './inputs.ts';
