import type { Kind } from '@fairway/schema';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The name of a secret the job gets, never the secret itself. What stands there instead of a name may be the
 * secret, so no message shows it.
 */
export function secretName(example = 'SLACK_WEBHOOK'): Kind<string> {
  return {
    name: 'name of a secret',
    json: { type: 'string', pattern: NAME.source, examples: [example] },
    read(value, path, report) {
      if (typeof value === 'string' && NAME.test(value)) return value;
      const message = `expected the name of a secret such as ${example}; its value never stands in this file`;
      return void report({ path, message, on: 'value' });
    },
  };
}
