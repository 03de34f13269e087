import { dump } from 'js-yaml';
import type { Definition, Input } from './define.ts';

export const GENERATED = 'Generated from src/definition.ts by `npm run generate`. Do not edit.';

/** `action.yml` of a JavaScript action whose bundle is `dist/<name>/index.js`, seen from `folder`. */
export function renderActionYaml(definition: Definition, distFromHere: string): string {
  const folder = `${distFromHere}/${definition.name}`;
  const [main, post] = [`${folder}/index.js`, `${folder}/post.js`];
  const document = {
    name: definition.title,
    description: definition.description,
    author: 'Fairway',
    branding: { icon: definition.icon, color: definition.color },
    inputs: Object.fromEntries(
      Object.entries(definition.inputs).flatMap(([name, declared]) => [
        [name, inputEntry(declared)],
        ...(declared.deprecated ?? []).map((old) => [
          old,
          { description: `Former name of ${name}.`, deprecationMessage: `Use "${name}".`, required: false },
        ]),
      ]),
    ),
    outputs: Object.fromEntries(
      Object.entries(definition.outputs).map(([name, description]) => [name, { description }]),
    ),
    runs: { using: 'node24', main, ...(definition.post ? { post } : {}) },
  };
  return `# ${GENERATED}\n${dump(document, { lineWidth: 110 })}`;
}

function inputEntry({ description, kind, required, default: text }: Input<unknown>) {
  return {
    description: `${description} (${kind.name})`,
    required: required && text === undefined,
    ...(text === undefined ? {} : { default: text }),
  };
}

/** The README of an action: what it is, how to use it, and the tables of inputs and outputs. */
export function renderReadme(definition: Definition): string {
  const inputs = Object.entries(definition.inputs).map(([name, declared]) =>
    row(`\`${name}\``, declared.kind.name, shownDefault(declared), note(declared)),
  );
  const outputs = Object.entries(definition.outputs).map(([name, text]) => row(`\`${name}\``, text));
  return [
    `<!-- ${GENERATED} -->`,
    `# ${definition.title}`,
    definition.description,
    ...(definition.details ? [definition.details.trim()] : []),
    '## Inputs',
    [row('Input', 'Kind', 'Default', 'Description'), '| --- | --- | --- | --- |', ...inputs].join('\n'),
    '## Outputs',
    [row('Output', 'Description'), '| --- | --- |', ...outputs].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function shownDefault({ required, default: text }: Input<unknown>): string {
  if (text !== undefined) return `\`${text}\``;
  return required ? '**required**' : '';
}

function note({ description, deprecated }: Input<unknown>): string {
  return deprecated?.length
    ? `${description} Formerly ${deprecated.map((d) => `\`${d}\``).join(', ')}.`
    : description;
}

const row = (...cells: string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
