export type { CheckConfig } from '@fairway/rollout/kinds';
export { configJsonSchema, SCHEMA_ID } from './json-schema.ts';
export { CONFIG_FILES, type ConfigPorts, loadConfig, parseConfig } from './load.ts';
export { NAME, NAME_HINT } from './names.ts';
export type { Config, EnvironmentConfig } from './schema.ts';
export { promotionStages } from './stages.ts';
