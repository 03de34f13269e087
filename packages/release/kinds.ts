import { field, type Infer, type Kind, object, text } from '@fairway/schema';

/** May be empty: some repositories tag 1.2.0 without a prefix. */
const tagPrefix: Kind<string> = {
  name: 'text',
  // What git refuses in a ref, besides characters: "..", "//", "/." and "@{".
  json: { type: 'string', pattern: '^(?!.*(\\.\\.|//|/\\.))([A-Za-z0-9][A-Za-z0-9._@/-]*)?$' },
  read(value, path, report) {
    if (typeof value === 'string' && new RegExp(String(tagPrefix.json.pattern)).test(value)) return value;
    report({ path, message: 'expected the first part of a tag, such as v', on: 'value' });
    return undefined;
  },
};

/** The `release:` section: how versions and tags are made. */
export const releaseKind = object({
  'tag-prefix': field(tagPrefix, {
    description: 'Text before the version in tags: `v` makes v1.2.0.',
    default: 'v',
  }),
  'initial-version': field(
    text({
      pattern: /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/,
      hint: 'a version such as 0.1.0 is expected',
    }),
    { description: 'Version of the first release.', default: '0.1.0' },
  ),
});

export type ReleaseConfig = Infer<typeof releaseKind>;
