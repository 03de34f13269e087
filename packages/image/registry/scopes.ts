/** What a token allows: `repository:<name>:<actions>` each. */
export type Scopes = readonly string[];

export const scope = (name: string, ...actions: readonly ('pull' | 'push' | 'delete')[]): string =>
  `repository:${name}:${actions.join(',')}`;

/** One scope a resource with all its actions, sorted: equal rights give equal lists. */
export function mergeScopes(...lists: readonly Scopes[]): Scopes {
  const rights = new Map<string, Set<string>>();
  for (const one of lists.flat()) {
    const colon = one.lastIndexOf(':');
    const resource = one.slice(0, colon);
    const actions = rights.get(resource) ?? new Set();
    for (const action of one.slice(colon + 1).split(',')) actions.add(action);
    rights.set(resource, actions);
  }
  return [...rights].map(([resource, actions]) => `${resource}:${[...actions].sort().join(',')}`).sort();
}

/** Whether `held` allows all that `wanted` asks for. */
export function covers(held: Scopes, wanted: Scopes): boolean {
  return mergeScopes(held, wanted).join(' ') === mergeScopes(held).join(' ');
}
