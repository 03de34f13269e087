import type { JsonSchema } from '@fairway/schema';
import { configKind } from './schema.ts';

/** Where editors find the schema: the released file in the project's repository. */
export const SCHEMA_ID =
  'https://raw.githubusercontent.com/fairway-ci/fairway/main/schema/fairway.schema.json';

/** JSON Schema 2020-12 of fairway.yml, for editors. Order and references are the loader's to check. */
export function configJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'fairway.yml',
    description: 'How an app is built, scanned and promoted through its environments by Fairway.',
    ...configKind.json,
  };
}
