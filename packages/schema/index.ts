export { type CamelCase, camelCase } from './camel.ts';
export { either, list, map, named } from './collections.ts';
export {
  type FieldOptions,
  type Infer,
  type JsonSchema,
  type Kind,
  type Path,
  type Problem,
  type Report,
  showPath,
} from './kind.ts';
export { type Field, type Fields, field, type ObjectOf, object } from './object.ts';
export { bool, choice, duration, int, json, number, percent, secret, size, text, url } from './scalars.ts';
export { secretName } from './secret-name.ts';
export { closest, didYouMean } from './suggest.ts';
export {
  formatDuration,
  formatPercent,
  formatSize,
  parseDuration,
  parsePercent,
  parseSize,
} from './units.ts';
