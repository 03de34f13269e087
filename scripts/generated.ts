import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Definition, renderActionYaml, renderReadme } from '@fairway/action';
import { configJsonSchema } from '@fairway/config';
import { ENVIRONMENT } from '@fairway/runtime';
import { dump } from 'js-yaml';
import { PINS } from '../workflows/pins.ts';
import { configPage } from './config-page.ts';

/** Every generated file of the repository: path -> content. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, definition] of await definitions(root)) {
    files.set(`actions/${name}/action.yml`, renderActionYaml(definition, '../../dist'));
    files.set(`actions/${name}/README.md`, renderReadme(definition));
    // The root action is `plan`: `uses: fairway-ci/fairway@v1`.
    if (name === 'plan') files.set('action.yml', renderActionYaml(definition, 'dist'));
  }
  for (const [name, workflow] of await workflows(root)) {
    const note = `# Generated from workflows/${name}.ts by \`npm run generate\`. Do not edit.\n`;
    files.set(
      `.github/workflows/${name}.yml`,
      note + withVersions(dump(workflow, { lineWidth: 120, noRefs: true })),
    );
  }
  files.set('schema/fairway.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  files.set('docs/config.md', configPage(configJsonSchema()));
  files.set('docs/environment.md', environmentPage());
  return files;
}

export async function definitions(root: string): Promise<Map<string, Definition>> {
  const found = new Map<string, Definition>();
  for (const name of readdirSync(join(root, 'actions')).sort()) {
    const path = join(root, 'actions', name, 'src/definition.ts');
    if (!existsSync(path)) continue;
    const { definition } = await import(pathToFileURL(path).href);
    if (definition?.name !== name) throw new Error(`${path}: must export definition with name "${name}"`);
    found.set(name, definition);
  }
  return found;
}

async function workflows(root: string): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  for (const file of readdirSync(join(root, 'workflows')).sort()) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
    const { workflow } = await import(pathToFileURL(join(root, 'workflows', file)).href);
    if (workflow) found.set(file.replace(/\.ts$/, ''), workflow);
  }
  return found;
}

/** `uses: owner/repo@<sha>` gets its release as a comment. */
function withVersions(yaml: string): string {
  return Object.values(PINS).reduce(
    (text, { uses, version }) => text.replaceAll(uses, `${uses} # ${version}`),
    yaml,
  );
}

function environmentPage(): string {
  const rows = Object.entries(ENVIRONMENT).map(([name, text]) => `| \`${name}\` | ${text} |`);
  return [
    '<!-- Generated from packages/runtime/environment.ts by `npm run generate`. Do not edit. -->',
    '# Environment variables',
    'Fairway reads these and no others. Inputs come as `INPUT_*`, state for the post step as `STATE_*`.',
    ['| Variable | Meaning |', '| --- | --- |', ...rows].join('\n'),
  ]
    .join('\n\n')
    .concat('\n');
}
