import type { Kind } from '@fairway/schema';
import { type BuilderName, dockerfileFields } from './fields.ts';

/** The keys that only `assemble` reads: a Dockerfile says these things itself. */
const ASSEMBLE_KEYS = [
  'base',
  'files',
  'ignore',
  'workdir',
  'entrypoint',
  'cmd',
  'env',
  'user',
  'ports',
  'healthcheck',
];

interface Section {
  readonly builder: 'auto' | BuilderName;
  readonly files: readonly unknown[];
}

/** Whether the image comes from a Dockerfile: the builder is one of those, or `auto` and no files are given. */
export function usesDockerfile({ builder, files }: Section): boolean {
  return builder === 'auto' ? files.length === 0 : builder !== 'assemble';
}

const without = (keys: readonly string[]) => ({ not: { anyOf: keys.map((key) => ({ required: [key] })) } });

/** The same for editors: which keys go together. */
const SAYS_SO = {
  if: {
    anyOf: [
      { required: ['builder'], properties: { builder: { enum: ['buildx', 'buildah'] } } },
      {
        allOf: [
          { properties: { builder: { const: 'auto' } } },
          { properties: { files: { type: 'array', maxItems: 0 } } },
        ],
      },
    ],
  },
  // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema.
  then: without(ASSEMBLE_KEYS),
  else: {
    ...without(Object.keys(dockerfileFields)),
    required: ['files'],
    properties: { files: { type: 'array', minItems: 1 } },
  },
};

/** A build section whose keys all mean something to its builder: one that does not is an error, not ignored. */
export function forItsBuilder<T extends Section>(kind: Kind<T>): Kind<T> {
  return {
    ...kind,
    json: { ...kind.json, ...SAYS_SO },
    read(value, path, report) {
      const section = kind.read(value, path, report);
      if (!section) return undefined;
      const given = Object.keys(value as object);
      const dockerfile = usesDockerfile(section);
      const foreign: readonly string[] = dockerfile ? ASSEMBLE_KEYS : Object.keys(dockerfileFields);
      const wrong = given.filter((key) => foreign.includes(key));
      for (const key of wrong) {
        const message = dockerfile
          ? `"${key}" means nothing to a Dockerfile builder: say it in the Dockerfile, or list \`files\` and use assemble`
          : `"${key}" means nothing to assemble: remove it, or remove \`files\` and use a Dockerfile`;
        report({ path: [...path, key], message, on: 'key' });
      }
      if (!dockerfile && section.files.length === 0) {
        report({ path, message: '"files" is missing: what goes into the image', on: 'value' });
        return undefined;
      }
      return wrong.length ? undefined : section;
    },
  };
}
