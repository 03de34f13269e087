import type { Kind } from '@fairway/schema';

/**
 * A connection as its kind fills it in: a provider without an entry under `providers:` is opened with nothing.
 * The kind must need no key.
 */
export function withDefaults<C extends object>(kind: Kind<C>, given: object): C {
  const defaults = kind.read({}, [], () => undefined);
  return { ...defaults, ...given } as C;
}
