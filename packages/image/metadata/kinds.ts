import { choice, field, type Infer, type Kind, list, map, object, text } from '@fairway/schema';
import { type TagRule, tagRuleKind } from './rule.ts';

/** `true` and `false` of YAML, and their texts, beside `auto`. */
function autoOrBool(): Kind<'auto' | 'true' | 'false'> {
  const words = choice(['auto', 'true', 'false']);
  return {
    ...words,
    json: { enum: ['auto', true, false, 'true', 'false'] },
    read: (value, path, report) =>
      words.read(typeof value === 'boolean' ? String(value) : value, path, report),
  };
}

function flag(): Kind<boolean> {
  return {
    name: 'boolean',
    json: { enum: [true, false, 'true', 'false'] },
    read(value, path, report) {
      if (value === true || value === 'true') return true;
      if (value === false || value === 'false') return false;
      return void report({
        path,
        message: `expected true or false, found ${JSON.stringify(value)}`,
        on: 'value',
      });
    },
  };
}

const affix = () =>
  text({ pattern: /^([A-Za-z0-9._-]|\{\{.*\}\})+$/, hint: 'letters, digits, "_", "." and "-"' });

/** How all tags of an image look. An input's text is one `key=value` a line. */
const flavorObject = object({
  latest: field(autoOrBool(), {
    description: 'Whether the image is tagged `latest` too. `auto`: when a git tag of a release is built.',
    default: 'auto',
  }),
  prefix: field(affix(), { description: 'Before each tag whose rule has no prefix of its own.' }),
  suffix: field(affix(), { description: 'After each tag whose rule has no suffix of its own.' }),
  'prefix-latest': field(flag(), { description: 'The prefix also before `latest`.', default: false }),
  'suffix-latest': field(flag(), { description: 'The suffix also after `latest`.', default: false }),
});
export type Flavor = Infer<typeof flavorObject>;
export const flavorKind: Kind<Flavor> = {
  ...flavorObject,
  fromText: (input) => map(text()).fromText?.(input) ?? input,
};

/** One rule a line: rules hold commas. */
export const tagRulesKind: Kind<TagRule[]> = {
  ...list(tagRuleKind()),
  fromText: (input) =>
    input
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#')),
};

/** These say which commit an image was built from: they are not a matter of taste. */
const FACTS = ['created', 'revision', 'version'].map((name) => `org.opencontainers.image.${name}`);

const LABEL = /^[A-Za-z0-9][A-Za-z0-9._/-]*$/;
const texts = map(text(), {
  keys: LABEL,
  keyHint: 'letters, digits, ".", "_", "/", "-"',
});
export const labelsKind: Kind<Record<string, string>> = {
  ...texts,
  json: { ...texts.json, propertyNames: { pattern: LABEL.source, not: { enum: FACTS } } },
  read(value, path, report) {
    const read = texts.read(value, path, report);
    const taken = Object.keys(read ?? {}).find((key) => FACTS.includes(key));
    if (taken === undefined) return read;
    const message = `"${taken}" is set from the commit that is built: leave it out`;
    return void report({ path: [...path, taken], message, on: 'key' });
  },
};
