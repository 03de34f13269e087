import type { Kind } from '@fairway/schema';

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The name of a secret the job gets, never the secret itself. What stands there instead of a name may be the
 * secret, so no message shows it.
 */
export function secretName(): Kind<string> {
  return {
    name: 'name of a secret',
    json: { type: 'string', pattern: NAME.source, examples: ['SLACK_WEBHOOK'] },
    read(value, path, report) {
      if (typeof value === 'string' && NAME.test(value)) return value;
      const message =
        'expected the name of a secret such as SLACK_WEBHOOK; its value never stands in this file';
      return void report({ path, message, on: 'value' });
    },
  };
}
