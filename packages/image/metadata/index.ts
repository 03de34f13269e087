export { type TagFacts, tagFacts } from './facts.ts';
export { type Flavor, flavorKind, labelsKind, tagRulesKind } from './kinds.ts';
export { describeImage, licenseOf, type Named } from './labels.ts';
export { parseRules, type TagRule } from './rule.ts';
export { checkTag, sanitizeTag } from './tag-name.ts';
export { defaultRules, imageTags, newerRelease, type Tags, versionOf } from './tags.ts';
