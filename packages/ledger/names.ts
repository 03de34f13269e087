import { UserError } from '@fairway/runtime';

const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Names become parts of a git ref: what git refuses there is refused here, in words. */
export function environmentKey(app: string, environment: string): string {
  return `${checkName('app', app)}/${checkName('environment', environment)}`;
}

export function checkName(what: string, name: string): string {
  if (NAME.test(name) && !name.includes('..') && !name.endsWith('.') && !name.endsWith('.lock')) return name;
  throw new UserError(`"${name}" cannot be the name of an ${what} in the ledger`, {
    mend: 'use letters, digits, - _ and single dots, starting with a letter or digit, not ending in .lock',
  });
}

/** `refs/...` without a slash at the end. */
export function checkPrefix(prefix: string): string {
  const parts = prefix.split('/');
  if (parts.length >= 2 && parts[0] === 'refs' && parts.every((part) => NAME.test(part))) return prefix;
  throw new UserError(`"${prefix}" cannot be the prefix of the ledger's refs`, {
    mend: 'use refs/<name>, for example refs/fairway, or refs/heads/<name> where a server refuses other refs',
  });
}
