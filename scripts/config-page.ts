import type { JsonSchema } from '@fairway/schema';

interface Row {
  key: string;
  type: string;
  fallback: string;
  description: string;
}

/** docs/config.md: every key of fairway.yml, from its JSON Schema. */
export function configPage(schema: JsonSchema): string {
  const rows = new Rows();
  rows.walk(schema, '');
  const table = rows.all.map(
    (row) => `| \`${row.key}\` | ${row.type} | ${row.fallback} | ${cell(row.description)} |`,
  );
  return [
    '<!-- Generated from the schema by `npm run generate`. Do not edit. -->',
    '# fairway.yml',
    'At `.github/fairway.yml` or `fairway.yml`. Every problem is reported at once, with file, line and column; an unknown key is an error with a suggestion. Editors take the schema from the first line:',
    `\`\`\`yaml\n# yaml-language-server: $schema=${schema.$id}\n\`\`\``,
    'Durations have a unit (`500ms`, `30s`, `5m`, `1h30m`), percentages a sign (`5%`), sizes a unit (`500kB`, `10MiB`). `<name>` stands for a name of your own, `[]` for an entry of a list. Inputs given to an action override the file.',
    ['| Key | Kind | Default | Meaning |', '| --- | --- | --- | --- |', ...table].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What is longer stands once; where it comes again a row says where. */
const LONG = 1_500;

class Rows {
  readonly all: Row[] = [];
  readonly #told = new Map<string, string>();

  /** In a choice of variants `required` only says which variant it is. */
  walk(schema: JsonSchema, path: string, variant = false): void {
    const required = (variant ? [] : (schema.required ?? [])) as string[];
    const properties = (schema.properties ?? {}) as Record<string, JsonSchema>;
    for (const [name, child] of Object.entries(properties)) {
      const key = path ? `${path}.${name}` : name;
      const description = String(child.description ?? '');
      const known = this.all.some((row) => row.key === key && row.description === description);
      const isRequired = required.includes(name);
      if (!known) {
        this.all.push({ key, type: typeOf(child), fallback: fallback(child, isRequired), description });
      }
      this.#descend(child, key);
    }
    if (typeof schema.additionalProperties === 'object' && schema.additionalProperties !== null) {
      this.#descend(schema.additionalProperties as JsonSchema, `${path}.<name>`);
    }
  }

  #descend(schema: JsonSchema, path: string): void {
    if (this.#toldBefore(schema, path)) return;
    for (const variant of variants(schema)) this.walk(variant, path, schema.oneOf !== undefined);
    this.walk(schema, path);
    const items = schema.items as JsonSchema | undefined;
    if (items) this.#descend(items, `${path}[]`);
  }

  #toldBefore({ description: _, default: __, ...shape }: JsonSchema, path: string): boolean {
    const text = JSON.stringify(shape);
    if (text.length < LONG) return false;
    const first = this.#told.get(text);
    if (first === undefined) this.#told.set(text, path);
    else if (first !== path) {
      this.all.push({ key: `${path}...`, type: '', fallback: '', description: `As \`${first}\`.` });
    }
    return first !== undefined;
  }
}

const variants = (schema: JsonSchema): JsonSchema[] => [
  ...((schema.oneOf ?? []) as JsonSchema[]),
  ...((schema.anyOf ?? []) as JsonSchema[]),
];

function fallback(schema: JsonSchema, required: boolean): string {
  if (schema.default !== undefined) {
    const text = JSON.stringify(schema.default);
    return text === '{}' ? '' : `\`${text.replace(/^"(.*)"$/, '$1')}\``;
  }
  return required ? '**required**' : '';
}

function typeOf(schema: JsonSchema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  const examples = schema.examples as string[] | undefined;
  if (examples?.[0]) return `such as \`${examples[0]}\``;
  const inner = variants(schema);
  if (inner.length) return [...new Set(inner.map(typeOf))].join(' or ');
  if (schema.type === 'array') return 'list';
  if ([schema.type].flat().includes('object')) return schema.properties ? 'mapping' : 'map';
  return String(schema.type ?? 'any');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
