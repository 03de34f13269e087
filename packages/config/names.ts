import { type Kind, list, text } from '@fairway/schema';

/** App and environment names become git refs, folders and job names. */
export const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
export const NAME_HINT = 'lower-case letters, digits and "-", starting with a letter or digit, at most 63';

export const name = (): Kind<string> => text({ pattern: NAME, hint: NAME_HINT });

/** One name or a list of them, always read as a list. */
export function names(): Kind<string[]> {
  const one = name();
  const many = list(one, { min: 1 });
  return {
    name: 'name or list of names',
    json: { anyOf: [one.json, many.json] },
    read(value, path, report) {
      if (Array.isArray(value)) return many.read(value, path, report);
      const single = one.read(value, path, report);
      return single === undefined ? undefined : [single];
    },
  };
}
