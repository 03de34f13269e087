/** The raw document, before it is known to be right: whatever has the wrong shape is passed over. */

export type Raw = Record<string, unknown>;

export function mapping(value: unknown): Raw | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : undefined;
}

export const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The variant of a `named` kind: `{ canary: {...} }` is `canary` and what stands behind it. */
export function variant(value: unknown): { readonly type: string; readonly config: Raw } | undefined {
  const [entry, ...others] = Object.entries(mapping(value) ?? {});
  return entry && others.length === 0 ? { type: entry[0], config: mapping(entry[1]) ?? {} } : undefined;
}

export const environmentsOf = (document: unknown): [string, Raw][] =>
  Object.entries(mapping(mapping(document)?.environments) ?? {}).map(([name, raw]) => [
    name,
    mapping(raw) ?? {},
  ]);
