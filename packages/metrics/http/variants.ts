import type { Kind } from '@fairway/schema';

/**
 * A mapping whose form is known by one of its keys: `{ events, total }` or `{ value }`. Without any of the keys
 * the last form reads it, and tells what is missing.
 */
export function variants<V extends Record<string, Kind<object>>>(
  forms: V,
): Kind<{ [K in keyof V]: V[K] extends Kind<infer T> ? T : never }[keyof V]> {
  const entries = Object.entries(forms);
  return {
    name: 'mapping',
    json: { anyOf: entries.map(([, form]) => form.json) },
    read(value, path, report) {
      const given = typeof value === 'object' && value !== null ? value : {};
      const form = entries.find(([key]) => Object.hasOwn(given, key)) ?? entries.at(-1);
      // The forms are those of V; TypeScript cannot follow the lookup.
      return form?.[1].read(value, path, report) as never;
    },
  };
}
