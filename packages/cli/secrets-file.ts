import { readFileSync } from 'node:fs';
import { UserError } from '@fairway/runtime';

/** `NAME=value` a line. A file, so that no secret stands in an argv or in the shell's history. */
export function readSecrets(path: string): Record<string, string> {
  const secrets = new Map<string, string>();
  for (const [i, line] of textOf(path).split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const match = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line.trim());
    if (!match?.[1]) {
      throw new UserError('a secret is one NAME=value a line', {
        where: `${path}:${i + 1}`,
        mend: 'correct the line',
      });
    }
    if (secrets.has(match[1])) {
      throw new UserError(`the secret ${match[1]} stands there twice`, {
        where: `${path}:${i + 1}`,
        mend: 'keep one of them',
      });
    }
    secrets.set(match[1], match[2] ?? '');
  }
  return Object.fromEntries(secrets);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`the file with the secrets cannot be read: ${(cause as Error).message}`, {
      where: path,
      mend: 'check the path',
      cause,
    });
  }
}
