import type { Kind } from '@fairway/schema';

/**
 * A connection as its kind fills it in: a provider without an entry under `providers:` is opened with nothing.
 * Where the kind needs a key, that key is missing then, and so are the defaults.
 */
export function withDefaults<C extends object>(kind: Kind<C>, given: object): C {
  const defaults = kind.read({}, [], () => undefined);
  return { ...defaults, ...given } as C;
}
