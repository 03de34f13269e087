import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { load } from 'js-yaml';

/** Where `test/install-lanes` puts the vendor's OpenAPI description of API v2. */
const FILE = '/usr/local/lib/fairway-datadog/v2.yaml';
export const haveSchema = existsSync(FILE);

type Schema = { [key: string]: unknown };

/**
 * Checks a value against one schema of the description, strictly: unknown keys are mistakes. Only the schemas
 * that it needs are read: the whole description takes seconds.
 */
export function schemaOf(name: string): ValidateFunction {
  const text = readFileSync(FILE, 'utf8');
  const schemas: Record<string, Schema> = {};
  const add = (one: string): void => {
    if (Object.hasOwn(schemas, one)) return;
    const begin = text.indexOf(`\n    ${one}:\n`, text.indexOf('\n  schemas:\n'));
    const rest = text.slice(begin + 1);
    const end = rest.search(/\n {0,4}\S/);
    const read = load(rest.slice(0, end)) as Record<string, Schema>;
    schemas[one] = {};
    schemas[one] = converted(read[one] ?? {}, add) as Schema;
  };
  add(name);
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { int64: true, int32: true, double: true },
  });
  return ajv.compile({ $ref: `#/components/schemas/${name}`, components: { schemas } });
}

/** OpenAPI 3.0 as JSON Schema: `nullable` becomes a type. */
function converted(node: unknown, add: (name: string) => void): unknown {
  if (Array.isArray(node)) return node.map((one) => converted(one, add));
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...schema } = node as Schema;
  if (typeof schema.$ref === 'string') add(schema.$ref.split('/').at(-1) ?? '');
  const entries = Object.entries(schema).map(([key, value]) => [key, converted(value, add)]);
  const made = Object.fromEntries(entries) as Schema;
  if (nullable === true && typeof made.type === 'string') made.type = [made.type, 'null'];
  const open = made.type !== 'object' || !made.properties || 'additionalProperties' in made;
  return open ? made : { ...made, additionalProperties: false };
}
