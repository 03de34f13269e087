import type { Kind } from './kind.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The name under which the job has a secret, never the secret itself. What is no name may be the secret, put here by
 * mistake, so no message shows it.
 */
export function secretName(example: string): Kind<string> {
  return {
    name: 'name of a secret',
    json: { type: 'string', pattern: NAME.source, examples: [example] },
    read(value, path, report) {
      if (typeof value === 'string' && NAME.test(value)) return value;
      const message = `expected the name of a secret such as ${example} (letters, digits and _), whose value the input \`secrets\` gives`;
      return void report({ path, message, on: 'value' });
    },
  };
}
