export { imagesOf, type PlatformImage } from './images.ts';
export { type MergedImage, type MergePart, mergeImages } from './merge.ts';
export { type Published, type PublishOptions, publishImage } from './publish.ts';
export { setTags, type Taggable } from './set-tags.ts';
